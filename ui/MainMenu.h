// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenuBar;
class QUndoGroup;
class QUndoStack;

namespace flower {

struct AppContext;
class RecentPhotosMenu;

/// The menus of the window: what can be done from every page, each with its key. They say what is wanted; the window does it.
class MainMenu : public QObject
{
    Q_OBJECT
public:
    /// Fills `bar`, which gets it as its child. `context` lives as long.
    MainMenu(QMenuBar *bar, const AppContext &context);

    /// Whose steps are undone: those of the page in sight.
    void setUndoStack(QUndoStack *stack);
    void rememberPhotos(const QString &path);

Q_SIGNALS:
    void wizardWanted();
    void openWanted(); ///< of whatever the page in sight is about
    void photoListWanted();
    void samplesWanted();
    void oxford102Wanted();
    void photosWanted(const QString &path); ///< some that were open before
    void projectWanted(); ///< one in a ZIP
    void handOnWanted();
    void findPhotosWanted(); ///< that were moved
    void modelWanted();
    void quitWanted();
    void pasteWanted();
    void startWanted();
    void pauseWanted();
    void stopWanted();
    void weightsWanted();
    void pageWanted(int page);
    void firstStepsWanted();

private:
    void makeFileMenu();
    void makeEditMenu();
    void makeTrainingMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void followSteps(QAction *undo, QAction *redo);
    void showAbout();

    QMenuBar *m_bar;
    const AppContext &m_context;
    QUndoGroup *m_undo;
    RecentPhotosMenu *m_recent = nullptr;
};

} // namespace flower
