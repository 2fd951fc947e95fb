// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "engine/core/StoredConfig.h"
#include "engine/core/TrainingPresets.h"
#include "engine/session/DatasetSession.h"
#include "engine/session/ProjectSession.h"
#include "engine/session/TrainingSession.h"
#include "engine/session/WeightsSession.h"
#include "engine/store/InterruptedRun.h"
#include "ui/FirstSteps.h"
#include "ui/MainMenu.h"
#include "ui/PageNames.h"
#include "ui/PhotoReview.h"
#include "ui/RunContinuation.h"
#include "ui/ShortcutList.h"
#include "ui/StopQuestion.h"
#include "ui/Workspace.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/PhotosPage.h"
#include "ui/pages/ResultsPage.h"
#include "ui/pages/TrainPage.h"
#include "ui/pages/results/ReviewTab.h"
#include "ui/project/ProjectBar.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/wizard/TeachWizard.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace flower {

MainWindow::MainWindow(AppContext context, QWidget *parent)
    : QMainWindow(parent), m_context(std::move(context)), m_workspace(new Workspace(m_context.reviewsFolder, m_context.placesFile, this)), m_banner(new Banner),
      m_continuation(new RunContinuation(&m_context)), m_project(new ProjectBar(&m_context, m_workspace)), m_rail(new NavigationRail), m_pages(new QStackedWidget)
{
    setWindowTitle(tr("Flower Trainer"));
    setWindowIcon(applicationIcon());
    setMinimumSize(1024, 660);

    QSettings settings;
    TrainingConfig config;
    if (const Result<TrainingConfig> stored = storedConfig(settings.value(QStringLiteral("config")).toByteArray()))
        config = *stored;
    if (!QFileInfo::exists(config.weightsPath))
        config.weightsPath.clear();
    m_wantsWeights = config.weightsPath.isEmpty() && presetOf(config) != Preset::FromScratch;
    m_workspace->setConfig(config);
    connect(m_workspace, &Workspace::configChanged, this, [this] {
        m_wantsWeights = false;
        QSettings().setValue(QStringLiteral("config"), m_workspace->config().toJson());
    });

    m_photos = new PhotosPage(&m_context, m_workspace);
    m_train = new TrainPage(&m_context, m_workspace);
    m_results = new ResultsPage(&m_context);
    m_classify = new ClassifyPage(&m_context, m_workspace);
    auto *review = new ReviewTab(&m_context, m_workspace);
    m_results->addTab(review, tr("Review"));
    m_pages->setObjectName(QStringLiteral("pages"));
    for (QWidget *page : {static_cast<QWidget *>(m_photos), static_cast<QWidget *>(m_train), static_cast<QWidget *>(m_results),
                          static_cast<QWidget *>(m_classify)}) {
        page->setFocusPolicy(Qt::ClickFocus);
        m_pages->addWidget(page);
    }

    auto *central = new QWidget;
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_continuation);
    column->addWidget(m_project);
    column->addWidget(m_pages, 1);
    row->addLayout(column, 1);
    setCentralWidget(central);
    for (const PageName &page : pageNames())
        m_rail->addPage(page.icon, page.title);
    if (m_context.downloads)
        m_rail->follow(m_context.downloads);
    m_menu = new MainMenu(menuBar(), m_context);
    followMenu();

    connect(m_rail, &NavigationRail::pageWanted, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_rail, &NavigationRail::jobWanted, this, [this] { showPage(Train); });
    connect(m_continuation, &RunContinuation::begun, this, [this] { showPage(Train); });
    connect(m_continuation, &RunContinuation::ready, this, [this](const InterruptedRun &run) { m_train->goOn(run); });
    connect(m_continuation, &RunContinuation::failed, this, &MainWindow::showProblem);
    connect(m_continuation, &RunContinuation::left, this, [this] { m_results->reload(); });
    connect(m_project, &ProjectBar::opened, this, &MainWindow::showProject);
    setAcceptDrops(m_context.projects != nullptr);
    connect(m_photos, &PhotosPage::wizardWanted, this, &MainWindow::openWizard);
    connect(m_photos, &PhotosPage::trainingWanted, this, [this] { showPage(Train); });
    connect(m_photos, &PhotosPage::opened, this, &MainWindow::rememberDataset);
    connect(m_train, &TrainPage::photosWanted, this, [this] { showPage(Photos); });
    connect(m_train, &TrainPage::jobLineChanged, this, &MainWindow::setJobLine);
    connect(m_train, &TrainPage::runEnded, this, &MainWindow::runEnded);
    connect(m_results, &ResultsPage::modelWanted, this, [this](const QString &path) {
        openModel(path);
        showPage(Classify);
    });
    connect(m_results, &ResultsPage::trainingWanted, this, [this] { showPage(Train); });
    connect(m_results, &ResultsPage::goOnWanted, m_continuation, &RunContinuation::goOnWith);
    connect(m_results, &ResultsPage::settingWanted, this, [this](const QString &setting) {
        showPage(Train);
        m_train->showSetting(setting);
    });

    connect(m_results, &ResultsPage::reviewWanted, review, [this, review](const QList<PhotoResult> &photos) {
        review->choosePhotos(photos);
        m_results->openTab(review);
    });
    connect(review, &ReviewTab::trainAgainWanted, this, &MainWindow::trainAgain);
    connect(m_workspace->review(), &PhotoReview::problemChanged, this, [this](const QString &problem, const QString &before) {
        if (!problem.isEmpty() || m_banner->message() == before)
            m_banner->showMessage(problem);
    });
    connect(m_photos, &PhotosPage::opened, this, [this](const DatasetRequest &request) {
        if (std::exchange(m_trainsWhenRead, std::nullopt) != request)
            return;
        showPage(Train);
        m_train->startRun();
    });
    const auto forget = [this](const DatasetRequest &request) { // others were opened, or these can't be
        if (m_trainsWhenRead != request)
            m_trainsWhenRead.reset();
    };
    connect(m_context.datasets, &DatasetSession::started, this, forget);
    connect(m_context.datasets, &DatasetSession::failed, this, [this] { m_trainsWhenRead.reset(); });

    connect(m_context.weights, &WeightsSession::scanned, this, &MainWindow::chooseWeights);
    connect(m_context.weights, &WeightsSession::inspected, this, &MainWindow::chooseWeights);
    m_context.weights->scan();

    showPage(Photos);
    resize(1280, 800);
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    if (const QString model = settings.value(QStringLiteral("model")).toString(); QFileInfo::exists(model))
        openModel(model);
    m_continuation->offer();
}

MainWindow::~MainWindow() = default;

/// Each thing that the menus offer is done on the page that it is about.
void MainWindow::followMenu()
{
    connect(m_menu, &MainMenu::wizardWanted, this, &MainWindow::openWizard);
    connect(m_menu, &MainMenu::openWanted, this, [this] {
        if (m_pages->currentIndex() == Classify) {
            m_classify->choosePhotos();
        } else {
            showPage(Photos);
            m_photos->chooseFolder();
        }
    });
    connect(m_menu, &MainMenu::photoListWanted, this, [this] {
        showPage(Photos);
        m_photos->chooseFile();
    });
    connect(m_menu, &MainMenu::samplesWanted, this, [this] { openDataset({true, {}, 1}); });
    connect(m_menu, &MainMenu::oxford102Wanted, this, [this] {
        showPage(Photos);
        m_photos->openOxford102();
    });
    connect(m_menu, &MainMenu::photosWanted, this,
            [this](const QString &path) { openDataset({false, path, m_workspace->config().seed}); });
    connect(m_menu, &MainMenu::projectWanted, m_project, &ProjectBar::chooseProject);
    connect(m_menu, &MainMenu::handOnWanted, m_project, &ProjectBar::handOn);
    connect(m_menu, &MainMenu::modelWanted, this, [this] {
        showPage(Classify);
        m_classify->chooseModel();
    });
    connect(m_menu, &MainMenu::findPhotosWanted, this, [this] {
        if (m_continuation->asksForPhotos()) {
            m_continuation->findPhotos();
        } else if (m_pages->currentIndex() == Results) {
            m_results->findMovedPhotos();
        } else {
            showPage(Photos);
            m_photos->findMovedPhotos();
        }
    });
    connect(m_menu, &MainMenu::quitWanted, this, &MainWindow::close);
    connect(m_menu, &MainMenu::pasteWanted, this, [this] {
        showPage(Classify);
        m_classify->paste();
    });
    connect(m_menu, &MainMenu::startWanted, this, [this] {
        showPage(Train);
        m_train->startRun();
    });
    connect(m_menu, &MainMenu::pauseWanted, m_train, &TrainPage::togglePause);
    connect(m_menu, &MainMenu::stopWanted, m_context.training, &TrainingSession::stop);
    connect(m_menu, &MainMenu::weightsWanted, this, [this] {
        showPage(Train);
        m_train->offerWeights();
    });
    connect(m_menu, &MainMenu::pageWanted, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_menu, &MainMenu::firstStepsWanted, this, &MainWindow::showFirstSteps);
}

void MainWindow::showFirstSteps()
{
    QList<ShortcutGroup> inPages;
    for (int page = 0; page < PageCount; ++page) {
        if (const QList<ShortcutText> shortcuts = shortcutsOf(*m_pages->widget(page)); !shortcuts.isEmpty())
            inPages.append({pageNames().at(page).title, shortcuts});
    }
    FirstSteps(shortcutsOf(*menuBar()), inPages, this).exec();
}

void MainWindow::rememberDataset(const DatasetRequest &request)
{
    if (request.samples) {
        if (m_workspace->config().weightsPath.isEmpty())
            m_workspace->setConfig(withPreset(m_workspace->config(), Preset::FromScratch));
        return;
    }
    m_menu->rememberPhotos(request.path);
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_rail->setPage(page);
    m_menu->setUndoStack(page == Classify ? m_classify->undoStack() : m_workspace->review()->undoStack());
    m_pages->currentWidget()->setFocus();
}

void MainWindow::openDataset(const DatasetRequest &request)
{
    showPage(Photos);
    m_photos->open(request);
}

/// Trains with the photos at `rootPath`, which `request` opens where others are open.
void MainWindow::trainAgain(const DatasetRequest &request, const QString &rootPath)
{
    if (QDir::cleanPath(m_workspace->datasetAsRead().rootPath) == QDir::cleanPath(rootPath)) {
        showPage(Train);
        m_train->startRun();
        return;
    }
    m_trainsWhenRead = request;
    openDataset(request);
}

void MainWindow::openModel(const QString &path)
{
    QSettings().setValue(QStringLiteral("model"), path);
    m_classify->openModel(path);
}

void MainWindow::openProject(const QString &file)
{
    m_project->open(file);
}

/// The marks come first, so that the photos are read with them.
void MainWindow::showProject(const UnpackReport &report)
{
    if (!report.marks.isEmpty())
        m_workspace->review()->takeOver(report.dataset, report.marks);
    m_results->reload(report.runFolders.value(0));
    m_continuation->offer();
    if (report.photos > 0 || report.runFolders.isEmpty())
        openDataset({false, report.dataset, m_workspace->config().seed});
    else
        showPage(Results);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!ProjectBar::projectIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (const QString file = ProjectBar::projectIn(*event->mimeData()); !file.isEmpty()) {
        event->acceptProposedAction();
        openProject(file);
    }
}

void MainWindow::openWizard()
{
    TeachWizard wizard(&m_context, m_workspace, this);
    if (wizard.exec() != QDialog::Accepted)
        return;
    m_photos->lookForMoved(wizard.request());
    showPage(Train);
    m_train->startRun();
}

void MainWindow::reloadRuns()
{
    m_results->reload();
    m_continuation->offer();
}

void MainWindow::showProblem(const QString &text)
{
    m_banner->showMessage(text);
}

/// Takes weights of the chosen width, where the settings name none; what is in a file is known a moment after the start.
void MainWindow::chooseWeights()
{
    TrainingConfig config = m_workspace->config();
    for (const QString &path : m_wantsWeights ? m_context.weights->files() : QStringList()) {
        const std::optional<Result<ModelInfo>> info = m_context.weights->info(path);
        if (info && *info && (*info)->architecture.width == config.width) {
            config.weightsPath = path;
            m_workspace->setConfig(config);
            return;
        }
    }
}

void MainWindow::runEnded(const TrainingSummary &summary)
{
    m_results->reload(summary.runFolder);
    if (!summary.modelPath.isEmpty())
        openModel(summary.modelPath);
    if (m_closeWhenStopped)
        close();
}

void MainWindow::setJobLine(const QString &line, int percent)
{
    m_rail->setJobLine(line);
    setWindowTitle(line.isEmpty() ? tr("Flower Trainer") : tr("%1 % – Flower Trainer").arg(percent));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    event->ignore();
    if (m_context.projects && m_context.projects->isRunning()
        && !asksToStop(this, {QStringLiteral("closeWhilePacking"), tr("A project is packed or opened"),
                              tr("Stop that and close? Nothing of it is kept."), tr("Stop and close"), tr("Wait for it")}))
        return;
    if (!m_context.training->isRunning()) {
        event->accept();
        return;
    }
    if (m_closeWhenStopped)
        return;
    if (!asksToStop(this, {QStringLiteral("closeWhileTraining"), tr("A training is running"),
                           tr("Stop the training and close? The best model so far is kept."), tr("Stop and close"), tr("Go on training")}))
        return;
    m_closeWhenStopped = true;
    if (m_context.training->isRunning())
        m_context.training->stop();
    else
        close();
}

} // namespace flower
