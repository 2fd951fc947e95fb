// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "engine/core/TrainingPresets.h"
#include "engine/session/DatasetSession.h"
#include "engine/session/TrainingSession.h"
#include "engine/session/WeightsSession.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/PhotosPage.h"
#include "ui/pages/ResultsPage.h"
#include "ui/pages/TrainPage.h"
#include "ui/pages/results/ReviewTab.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/NavigationRail.h"
#include "ui/widgets/RecentPhotosMenu.h"
#include "ui/wizard/TeachWizard.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QUndoGroup>
#include <QUndoStack>
#include <QVBoxLayout>

namespace flower {

namespace {

/// Names of kinds in a menu: an ampersand stays one.
QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

MainWindow::MainWindow(AppContext context, QWidget *parent)
    : QMainWindow(parent), m_context(std::move(context)), m_workspace(new Workspace(m_context.reviewsFolder, this)), m_banner(new Banner),
      m_rail(new NavigationRail), m_pages(new QStackedWidget)
{
    setWindowTitle(tr("Flower Trainer"));
    setWindowIcon(applicationIcon());
    setMinimumSize(1024, 660);

    QSettings settings;
    TrainingConfig config;
    if (const Result<TrainingConfig> stored =
            TrainingConfig::fromJson(settings.value(QStringLiteral("config")).toByteArray(), TrainingConfig()))
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
    column->addWidget(m_pages, 1);
    row->addLayout(column, 1);
    setCentralWidget(central);
    m_rail->addPage(QStringLiteral("photos"), tr("Photos"));
    m_rail->addPage(QStringLiteral("train"), tr("Train"));
    m_rail->addPage(QStringLiteral("results"), tr("Results"));
    m_rail->addPage(QStringLiteral("classify"), tr("Classify"));
    if (m_context.downloads)
        m_rail->follow(m_context.downloads);
    makeFileMenu();
    makeEditMenu();
    makeTrainingMenu();
    makeViewMenu();
    makeHelpMenu();

    connect(m_rail, &NavigationRail::pageWanted, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_rail, &NavigationRail::jobWanted, this, [this] { showPage(Train); });
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
}

MainWindow::~MainWindow() = default;

void MainWindow::makeFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(themedIcon(QStringLiteral("wand")), tr("&Teach it your flowers…"), QKeySequence(Qt::CTRL | Qt::Key_T), this,
                    &MainWindow::openWizard);
    file->addAction(themedIcon(QStringLiteral("folder")), tr("&Open…"), QKeySequence::Open, this, [this] {
        if (m_pages->currentIndex() == Classify) {
            m_classify->choosePhotos();
        } else {
            showPage(Photos);
            m_photos->chooseFolder();
        }
    });
    file->addAction(themedIcon(QStringLiteral("table")), tr("Open a &list of photos (CSV)…"), this, [this] {
        showPage(Photos);
        m_photos->chooseFile();
    });
    file->addAction(tr("Use the built-in &samples"), this, [this] { openDataset({true, {}, 1}); });
    if (m_context.downloads) {
        file->addAction(tr("Oxford 102 &Flowers…"), this, [this] {
            showPage(Photos);
            m_photos->openOxford102();
        });
    }
    m_recent = new RecentPhotosMenu(file);
    connect(m_recent, &RecentPhotosMenu::chosen, this,
            [this](const QString &path) { openDataset({false, path, m_workspace->config().seed}); });
    file->addMenu(m_recent);
    file->addSeparator();
    file->addAction(themedIcon(QStringLiteral("file")), tr("Open a &model…"), QKeySequence(Qt::CTRL | Qt::Key_M), this, [this] {
        showPage(Classify);
        m_classify->chooseModel();
    });
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &MainWindow::close);
}

void MainWindow::makeEditMenu()
{
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = new QUndoGroup(this);
    for (QUndoStack *stack : {m_workspace->review()->undoStack(), m_classify->undoStack()})
        m_undo->addStack(stack);
    QAction *undo = edit->addAction(tr("&Undo"), QKeySequence::Undo, m_undo, &QUndoGroup::undo);
    QAction *redo = edit->addAction(tr("&Redo"), m_undo, &QUndoGroup::redo);
    undo->setObjectName(QStringLiteral("undo"));
    redo->setObjectName(QStringLiteral("redo"));
    QList<QKeySequence> redoKeys = QKeySequence::keyBindings(QKeySequence::Redo);
    if (const QKeySequence key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z); !redoKeys.contains(key))
        redoKeys.append(key);
    redo->setShortcuts(redoKeys);
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(m_undo, &QUndoGroup::canUndoChanged, undo, &QAction::setEnabled);
    connect(m_undo, &QUndoGroup::canRedoChanged, redo, &QAction::setEnabled);
    connect(m_undo, &QUndoGroup::undoTextChanged, undo,
            [undo](const QString &what) { undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(menuText(what))); });
    connect(m_undo, &QUndoGroup::redoTextChanged, redo,
            [redo](const QString &what) { redo->setText(what.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(menuText(what))); });
    edit->addSeparator();
    edit->addAction(tr("&Paste a picture to classify"), QKeySequence::Paste, this, [this] {
        showPage(Classify);
        m_classify->paste();
    });
}

void MainWindow::makeTrainingMenu()
{
    QMenu *train = menuBar()->addMenu(tr("&Training"));
    train->addAction(themedIcon(QStringLiteral("play")), tr("&Start"), QKeySequence(Qt::CTRL | Qt::Key_Return), this, [this] {
        showPage(Train);
        m_train->startRun();
    });
    train->addAction(themedIcon(QStringLiteral("pause")), tr("&Pause or go on"), QKeySequence(Qt::CTRL | Qt::Key_Space), m_train,
                     &TrainPage::togglePause);
    train->addAction(themedIcon(QStringLiteral("stop")), tr("S&top and keep the best"), QKeySequence(Qt::CTRL | Qt::Key_Period),
                     m_context.training, &TrainingSession::stop);
    if (m_context.downloads) {
        train->addSeparator();
        train->addAction(themedIcon(QStringLiteral("save")), tr("Get torchvision's &weights…"), this, [this] {
            showPage(Train);
            m_train->offerWeights();
        });
    }
}

void MainWindow::makeViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    const QStringList names{tr("Photos"), tr("Train"), tr("Results"), tr("Classify")};
    for (int page = 0; page < PageCount; ++page) {
        view->addAction(names.at(page), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)), this,
                        [this, page] { showPage(static_cast<Page>(page)); });
    }
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("&Appearance"));
    auto *themes = new QActionGroup(this);
    const QStringList themeNames{tr("As the system"), tr("Light"), tr("Dark")};
    for (int choice = 0; choice < themeNames.size(); ++choice) {
        QAction *action = theme->addAction(themeNames.at(choice), this, [choice] {
            QSettings().setValue(QStringLiteral("theme"), choice);
            applyTheme(static_cast<ThemeChoice>(choice));
        });
        action->setCheckable(true);
        action->setChecked(QSettings().value(QStringLiteral("theme")).toInt() == choice);
        themes->addAction(action);
    }
    QMenu *language = view->addMenu(tr("&Language"));
    auto *languages = new QActionGroup(this);
    for (const auto &[code, name] : std::as_const(m_context.languages)) {
        QAction *action = language->addAction(name, this, [this, code = code] {
            if (m_context.setLanguage)
                m_context.setLanguage(code);
        });
        action->setCheckable(true);
        action->setChecked(code == m_context.language);
        languages->addAction(action);
    }
}

void MainWindow::makeHelpMenu()
{
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keyboard and first steps"), QKeySequence(Qt::Key_F1), this, [this] {
        QMessageBox box(QMessageBox::NoIcon, tr("First steps"),
                        tr("1. Photos: choose a folder with one subfolder for each kind, or the built-in samples.\n"
                           "2. Train: press Start. First only the head learns, then the whole network.\n"
                           "3. Results: see how many test photos it gets right.\n"
                           "4. Classify: drop a photo on the window.\n\n"
                           "Ctrl+1 to Ctrl+4 pages · Ctrl+T wizard · Ctrl+O open · Ctrl+V paste\n"
                           "Ctrl+Return start · Ctrl+Space pause · Ctrl+. stop · F1 this page"),
                        QMessageBox::Close, this);
        box.exec();
    });
    help->addAction(tr("&About Flower Trainer"), this, [this] {
        QMessageBox::about(this, tr("About Flower Trainer"),
                           tr("Flower Trainer %1\nTeaches MobileNet-V2 to tell flowers apart, on your computer.\n"
                              "Free software under the GNU General Public License 3 or later.")
                               .arg(QCoreApplication::applicationVersion()));
    });
    help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

void MainWindow::rememberDataset(const DatasetRequest &request)
{
    if (request.samples) {
        if (m_workspace->config().weightsPath.isEmpty())
            m_workspace->setConfig(withPreset(m_workspace->config(), Preset::FromScratch));
        return;
    }
    m_recent->remember(request.path);
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_rail->setPage(page);
    m_undo->setActiveStack(page == Classify ? m_classify->undoStack() : m_workspace->review()->undoStack());
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

void MainWindow::openWizard()
{
    TeachWizard wizard(&m_context, m_workspace, this);
    if (wizard.exec() != QDialog::Accepted)
        return;
    showPage(Train);
    m_train->startRun();
}

void MainWindow::reloadRuns()
{
    m_results->reload();
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
    if (!m_context.training->isRunning()) {
        event->accept();
        return;
    }
    event->ignore();
    if (m_closeWhenStopped)
        return;
    QMessageBox box(QMessageBox::Question, tr("A training is running"),
                    tr("Stop the training and close? The best model so far is kept."), QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("closeWhileTraining"));
    box.addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    QPushButton *stay = box.addButton(tr("Go on training"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.exec();
    if (box.clickedButton() == stay || box.clickedButton() == nullptr)
        return;
    m_closeWhenStopped = true;
    if (m_context.training->isRunning())
        m_context.training->stop();
    else
        close();
}

} // namespace flower
