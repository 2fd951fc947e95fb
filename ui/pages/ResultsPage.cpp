// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ResultsPage.h"

#include "engine/core/PhotoFiles.h"
#include "engine/store/InterruptedRun.h"
#include "ui/AppContext.h"
#include "ui/Format.h"
#include "ui/MovedPhotosBar.h"
#include "ui/models/RunTableModel.h"
#include "ui/pages/results/ConfusionTab.h"
#include "ui/pages/results/EvaluatePanel.h"
#include "ui/pages/results/KindsTab.h"
#include "ui/pages/results/MapTab.h"
#include "ui/pages/results/OverviewTab.h"
#include "ui/pages/results/RunReader.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RowTable.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kComparedRuns = 6;

QString cardFile(const QString &runFolder)
{
    return QDir(runFolder).filePath(QStringLiteral("model-card.html"));
}

} // namespace

ResultsPage::ResultsPage(AppContext *context, QWidget *parent)
    : QWidget(parent), m_context(context), m_header(new PageHeader(tr("Results"))), m_banner(new Banner),
      m_moved(new MovedPhotosBar(context->placesFile)), m_stack(new QStackedWidget), m_runs(new RunTableModel(this)), m_table(new QTableView), m_subset(new QComboBox),
      m_tabs(new QTabWidget), m_overview(new OverviewTab), m_confusion(new ConfusionTab(context->photos, context->runExplanations)),
      m_kinds(new KindsTab), m_reader(new RunReader(context->placesFile, this)), m_classify(makePrimaryButton(tr("Classify with this model"))),
      m_openFolder(new QPushButton(themedIcon(QStringLiteral("folder")), QString())),
      m_openCard(new QPushButton(themedIcon(QStringLiteral("file")), tr("Model card"))),
      m_evaluateOnOthers(new QPushButton(tr("Other photos…"))),
      m_goOn(new QPushButton(themedIcon(QStringLiteral("play")), tr("Go on training")))
{
    m_goOn->setObjectName(QStringLiteral("goOnTraining"));
    m_goOn->setToolTip(tr("This run wasn't completed. It goes on where it stood, with its own photos and settings."));
    m_goOn->hide();
    connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT goOnWanted(m_run); });
    m_classify->setObjectName(QStringLiteral("classifyWithThis"));
    m_subset->setObjectName(QStringLiteral("resultSubset"));
    m_subset->setAccessibleName(tr("Photos that the tabs are about"));
    m_subset->setToolTip(tr("Photos that the tabs are about. Test photos were not looked at before the end of the training;\n"
                            "validation photos chose the best epoch, so that they look a little too good."));
    m_subset->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_openFolder->setAccessibleName(tr("Run folder"));
    m_openFolder->setToolTip(tr("Open the folder with the model and the files of this run"));
    m_openCard->setObjectName(QStringLiteral("openCard"));
    m_openCard->setToolTip(tr("Open the report of this run in the browser: data, settings, results, limits; it can be printed and handed on"));
    m_evaluateOnOthers->setObjectName(QStringLiteral("evaluateOnOthers"));
    m_evaluateOnOthers->setToolTip(tr("Measure this model on another folder or list of photos"));
    m_evaluateOnOthers->setVisible(m_context->evaluate != nullptr);
    for (QPushButton *action : {m_openFolder, m_openCard, m_evaluateOnOthers, m_goOn, m_classify})
        m_header->addAction(action);
    connect(m_classify, &QPushButton::clicked, this, [this] { Q_EMIT modelWanted(m_modelPath); });
    connect(m_openFolder, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); });
    connect(m_openCard, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(cardFile(m_folder))); });
    connect(m_subset, &QComboBox::activated, this, [this](int index) {
        m_wantedSubset = m_subset->itemData(index).value<Subset>();
        readSelection();
    });
    connect(m_reader, &RunReader::read, this, &ResultsPage::showRuns);
    connect(m_overview, &OverviewTab::settingWanted, this, &ResultsPage::settingWanted);
    connect(m_confusion, &ConfusionTab::photoActivated, this, &ResultsPage::photoActivated);
    connect(this, &ResultsPage::photoActivated, this, [](const PhotoResult &photo) {
        // The path comes from the run's files, which may be a stranger's: the system would start a program as well.
        if (hasPhotoEnding(photo.path))
            QDesktopServices::openUrl(QUrl::fromLocalFile(photo.path));
    });
    connect(m_kinds, &KindsTab::kindActivated, this, [this](int label) {
        m_tabs->setCurrentWidget(m_confusion);
        m_confusion->openKind(label);
    });
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());
    QVBoxLayout *column = makePageColumn(this, m_header, m_banner);
    column->addWidget(m_moved);
    column->addWidget(m_stack, 1);
    connect(m_moved, &MovedPhotosBar::found, this, &ResultsPage::readSelection);
    connect(m_moved, &MovedPhotosBar::failed, m_banner, &Banner::showMessage);
    connect(m_moved, &MovedPhotosBar::nothingMissing, this, [this] {
        if (!m_folder.isEmpty())
            m_banner->show(tr("All photos of this run are where they should be."), Banner::Tone::Information);
    });
    if (m_context->evaluate) {
        m_evaluate = new EvaluatePanel(m_context);
        column->addWidget(m_evaluate, 1);
        connect(m_evaluateOnOthers, &QPushButton::clicked, m_evaluate, &EvaluatePanel::open);
        connect(m_evaluate, &EvaluatePanel::opened, m_stack, &QWidget::hide);
        connect(m_evaluate, &EvaluatePanel::closed, m_stack, &QWidget::show);
    }
    reload();
}

QWidget *ResultsPage::makeEmpty()
{
    auto *empty = new EmptyState(QStringLiteral("results"), tr("No runs yet"),
                                 tr("Every training is listed here with its accuracy, its mistakes, its settings and its curves."));
    auto *train = makePrimaryButton(tr("Go to Train"));
    connect(train, &QPushButton::clicked, this, &ResultsPage::trainingWanted);
    empty->addButton(train);
    return empty;
}

QWidget *ResultsPage::makeContent()
{
    m_tabs->setObjectName(QStringLiteral("resultTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setCornerWidget(m_subset);
    addTab(m_overview, tr("Overview"));
    addTab(m_confusion, tr("Mistakes"));
    addTab(m_kinds, tr("Kinds"));
    if (m_context->map) {
        auto *map = new MapTab(m_context->map, m_context->photos);
        connect(map, &MapTab::photoActivated, this, &ResultsPage::photoActivated);
        connect(map, &MapTab::reviewWanted, this, &ResultsPage::reviewWanted);
        addTab(map, tr("Map"));
    }
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(makeRuns());
    split->addWidget(m_tabs);
    split->setCollapsible(1, false);
    split->setStretchFactor(1, 1);
    split->setSizes({96, 500});
    return split;
}

QWidget *ResultsPage::makeRuns()
{
    m_table->setModel(m_runs);
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setAccessibleName(tr("Past runs"));
    m_table->setToolTip(tr("Select several (Ctrl) to lay their curves over each other"));
    setUpRowTable(m_table, 24);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setMinimumHeight(54);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ResultsPage::readSelection);
    auto *runs = new Card;
    runs->content()->setContentsMargins(8, 4, 8, 4);
    runs->content()->setSpacing(0);
    runs->content()->addWidget(m_table);
    return runs;
}

void ResultsPage::addTab(ResultsTab *tab, const QString &title)
{
    m_tabs->addTab(tab, title);
}

void ResultsPage::openTab(ResultsTab *tab)
{
    m_tabs->setCurrentWidget(tab);
}

void ResultsPage::reload(const QString &folder)
{
    QList<RunRecord> records;
    if (m_context->runBook) {
        const Result<QList<RunRecord>> runs = m_context->runBook->runs();
        if (runs)
            records = *runs;
        else
            m_banner->showMessage(runs.error().message);
    }
    m_runs->setRuns(records);
    m_stack->setCurrentIndex(records.isEmpty() ? 0 : 1);
    int row = 0;
    for (int candidate = 0; candidate < records.size(); ++candidate) {
        if (!folder.isEmpty() && QDir(records.at(candidate).folder) == QDir(folder))
            row = candidate;
    }
    if (!records.isEmpty())
        m_table->selectRow(row); // which reads it
    else
        showRuns(readRuns({}, {}));
}

void ResultsPage::findMovedPhotos()
{
    m_moved->find();
}

void ResultsPage::readSelection()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList folders;
    for (const QModelIndex &row : rows.mid(0, kComparedRuns))
        folders.append(m_runs->run(row.row()).folder);
    m_reader->start(folders, m_wantedSubset);
}

void ResultsPage::showRuns(const SelectedRuns &selected)
{
    const ShownRun &run = selected.shown;
    m_modelPath = run.details.modelPath;
    m_run = run.details.record;
    m_folder = m_run.folder;
    m_goOn->setVisible(!m_folder.isEmpty() && canGoOn(m_run));
    m_classify->setEnabled(!m_modelPath.isEmpty());
    m_openFolder->setEnabled(!m_folder.isEmpty());
    m_openCard->setEnabled(!m_folder.isEmpty() && QFileInfo::exists(cardFile(m_folder)));
    m_evaluateOnOthers->setEnabled(!m_modelPath.isEmpty());
    if (m_evaluate)
        m_evaluate->setRun(run.details);
    m_banner->showMessage(selected.problems.join(QLatin1Char('\n')));
    m_moved->lookAtRun(m_folder);
    showSubsets(run);
    showContext(run.details);
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        static_cast<ResultsTab *>(m_tabs->widget(tab))->showRun(run);
    m_overview->showCurves(selected.runs);
    Q_EMIT runShown();
}

void ResultsPage::showSubsets(const ShownRun &run)
{
    const QSignalBlocker quiet(m_subset);
    m_subset->clear();
    for (const Subset subset : run.subsets) {
        const std::optional<Evaluation> &measured = subset == Subset::Test ? run.details.test : run.details.validation;
        m_subset->addItem(subset == Subset::Test ? tr("%Ln test photo(s)", nullptr, measured->photos)
                                                 : tr("%Ln validation photo(s)", nullptr, measured->photos),
                          QVariant::fromValue(subset));
    }
    m_subset->setCurrentIndex(m_subset->findData(QVariant::fromValue(run.subset)));
    m_subset->setVisible(!run.subsets.isEmpty());
}

void ResultsPage::showContext(const RunDetails &details)
{
    if (details.record.id.isEmpty()) {
        m_header->setContext(tr("%n run(s)", nullptr, m_runs->rowCount()));
        return;
    }
    m_header->setContext(tr("%1 · %2 kinds · %3 training photos · %4 · %5 · %6 parameters")
                             .arg(details.record.datasetName, format::count(details.record.classes),
                                  format::count(details.start.trainPhotos), runStateText(details.record.state),
                                  format::duration(details.record.seconds), format::count(details.start.parameters)));
}

} // namespace flower
