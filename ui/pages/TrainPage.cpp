// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/TrainPage.h"

#include "engine/core/MobileNetV2Table.h"
#include "engine/core/TrainingHints.h"
#include "engine/session/DownloadSession.h"
#include "engine/session/TrainingSession.h"
#include "engine/session/WeightsSession.h"
#include "engine/store/InterruptedRun.h"
#include "ui/AppContext.h"
#include "ui/DownloadOffer.h"
#include "ui/Format.h"
#include "ui/Workspace.h"
#include "ui/charts/TrainingChart.h"
#include "ui/models/EpochTableModel.h"
#include "ui/pages/LearningRatePanel.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/AugmentationPreview.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DownloadPanel.h"
#include "ui/widgets/HintList.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/RunCard.h"
#include "ui/widgets/SettingsForm.h"

#include <QDateTime>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace flower {

namespace {


/// A folder for a new run: its photos' name and the time, without characters that a file system minds.
QString newRunFolder(const QString &parent, const QString &datasetName)
{
    QString name;
    for (const QChar character : datasetName.left(40))
        name += character.isLetterOrNumber() || character == QLatin1Char('-') ? character : QLatin1Char('_');
    const QString base = QDir(parent).filePath(
        QStringLiteral("%1-%2").arg(name, QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"))));
    QString folder = base;
    for (int number = 2; QDir(folder).exists(); ++number)
        folder = QStringLiteral("%1-%2").arg(base).arg(number);
    return folder;
}

} // namespace

TrainPage::TrainPage(AppContext *context, Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_context(context), m_workspace(workspace), m_header(new PageHeader(tr("Train"))), m_banner(new Banner),
      m_download(new DownloadPanel(context->downloads)), m_rates(new LearningRatePanel(context->rates)), m_left(new QStackedWidget),
      m_start(makePrimaryButton(tr("Start training"))), m_pause(new QPushButton(themedIcon(QStringLiteral("pause")), tr("Pause"))),
      m_stop(new QPushButton(themedIcon(QStringLiteral("stop")), tr("Stop"))),
      m_accuracy(new TrainingChart(TrainingChart::Quantity::Accuracy)), m_loss(new TrainingChart(TrainingChart::Quantity::Loss)),
      m_hints(new HintList), m_epochs(new EpochTableModel(this)), m_table(new QTableView), m_run(new RunCard),
      m_size(makeLabel({}, "muted")), m_settings(new SettingsForm)
{
    m_start->setObjectName(QStringLiteral("startTraining"));
    m_pause->setObjectName(QStringLiteral("pauseTraining"));
    m_stop->setObjectName(QStringLiteral("stopTraining"));
    m_settings->setObjectName(QStringLiteral("settings"));
    m_start->setToolTip(tr("Train with these photos and settings (Ctrl+Return)"));
    m_pause->setToolTip(tr("Pause or go on (Ctrl+Space)"));
    m_stop->setToolTip(tr("Stop after the current batch; the best model so far is kept"));
    for (QWidget *button : {static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_stop), static_cast<QWidget *>(m_start)})
        m_header->addAction(button);

    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    m_left->addWidget(makeCharts());
    m_left->addWidget(m_rates);
    split->addWidget(m_left);
    split->addWidget(makeSide());
    split->setStretchFactor(0, 1);
    split->setSizes({700, 320});
    QVBoxLayout *column = makePageColumn(this, m_header, m_banner);
    column->addWidget(m_download);
    column->addWidget(split, 1);

    connect(m_start, &QPushButton::clicked, this, &TrainPage::startRun);
    connect(m_pause, &QPushButton::clicked, this, &TrainPage::togglePause);
    connect(m_stop, &QPushButton::clicked, m_context->training, &TrainingSession::stop);
    connect(m_settings, &SettingsForm::edited, m_workspace, &Workspace::setConfig);
    connect(m_hints, &HintList::settingWanted, this, &TrainPage::showSetting);
    connect(m_settings, &SettingsForm::previewWanted, this, &TrainPage::previewAugmentation);
    connect(m_settings, &SettingsForm::weightsWanted, this, &TrainPage::offerWeights);
    connect(m_settings, &SettingsForm::rateWanted, this, &TrainPage::findRate);
    connect(m_rates, &LearningRatePanel::chosen, this, &TrainPage::useRate);
    connect(m_rates, &LearningRatePanel::searchWanted, this, &TrainPage::findRate);
    connect(m_rates, &LearningRatePanel::closed, this, [this] { m_left->setCurrentIndex(0); });
    connect(m_rates, &LearningRatePanel::searchingChanged, this, &TrainPage::updateButtons);
    connect(m_download, &DownloadPanel::fetched, this, [this](const QStringList &paths) {
        if (m_context->training->isRunning())
            addNotice(tr("The weights are here. Choose them under “Pretrained weights” for the next run."), Banner::Tone::Information);
        else
            m_settings->takeWeights(paths.first(), kTorchvisionWidth);
    });
    if (m_context->downloads) { // whoever started it
        connect(m_context->downloads, &DownloadSession::finished, m_context->weights, &WeightsSession::scan);
    }
    connect(m_workspace, &Workspace::configChanged, this, [this] {
        m_settings->setConfig(m_workspace->config());
        updateContext();
        updateHints();
    });
    for (const auto changed : {&Workspace::datasetChanged, &Workspace::marksChanged}) {
        connect(m_workspace, changed, this, &TrainPage::updateContext);
        connect(m_workspace, changed, this, &TrainPage::updateHints);
        connect(m_workspace, changed, m_rates, &LearningRatePanel::forget);
    }
    connect(m_run, &RunCard::jobLineChanged, this, &TrainPage::jobLineChanged);
    connect(m_context->training, &TrainingSession::eventReceived, this, &TrainPage::receive);
    connect(m_context->training, &TrainingSession::stateChanged, this, &TrainPage::updateButtons);
    connect(m_context->weights, &WeightsSession::scanned, this, [this] { m_settings->setWeights(m_context->weights->files()); });
    m_settings->setFetchOffered(m_context->downloads && !m_context->weightsFiles.isEmpty());
    m_settings->setPreviewOffered(m_context->augmentation != nullptr);
    m_settings->setConfig(m_workspace->config());
    updateButtons();
    updateContext();
}

QWidget *TrainPage::makeCharts()
{
    auto *smoothing = new QSlider(Qt::Horizontal);
    smoothing->setObjectName(QStringLiteral("smoothing"));
    smoothing->setRange(0, 99);
    smoothing->setValue(90);
    smoothing->setMaximumWidth(120);
    smoothing->setAccessibleName(tr("Smoothing"));
    smoothing->setToolTip(tr("How much the curve per batch is smoothed; the faint line shows the raw values"));
    connect(smoothing, &QSlider::valueChanged, this, [this](int value) {
        for (TrainingChart *chart : {m_accuracy, m_loss})
            chart->setSmoothing(value / 100.0);
    });
    auto *charts = new Card;
    charts->titleRow()->insertWidget(0, makeLabel(tr("Smoothing"), "muted"));
    charts->titleRow()->insertWidget(1, smoothing);
    charts->content()->addWidget(m_accuracy, 1);
    charts->content()->addWidget(m_loss, 1);
    charts->content()->addWidget(m_hints);

    m_table->setModel(m_epochs);
    m_table->setObjectName(QStringLiteral("epochTable"));
    m_table->setAccessibleName(tr("Epochs"));
    setUpRowTable(m_table, 24);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter | static_cast<Qt::Alignment>(Qt::TextWordWrap));
    m_table->horizontalHeader()->setMinimumHeight(2 * fontMetrics().height() + 6);
    m_table->setAlternatingRowColors(true);
    m_table->setMinimumHeight(90);
    auto *epochs = new Card(tr("Epochs"));
    epochs->content()->addWidget(m_table);

    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(charts);
    split->addWidget(epochs);
    split->setStretchFactor(0, 4);
    split->setStretchFactor(1, 1);
    return split;
}

QWidget *TrainPage::makeSide()
{
    m_size->setWordWrap(true);
    auto *settings = new Card(tr("Settings"));
    settings->content()->addWidget(m_settings, 1);
    settings->content()->addWidget(m_size);

    auto *side = new QWidget;
    side->setMinimumWidth(316);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_run);
    column->addWidget(settings, 1);
    return side;
}

void TrainPage::startRun()
{
    if (asksForPhotos())
        return;
    if (m_rates->isSearching()) {
        m_banner->showMessage(tr("A learning rate is being searched for. Cancel the search, or wait for its end."));
        return;
    }
    TrainingConfig config = m_workspace->config();
    config.runFolder = newRunFolder(m_context->runsFolder, m_workspace->dataset().name);
    begin(config, [&] { return m_context->training->start(config, m_workspace->dataset()); });
}

void TrainPage::goOn(const InterruptedRun &run)
{
    if (!m_context->training->isRunning()) {
        TrainingConfig config = run.config;
        config.runFolder.clear();
        m_workspace->setConfig(config);
        m_workspace->setDataset(run.dataset);
    }
    begin(run.config, [&] { return m_context->training->goOn(run.config, run.dataset, run.record.id); });
}

void TrainPage::begin(const TrainingConfig &config, const std::function<Result<QString>()> &start)
{
    m_banner->showMessage({});
    m_notices.clear();
    if (const Result<QString> started = start(); !started) {
        m_banner->showMessage(started.error().message);
        return;
    }
    m_left->setCurrentIndex(0);
    m_epochs->clear();
    m_history.clear();
    updateHints();
    m_run->start();
    m_accuracy->start(config.head.epochs, config.fineTune.epochs);
    m_loss->start(config.head.epochs, config.fineTune.epochs);
}

bool TrainPage::asksForPhotos()
{
    if (m_workspace->hasDataset())
        return false;
    m_banner->showMessage(tr("Choose photos first: a folder with one subfolder for each kind, or the built-in samples."));
    Q_EMIT photosWanted();
    return true;
}

void TrainPage::findRate(Phase phase)
{
    if (asksForPhotos() || m_context->training->isRunning() || m_rates->isSearching())
        return; // updateButtons() has said why
    m_banner->showMessage({});
    m_left->setCurrentWidget(m_rates);
    m_rates->start(m_workspace->config(), m_workspace->dataset(), phase);
}

void TrainPage::useRate(Phase phase, double learningRate)
{
    TrainingConfig config = m_workspace->config();
    (phase == Phase::Head ? config.head : config.fineTune).learningRate = learningRate;
    m_workspace->setConfig(config);
    m_left->setCurrentIndex(0);
}

void TrainPage::previewAugmentation(Phase phase)
{
    if (asksForPhotos())
        return;
    if (!m_preview)
        m_preview = new AugmentationPreview(m_context->augmentation, m_workspace, this);
    m_preview->showPhase(phase);
}

void TrainPage::togglePause()
{
    if (m_context->training->state() == RunState::Paused)
        m_context->training->resume();
    else
        m_context->training->pause();
}

void TrainPage::offerWeights()
{
    m_download->offer(weightsOffer(*m_context, m_workspace->config().width));
}

void TrainPage::showSetting(const QString &setting)
{
    m_settings->showSetting(setting);
}

void TrainPage::updateHints()
{
    const TrainingSession &session = *m_context->training;
    const bool running = session.isRunning(); // else what is said of the photos is about the next run
    m_hints->setHints(epochHints(m_history, session.config(), hintPhotos(session.dataset()))
                      + classHints(running ? session.config() : m_workspace->config(),
                                   hintPhotos(running ? session.dataset() : m_workspace->dataset())));
}

void TrainPage::receive(const TrainingEvent &event)
{
    std::visit([this](const auto &what) { show(what); }, event.what);
}

void TrainPage::show(const StateChanged &what)
{
    m_run->take(what);
}

void TrainPage::show(const RunStarted &)
{
    updateContext();
}

void TrainPage::show(const Progress &what)
{
    m_run->take(what);
    m_accuracy->addBatches(what.points);
    m_loss->addBatches(what.points);
}

void TrainPage::show(const EpochResult &what)
{
    m_run->take(what);
    m_epochs->append(what);
    m_table->scrollToBottom();
    m_accuracy->addEpoch(what);
    m_loss->addEpoch(what);
    m_history.append(what);
    updateHints();
}

void TrainPage::show(const PhotosSkipped &what)
{
    if (what.problems.isEmpty())
        return;
    addNotice(tr("%n photo(s) can't be read and were left out. The first: %1 (%2)", nullptr,
                 static_cast<int>(what.problems.size()))
                  .arg(what.problems.first().path, what.problems.first().reason));
}

void TrainPage::show(const Notice &what)
{
    addNotice(what.text, what.kind == Notice::Kind::Warning ? Banner::Tone::Warning : Banner::Tone::Information);
}

void TrainPage::show(const RunFinished &what)
{
    m_run->take(what);
    if (what.error)
        addNotice(what.error->message);
    Q_EMIT runEnded(what.summary);
}

void TrainPage::addNotice(const QString &text, Banner::Tone tone)
{
    if (m_notices.isEmpty() || tone == Banner::Tone::Warning)
        m_noticesTone = tone;
    m_notices.append(text);
    m_banner->show(m_notices.join(QLatin1Char('\n')), m_noticesTone);
}

void TrainPage::updateButtons()
{
    const bool running = m_context->training->isRunning();
    const bool paused = m_context->training->state() == RunState::Paused;
    m_start->setVisible(!running);
    m_pause->setVisible(running);
    m_stop->setVisible(running);
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    m_pause->setIcon(themedIcon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_settings->setEnabled(!running);
    m_settings->setRateSearchOffered(m_context->rates,
                                     running ? tr("A run is on: both would take the processor from each other. Wait for its end, or stop it.")
                                     : m_rates->isSearching() ? tr("A search is on already.")
                                                              : QString());
}

void TrainPage::updateContext()
{
    const TrainingConfig &config = m_workspace->config();
    m_settings->setScratchWarning(m_workspace->dataset().kind != DatasetKind::Samples);
    QString line = tr("%1 · MobileNet-V2 %2").arg(m_workspace->datasetLine(), format::width(config.width));
    if (const int changed = m_workspace->markCounts().changed(); changed > 0)
        line += tr(" · %n changed in review", nullptr, changed);
    m_header->setContext(line);
    const int classes = m_workspace->hasDataset() ? m_workspace->dataset().classCount() : 1000;
    const ArchitectureInfo info = describeMobileNetV2(config.width, classes, config.imageSize);
    m_size->setText(tr("%1 parameters · %2 million multiply-adds a photo")
                        .arg(format::count(info.parameters), QLocale().toString(info.multiplyAdds / 1e6, 'f', 0)));
}

} // namespace flower
