// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/WizardPages.h"

#include "engine/core/MobileNetV2Table.h"
#include "engine/session/DatasetSession.h"
#include "engine/session/WeightsSession.h"
#include "ui/AppContext.h"
#include "ui/DownloadOffer.h"
#include "ui/Format.h"
#include "ui/models/ClassTableModel.h"
#include "ui/models/PhotoListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/DownloadPanel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhotoDelegate.h"
#include "ui/widgets/SettingsForm.h"

#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QRadioButton>
#include <QTableView>
#include <QThread>
#include <QVBoxLayout>
#include <QWizard>

namespace flower {

namespace {

constexpr int kThumbnailSide = 72;
enum Source { Samples, Oxford102, Folder, Csv };

/// Photos a second and core that a network of the paper's size learns at (backward included), from runs on 2 cores;
/// only good for an "about".
constexpr double kLearningRatePerCore = 40.0;
constexpr double kForwardRatePerCore = 120.0;
constexpr double kPaperMultiplyAdds = 300e6;

} // namespace

ChoosePhotosPage::ChoosePhotosPage(AppContext *context, TeachPlan *plan)
    : m_context(context), m_plan(plan), m_kinds(new QButtonGroup(this)), m_path(new QLineEdit), m_browse(new QPushButton(tr("Browse…"))),
      m_progress(new QProgressBar), m_banner(new Banner), m_download(new DownloadPanel(context->downloads))
{
    setTitle(tr("Which photos?"));
    setSubTitle(tr("You can also drop a folder or a CSV file here. Photos are only read, never changed."));
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    const QStringList titles{tr("Built-in samples"), tr("Oxford 102 Flowers"), tr("A folder"), tr("A list of photos (CSV)")};
    const QStringList texts{tr("Drawn flowers of six kinds, made by the program. Trains in about a minute, without weights or network."),
                            hasOxford102(m_context->oxford102Folder)
                                ? tr("8,189 photos of 102 kinds, as published. They are on this computer already.")
                                : tr("8,189 photos of 102 kinds, as published. Fetched once, after you agreed."),
                            tr("One subfolder for each kind; or train, val and test folders with such subfolders; or Oxford 102 Flowers "
                               "as it is published."),
                            tr("A file with the columns path,label and, if you like, split.")};
    for (int source = 0; source < titles.size(); ++source) {
        if (source == Oxford102 && !m_context->downloads)
            continue;
        auto *button = new QRadioButton(titles.at(source));
        button->setObjectName(QStringLiteral("source%1").arg(source));
        m_kinds->addButton(button, source);
        QLabel *text = makeLabel(texts.at(source), "muted");
        text->setWordWrap(true);
        text->setIndent(24);
        column->addWidget(button);
        column->addWidget(text);
        column->addSpacing(8);
    }
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setAccessibleName(tr("Place of the photos"));
    m_path->setPlaceholderText(tr("No place chosen yet"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    column->addLayout(row);
    column->addWidget(m_progress);
    column->addWidget(m_banner);
    column->addWidget(m_download);
    column->addStretch();
    m_progress->hide();
    m_kinds->button(Samples)->setChecked(true);

    connect(m_kinds, &QButtonGroup::idToggled, this, [this] {
        const bool needsPath = m_kinds->checkedId() == Folder || m_kinds->checkedId() == Csv;
        m_path->setEnabled(needsPath);
        m_browse->setEnabled(needsPath);
        Q_EMIT completeChanged();
    });
    m_path->setEnabled(false);
    m_browse->setEnabled(false);
    connect(m_path, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString path = m_kinds->checkedId() == Folder
            ? QFileDialog::getExistingDirectory(this, tr("Choose the folder with your photos"), m_path->text())
            : QFileDialog::getOpenFileName(this, tr("Choose a list of photos"), m_path->text(), tr("List of photos (*.csv)"));
        if (!path.isEmpty())
            m_path->setText(path);
    });
    connect(m_download, &DownloadPanel::started, this, &QWizardPage::completeChanged);
    connect(m_download, &DownloadPanel::stopped, this, &QWizardPage::completeChanged);
    connect(m_download, &DownloadPanel::fetched, this, [this] {
        Q_EMIT completeChanged();
        if (m_kinds->checkedId() == Oxford102 && wizard()->currentPage() == this)
            wizard()->next(); // reads them
    });
    DatasetSession *session = m_context->datasets;
    connect(session, &DatasetSession::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    });
    connect(session, &DatasetSession::finished, this, [this](const DatasetRequest &request, const Dataset &dataset) {
        if (!m_reading || request != m_plan->request)
            return;
        m_reading = false;
        m_progress->hide();
        m_plan->dataset = dataset;
        Q_EMIT completeChanged();
        wizard()->next();
    });
    connect(session, &DatasetSession::failed, this, [this](const DatasetRequest &request, const Error &error) {
        if (!m_reading || request != m_plan->request)
            return;
        m_reading = false;
        m_progress->hide();
        m_banner->showMessage(error.message);
        Q_EMIT completeChanged();
    });
}

DatasetRequest ChoosePhotosPage::chosen() const
{
    switch (m_kinds->checkedId()) {
    case Samples:
        return {true, {}, m_plan->config.seed};
    case Oxford102:
        return {false, m_context->oxford102Folder, m_plan->config.seed};
    default:
        return {false, m_path->text().trimmed(), m_plan->config.seed};
    }
}

bool ChoosePhotosPage::isComplete() const
{
    const DatasetRequest request = chosen();
    const bool fetching = m_kinds->checkedId() == Oxford102 && m_download->isFetching();
    return !m_reading && !fetching && (request.samples || !request.path.isEmpty());
}

bool ChoosePhotosPage::validatePage()
{
    const DatasetRequest request = chosen();
    if (m_kinds->checkedId() == Oxford102 && !hasOxford102(request.path)) {
        m_download->offer(oxford102Offer(*m_context));
        return false; // the next page opens when the photos were fetched and read
    }
    if (m_plan->request == request && m_plan->dataset.classCount() > 0)
        return true;
    m_plan->request = request;
    m_plan->dataset = {};
    m_banner->showMessage({});
    m_reading = true;
    m_progress->setRange(0, 0);
    m_progress->show();
    Q_EMIT completeChanged();
    m_context->datasets->read(request);
    return false; // the next page opens when the photos are there
}

void ChoosePhotosPage::cleanupPage()
{
    m_reading = false;
}

void ChoosePhotosPage::choose(const QString &path)
{
    m_kinds->button(QFileInfo(path).isDir() ? Folder : Csv)->setChecked(true);
    m_path->setText(path);
}

void ChoosePhotosPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ChoosePhotosPage::dropEvent(QDropEvent *event)
{
    if (const QString path = event->mimeData()->urls().value(0).toLocalFile(); !path.isEmpty()) {
        event->acceptProposedAction();
        choose(path);
    }
}

FoundPage::FoundPage(AppContext *context, TeachPlan *plan)
    : m_plan(plan), m_classes(new ClassTableModel(this)),
      m_photos(new PhotoListModel(new ThumbnailLoader(context->photos, 2 * kThumbnailSide, this), this)), m_notes(makeLabel({}))
{
    setTitle(tr("What was found"));
    auto *table = new QTableView;
    table->setModel(m_classes);
    table->setAccessibleName(tr("Kinds of flowers"));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(ClassTableModel::Name, QHeaderView::Stretch);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setShowGrid(false);
    auto *photos = new QListView;
    photos->setModel(m_photos);
    photos->setAccessibleName(tr("Photos"));
    photos->setViewMode(QListView::IconMode);
    photos->setUniformItemSizes(true);
    photos->setLayoutMode(QListView::Batched);
    photos->setResizeMode(QListView::Adjust);
    photos->setMovement(QListView::Static);
    photos->setItemDelegate(new PhotoDelegate(kThumbnailSide, photos));
    auto *row = new QHBoxLayout;
    row->addWidget(table, 1);
    row->addWidget(photos, 1);
    m_notes->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(m_notes);
}

void FoundPage::initializePage()
{
    const Dataset &dataset = m_plan->dataset;
    setSubTitle(tr("%1 kinds, %2 photos: %3 to train on, %4 to validate, %5 to test.")
                    .arg(format::count(dataset.classCount()), format::count(dataset.samples.size()),
                         format::count(dataset.count(Subset::Train)), format::count(dataset.count(Subset::Validation)),
                         format::count(dataset.count(Subset::Test))));
    m_classes->setDataset(dataset);
    m_photos->setDataset(dataset);
    QStringList notes = dataset.notes;
    if (!dataset.problems.isEmpty()) {
        notes.append(tr("%n photo(s) can't be used. The first: %1 (%2)", nullptr, static_cast<int>(dataset.problems.size()))
                         .arg(dataset.problems.first().path, dataset.problems.first().reason));
    }
    m_notes->setText(notes.join(QLatin1Char('\n')));
}

SettingsPage::SettingsPage(AppContext *context, TeachPlan *plan)
    : m_context(context), m_plan(plan), m_form(new SettingsForm), m_warning(makeLabel({})),
      m_download(new DownloadPanel(context->downloads))
{
    setTitle(tr("Network and settings"));
    setSubTitle(tr("The recommended settings are a good start. Phase 1 teaches the head, phase 2 all layers."));
    m_form->setObjectName(QStringLiteral("wizardSettings"));
    m_warning->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_form, 1);
    column->addWidget(m_warning);
    column->addWidget(m_download);
    m_form->setFetchOffered(m_context->downloads && !m_context->weightsFiles.isEmpty());
    connect(m_form, &SettingsForm::weightsWanted, this,
            [this] { m_download->offer(weightsOffer(*m_context, m_plan->config.width)); });
    connect(m_download, &DownloadPanel::fetched, this, [this](const QStringList &paths) {
        m_form->takeWeights(paths.first(), kTorchvisionWidth);
        m_context->weights->scan();
    });
    connect(m_context->weights, &WeightsSession::scanned, this, [this] { m_form->setWeights(m_context->weights->files()); });
    connect(m_form, &SettingsForm::edited, this, [this](const TrainingConfig &config) {
        m_plan->config = config;
        check();
    });
    connect(m_context->weights, &WeightsSession::inspected, this, &SettingsPage::check);
}

void SettingsPage::initializePage()
{
    m_form->setWeights(m_context->weights->files());
    m_form->setScratchWarning(!m_plan->request.samples);
    if (m_plan->request.samples && m_plan->config.weightsPath.isEmpty()) {
        const QString folder = m_plan->config.runFolder;
        m_plan->config = TrainingConfig::forScratch();
        m_plan->config.runFolder = folder;
    }
    m_form->setConfig(m_plan->config);
    check();
}

void SettingsPage::check()
{
    TrainingConfig config = m_plan->config;
    config.runFolder = m_context->runsFolder; // each run gets its own below; here only the settings are looked at
    QStringList sentences;
    for (const ConfigProblem &problem : config.validate())
        sentences.append(problem.message);
    if (!config.weightsPath.isEmpty()) {
        const std::optional<Result<ModelInfo>> info = m_context->weights->info(config.weightsPath);
        if (!info)
            sentences.append(tr("Looking at the weights…")); // inspected() follows
        else if (!*info)
            sentences.append(info->error().message);
        else if ((*info)->architecture.width != config.width)
            sentences.append(tr("These weights are for width %1. Choose that width, or other weights.")
                                 .arg(format::width((*info)->architecture.width)));
    }
    m_usable = sentences.isEmpty();
    m_warning->setText(sentences.join(QLatin1Char('\n')));
    Q_EMIT completeChanged();
}

bool SettingsPage::isComplete() const
{
    return m_usable;
}

ReviewPage::ReviewPage(TeachPlan *plan) : m_plan(plan), m_text(makeLabel({}))
{
    setTitle(tr("Ready to train"));
    setSubTitle(tr("You can pause or stop at any time; the best model so far is kept."));
    setFinalPage(true);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("review"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addStretch();
}

void ReviewPage::initializePage()
{
    const TrainingConfig &config = m_plan->config;
    const Dataset &dataset = m_plan->dataset;
    const ArchitectureInfo network = describeMobileNetV2(config.width, dataset.classCount(), config.imageSize);
    const double cores = config.threads > 0 ? config.threads : QThread::idealThreadCount();
    const double scale = kPaperMultiplyAdds / std::max<qint64>(1, network.multiplyAdds) * cores;
    const double train = dataset.count(Subset::Train);
    const double val = dataset.count(Subset::Validation);
    const double forward = 1 / (kForwardRatePerCore * scale);
    const int views = config.featureViews > 0 ? std::min(config.featureViews, config.head.epochs) : config.head.epochs;
    const double seconds = views * train * forward
        + config.fineTune.epochs * (train / (kLearningRatePerCore * scale) + val * forward);
    m_text->setText(
        tr("Photos: %1, %2 kinds, %3 to train on.\n\n"
           "Network: MobileNet-V2, width %4, %5 parameters, %6.\n\n"
           "Phase 1: %7 epochs, only the head learns. Phase 2: %8 epochs, all chosen layers learn.\n\n"
           "Time on this computer: about %9, an estimate.")
            .arg(dataset.name, format::count(dataset.classCount()), format::count(dataset.count(Subset::Train)),
                 format::width(config.width), format::count(network.parameters),
                 config.weightsPath.isEmpty() ? tr("from scratch") : tr("starting from %1").arg(QFileInfo(config.weightsPath).completeBaseName()))
            .arg(config.head.epochs).arg(config.fineTune.epochs).arg(format::duration(seconds)));
}

} // namespace flower
