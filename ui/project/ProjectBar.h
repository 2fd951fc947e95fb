// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"
#include "engine/store/RunBook.h"

#include <QFrame>

class QLabel;
class QMimeData;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace flower {

struct AppContext;
class Workspace;

/// The way of a project into a ZIP and out of one: asks what goes in or where it goes, shows how far it is, and says at the end what
/// became of it. A line above the pages, which can be used meanwhile; hidden while there is nothing to say.
class ProjectBar : public QFrame
{
    Q_OBJECT
public:
    ProjectBar(AppContext *context, Workspace *workspace, QWidget *parent = nullptr);

    /// Asks what of the open photos goes into a ZIP, and packs it.
    void handOn();
    /// Asks for a ZIP and opens it.
    void chooseProject();
    /// Looks into a ZIP, asks where it goes, and unpacks it.
    void open(const QString &file);
    void pack(const ProjectContent &content, const QString &file);
    void unpack(const QString &file, const QString &folder);

    /// The ZIP in what is dragged over the window; empty where none is.
    static QString projectIn(const QMimeData &data);

Q_SIGNALS:
    /// A project is there, and its runs are in the run book.
    void opened(const flower::UnpackReport &report);

private:
    void say(const QString &sentence, const QString &place = {}, bool isProblem = false);
    void begin(const QString &what);
    void ask(const QString &file, const ProjectSummary &summary);
    void showPacked(const PackReport &report);
    void takeRuns(const UnpackReport &report);
    void showOpened(const UnpackReport &report, const QList<RunRecord> &runs);
    [[nodiscard]] bool isBusy();

    AppContext *m_context;
    Workspace *m_workspace;
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_show;
    QToolButton *m_close;
    bool m_isLooking = false; ///< into a ZIP that is to be opened
    QString m_place; ///< what “Show in folder” shows
};

} // namespace flower
