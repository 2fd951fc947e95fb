// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainMenu.h"

#include "ui/AppContext.h"
#include "ui/PageNames.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/RecentPhotosMenu.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QUndoGroup>

namespace flower {

namespace {

/// Names of kinds in a menu: an ampersand stays one.
QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

MainMenu::MainMenu(QMenuBar *bar, const AppContext &context)
    : QObject(bar), m_bar(bar), m_context(context), m_undo(new QUndoGroup(this))
{
    makeFileMenu();
    makeEditMenu();
    makeTrainingMenu();
    makeViewMenu();
    makeHelpMenu();
}

void MainMenu::setUndoStack(QUndoStack *stack)
{
    m_undo->addStack(stack);
    m_undo->setActiveStack(stack);
}

void MainMenu::rememberPhotos(const QString &path)
{
    m_recent->remember(path);
}

void MainMenu::makeFileMenu()
{
    QMenu *file = m_bar->addMenu(tr("&File"));
    file->addAction(themedIcon(QStringLiteral("wand")), tr("&Teach it your flowers…"), QKeySequence(Qt::CTRL | Qt::Key_T), this,
                    &MainMenu::wizardWanted);
    file->addAction(themedIcon(QStringLiteral("folder")), tr("&Open…"), QKeySequence::Open, this, &MainMenu::openWanted);
    file->addAction(themedIcon(QStringLiteral("table")), tr("Open a &list of photos (CSV)…"), this, &MainMenu::photoListWanted);
    file->addAction(tr("Use the built-in &samples"), this, &MainMenu::samplesWanted);
    if (m_context.downloads)
        file->addAction(tr("Oxford 102 &Flowers…"), this, &MainMenu::oxford102Wanted);
    m_recent = new RecentPhotosMenu(file);
    connect(m_recent, &RecentPhotosMenu::chosen, this, &MainMenu::photosWanted);
    file->addMenu(m_recent);
    file->addSeparator();
    if (m_context.projects) {
        file->addAction(tr("Open a &project (ZIP)…"), this, &MainMenu::projectWanted);
        file->addAction(tr("&Hand on as ZIP…"), this, &MainMenu::handOnWanted);
        file->addSeparator();
    }
    file->addAction(themedIcon(QStringLiteral("file")), tr("Open a &model…"), QKeySequence(Qt::CTRL | Qt::Key_M), this,
                    &MainMenu::modelWanted);
    file->addSeparator();
    file->addAction(tr("Find mo&ved photos…"), this, &MainMenu::findPhotosWanted);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &MainMenu::quitWanted);
}

void MainMenu::makeEditMenu()
{
    QMenu *edit = m_bar->addMenu(tr("&Edit"));
    QAction *undo = edit->addAction(tr("&Undo"), QKeySequence::Undo, m_undo, &QUndoGroup::undo);
    QAction *redo = edit->addAction(tr("&Redo"), m_undo, &QUndoGroup::redo);
    QList<QKeySequence> redoKeys = QKeySequence::keyBindings(QKeySequence::Redo);
    if (const QKeySequence key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z); !redoKeys.contains(key))
        redoKeys.append(key);
    redo->setShortcuts(redoKeys);
    followSteps(undo, redo);
    edit->addSeparator();
    edit->addAction(tr("&Paste a picture to classify"), QKeySequence::Paste, this, &MainMenu::pasteWanted);
}

void MainMenu::followSteps(QAction *undo, QAction *redo)
{
    undo->setObjectName(QStringLiteral("undo"));
    redo->setObjectName(QStringLiteral("redo"));
    undo->setIconText(tr("Undo")); // whatever the step
    redo->setIconText(tr("Redo"));
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(m_undo, &QUndoGroup::canUndoChanged, undo, &QAction::setEnabled);
    connect(m_undo, &QUndoGroup::canRedoChanged, redo, &QAction::setEnabled);
    connect(m_undo, &QUndoGroup::undoTextChanged, undo,
            [undo](const QString &what) { undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(menuText(what))); });
    connect(m_undo, &QUndoGroup::redoTextChanged, redo,
            [redo](const QString &what) { redo->setText(what.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(menuText(what))); });
}

void MainMenu::makeTrainingMenu()
{
    QMenu *train = m_bar->addMenu(tr("&Training"));
    train->addAction(themedIcon(QStringLiteral("play")), tr("&Start"), QKeySequence(Qt::CTRL | Qt::Key_Return), this,
                     &MainMenu::startWanted);
    train->addAction(themedIcon(QStringLiteral("pause")), tr("&Pause or go on"), QKeySequence(Qt::CTRL | Qt::Key_Space), this,
                     &MainMenu::pauseWanted);
    train->addAction(themedIcon(QStringLiteral("stop")), tr("S&top and keep the best"), QKeySequence(Qt::CTRL | Qt::Key_Period), this,
                     &MainMenu::stopWanted);
    if (m_context.downloads) {
        train->addSeparator();
        train->addAction(themedIcon(QStringLiteral("save")), tr("Get torchvision's &weights…"), this, &MainMenu::weightsWanted);
    }
}

void MainMenu::makeViewMenu()
{
    QMenu *view = m_bar->addMenu(tr("&View"));
    const QList<PageName> pages = pageNames();
    for (int page = 0; page < pages.size(); ++page) {
        view->addAction(pages.at(page).title, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)), this,
                        [this, page] { Q_EMIT pageWanted(page); });
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

void MainMenu::makeHelpMenu()
{
    QMenu *help = m_bar->addMenu(tr("&Help"));
    help->addAction(tr("&Keyboard and first steps"), QKeySequence(Qt::Key_F1), this, &MainMenu::firstStepsWanted);
    help->addAction(tr("&About Flower Trainer"), this, &MainMenu::showAbout);
    help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

void MainMenu::showAbout()
{
    QMessageBox::about(m_bar->window(), tr("About Flower Trainer"),
                       tr("Flower Trainer %1\nTeaches MobileNet-V2 to tell flowers apart, on your computer.\n"
                          "Free software under the GNU General Public License 3 or later.")
                           .arg(QCoreApplication::applicationVersion()));
}

} // namespace flower
