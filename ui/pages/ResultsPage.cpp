// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ResultsPage.h"

#include "ui/AppContext.h"
#include "ui/Format.h"
#include "ui/charts/PlotView.h"
#include "ui/models/RunTableModel.h"
#include "ui/pages/results/EvaluatePanel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RowTable.h"

#include <QDesktopServices>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace flower {

namespace {

constexpr int kComparedRuns = 6;
/// Okabe and Ito's colours, told apart by colour-blind eyes.
constexpr std::array kRunColors{"#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"};

} // namespace

ResultsPage::ResultsPage(AppContext *context, QWidget *parent)
    : QWidget(parent), m_context(context), m_header(new PageHeader(tr("Results"))), m_banner(new Banner),
      m_stack(new QStackedWidget), m_runs(new RunTableModel(this)), m_table(new QTableView),
      m_accuracy(new PlotView(tr("Accuracy"), tr("epoch"))), m_loss(new PlotView(tr("Loss"), tr("epoch"))),
      m_numbers(new QGridLayout), m_footing(makeLabel({}, "muted")), m_classify(makePrimaryButton(tr("Classify with this model"))),
      m_openFolder(new QPushButton(themedIcon(QStringLiteral("folder")), tr("Open run folder"))),
      m_evaluateOnOthers(new QPushButton(tr("Evaluate on other photos…")))
{
    m_classify->setObjectName(QStringLiteral("classifyWithThis"));
    m_evaluateOnOthers->setObjectName(QStringLiteral("evaluateOnOthers"));
    m_evaluateOnOthers->setToolTip(tr("Measure this model on another folder or list of photos"));
    m_evaluateOnOthers->setVisible(m_context->evaluate != nullptr);
    m_header->addAction(m_evaluateOnOthers);
    m_header->addAction(m_openFolder);
    m_header->addAction(m_classify);
    connect(m_classify, &QPushButton::clicked, this, [this] { Q_EMIT modelWanted(m_modelPath); });
    connect(m_openFolder, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); });
    auto *empty = new EmptyState(QStringLiteral("results"), tr("No runs yet"),
                                 tr("Every training is listed here with its accuracy, its settings and its curves."));
    auto *train = makePrimaryButton(tr("Go to Train"));
    connect(train, &QPushButton::clicked, this, &ResultsPage::trainingWanted);
    empty->addButton(train);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());
    QVBoxLayout *column = makePageColumn(this, m_header, m_banner);
    if (m_context->evaluate) {
        m_evaluate = new EvaluatePanel(m_context);
        column->addWidget(m_evaluate, 1);
        connect(m_evaluateOnOthers, &QPushButton::clicked, m_evaluate, &EvaluatePanel::open);
        connect(m_evaluate, &EvaluatePanel::opened, m_stack, &QWidget::hide);
        connect(m_evaluate, &EvaluatePanel::closed, m_stack, &QWidget::show);
    }
    column->addWidget(m_stack, 1);
    reload();
}

QWidget *ResultsPage::makeContent()
{
    m_table->setModel(m_runs);
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setAccessibleName(tr("Past runs"));
    setUpRowTable(m_table, 26);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ResultsPage::showSelection);

    auto *runs = new Card(tr("Runs"));
    runs->titleRow()->addWidget(makeLabel(tr("Select several (Ctrl) to lay their curves over each other"), "muted"));
    runs->content()->addWidget(m_table);
    auto *numbers = new Card(tr("Final numbers"));
    m_numbers->setHorizontalSpacing(24);
    numbers->content()->addLayout(m_numbers);
    m_footing->setWordWrap(true);
    numbers->content()->addWidget(m_footing);
    auto *curves = new Card;
    auto *charts = new QHBoxLayout;
    charts->setSpacing(16);
    charts->addWidget(m_accuracy, 1);
    charts->addWidget(m_loss, 1);
    curves->content()->addLayout(charts);
    m_accuracy->setYSuffix(tr(" %"));

    auto *lower = new QWidget;
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(numbers);
    column->addWidget(curves, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(runs);
    split->addWidget(lower);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 4);
    return split;
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
    m_header->setContext(tr("%n run(s)", nullptr, static_cast<int>(records.size())));
    int row = 0;
    for (int candidate = 0; candidate < records.size(); ++candidate) {
        if (!folder.isEmpty() && QDir(records.at(candidate).folder) == QDir(folder))
            row = candidate;
    }
    if (!records.isEmpty())
        m_table->selectRow(row);
    showSelection();
}

void ResultsPage::showSelection()
{
    m_accuracy->removeCurves();
    m_loss->removeCurves();
    m_modelPath.clear();
    m_folder.clear();
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    int epochs = 1;
    bool first = true;
    for (const QModelIndex &row : rows.mid(0, kComparedRuns)) {
        const RunRecord &record = m_runs->run(row.row());
        const Result<RunDetails> details = RunFolder(record.folder).read();
        if (!details) {
            m_banner->showMessage(tr("The folder of this run was moved or deleted: %1").arg(details.error().message));
            continue;
        }
        const QColor color(QLatin1String(kRunColors.at(static_cast<size_t>(row.row()) % kRunColors.size())));
        const QString name = rows.size() == 1
            ? tr("Validation")
            : tr("%1, %2").arg(record.datasetName, QLocale().toString(record.startedAt.toLocalTime(), QLocale::ShortFormat));
        PlotView::Style style{rows.size() == 1 ? themeColors().validation : color, 2.0, true};
        style.endLabel = rows.size() == 1; // the names of several runs are too long
        const int accuracy = m_accuracy->addCurve(name, style);
        const int loss = m_loss->addCurve(name, style);
        for (const EpochResult &epoch : details->epochs) {
            m_accuracy->append(accuracy, epoch.epoch, epoch.valTop1 * 100);
            m_loss->append(loss, epoch.epoch, epoch.valLoss);
            epochs = std::max(epochs, epoch.epoch);
        }
        if (rows.size() == 1) {
            style.color = themeColors().training;
            style.markers = false;
            const int trainAccuracy = m_accuracy->addCurve(tr("Training"), style);
            const int trainLoss = m_loss->addCurve(tr("Training"), style);
            for (const EpochResult &epoch : details->epochs) {
                m_accuracy->append(trainAccuracy, epoch.epoch, epoch.trainTop1 * 100);
                m_loss->append(trainLoss, epoch.epoch, epoch.trainLoss);
            }
        }
        if (first) {
            showNumbers(*details);
            if (m_evaluate)
                m_evaluate->setRun(*details);
            m_modelPath = details->modelPath;
            m_folder = record.folder;
            const int divider = details->config.head.epochs > 0 && details->config.fineTune.epochs > 0
                ? details->config.head.epochs : -1;
            m_accuracy->setDivider(divider, tr("fine-tuning begins"), PlotView::LabelPlace::Bottom);
            m_loss->setDivider(divider, tr("fine-tuning begins"), PlotView::LabelPlace::Top);
        }
        first = false;
    }
    m_accuracy->setXRange(0, epochs);
    m_loss->setXRange(0, epochs);
    m_accuracy->setYBounds(0, 100);
    m_accuracy->showAll();
    m_loss->showAll();
    m_classify->setEnabled(!m_modelPath.isEmpty());
    m_evaluateOnOthers->setEnabled(!m_modelPath.isEmpty());
    m_openFolder->setEnabled(!m_folder.isEmpty());
}

void ResultsPage::showNumbers(const RunDetails &details)
{
    while (QLayoutItem *item = m_numbers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int column = 0;
    const auto put = [&](const QString &number, const QString &caption, const QString &tip) {
        QLabel *value = makeLabel(number, "number");
        QLabel *text = makeLabel(caption, "muted");
        value->setToolTip(tip);
        text->setToolTip(tip);
        text->setWordWrap(true);
        m_numbers->addWidget(value, 0, column);
        m_numbers->addWidget(text, 1, column, Qt::AlignTop);
        ++column;
    };
    const auto interval = [](const Evaluation &evaluation) {
        return tr("95 % interval %1 to %2").arg(format::percent(evaluation.top1Interval.low), format::percent(evaluation.top1Interval.high));
    };
    if (details.test) {
        const Evaluation &test = *details.test;
        put(format::percent(test.top1), tr("test, first answer right\n%1").arg(interval(test)),
            tr("Top-1 accuracy on photos that were not looked at before the end, with the Wilson interval"));
        put(format::percent(test.top5), tr("test, among the first five"), tr("Top-5 accuracy"));
        put(format::percent(test.meanPerClass), tr("test, mean per kind"), tr("Mean of the recall of each class"));
    }
    if (details.validation) {
        put(format::percent(details.validation->top1), tr("validation, epoch %1\n%2").arg(details.bestEpoch).arg(interval(*details.validation)),
            tr("Top-1 accuracy on the photos that chose the best epoch: a little too good, for that reason"));
    }
    const QString tested = details.test ? tr("%1 test photos").arg(format::count(details.test->photos)) : tr("not tested");
    m_footing->setText(tr("Stands on: %1, %2 validation photos, %3 training photos of %4 kinds · %5 · %6 · %7 parameters")
                           .arg(tested, format::count(details.start.valPhotos), format::count(details.start.trainPhotos),
                                format::count(details.record.classes), runStateText(details.record.state),
                                format::duration(details.record.seconds), format::count(details.start.parameters)));
}

} // namespace flower
