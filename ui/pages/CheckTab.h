// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/FindingWords.h"

#include <QWidget>

class QLabel;
class QListView;
class QListWidget;
class QMenu;
class QPushButton;
class QToolButton;

namespace flower {

class DataCheck;
class FindingListModel;
class ThumbnailLoader;
class Workspace;

/// What the check of the photos found, by what it is, each finding with its photos and a way to put it right with one click.
/// Nothing here must be done; everything that is done can be undone.
class CheckTab : public QWidget
{
    Q_OBJECT
public:
    CheckTab(DataCheck *check, Workspace *workspace, ThumbnailLoader *thumbnails, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpSections();
    QWidget *makeFindings();
    void fitSections(); ///< their height to the lines that they take
    void showReport();
    void showSection();
    void showRemedies();
    void applyRemedy(int number);
    [[nodiscard]] FindingSection section() const;
    [[nodiscard]] QString stateText() const;

    DataCheck *m_check;
    Workspace *m_workspace;
    FindingListModel *m_model;
    QLabel *m_state;
    QPushButton *m_again;
    QListWidget *m_sections; ///< side by side, as on a page's filters
    QWidget *m_content = nullptr;
    QLabel *m_what;
    QListView *m_list;
    QPushButton *m_remedy;
    QToolButton *m_others;  ///< the remedies beyond the first
    QMenu *m_otherMenu;
    QPushButton *m_all;
};

} // namespace flower
