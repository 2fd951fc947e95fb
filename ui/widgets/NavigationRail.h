// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QButtonGroup;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace flower {

class DownloadSession;

/// The rail at the window's left: the pages in the order of the work, the running job, and whether the network is in use.
class NavigationRail : public QFrame
{
    Q_OBJECT
public:
    explicit NavigationRail(QWidget *parent = nullptr);

    /// Pages are numbered in the order in which they are added.
    void addPage(const QString &iconName, const QString &text);
    void setPage(int page);
    /// What the running job says, or empty: none is on.
    void setJobLine(const QString &line);
    void follow(DownloadSession *downloads);

Q_SIGNALS:
    void pageWanted(int page);
    void jobWanted();

private:
    QVBoxLayout *m_pages;
    QButtonGroup *m_buttons;
    QToolButton *m_job;
    QLabel *m_network;
};

} // namespace flower
