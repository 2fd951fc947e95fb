// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "ui/pages/results/ResultsTab.h"

#include <QSet>

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace flower {

struct AppContext;
class KindPicker;
class PhotoInspector;
class ReviewFilterModel;
class ReviewListModel;
class Workspace;

/// The photos of a run that it finds hardest, to find wrong labels: each can be given another kind, left out or kept as it is.
/// The marks are the workspace's review; the photos' files are never touched.
class ReviewTab : public ResultsTab
{
    Q_OBJECT
public:
    ReviewTab(AppContext *context, Workspace *workspace, QWidget *parent = nullptr);

    void showRun(const ShownRun &run) override;
    /// Looks through these photos of the shown run only, until others are asked for.
    void choosePhotos(const QList<PhotoResult> &photos);

Q_SIGNALS:
    /// Train with the data set of the shown run and its marks; it is to be opened first where another one is open.
    void trainAgainWanted(const flower::DatasetRequest &request, const QString &rootPath);

private:
    QBoxLayout *makeFilters();
    QWidget *makeList();
    QWidget *makeDetail();
    QBoxLayout *makeFooter();
    QToolButton *makeButton(QAction *action, const char *name, const QKeySequence &key);
    /// Rows of the list model that are selected.
    [[nodiscard]] QList<int> selectedRows() const;
    void relabel(const QList<int> &rows, const QString &kind);
    void relabelAsAnswered();
    void leaveOut();
    void keep();
    void chooseKind();
    void trainAgain();
    void forgetChosen();
    void showMarks();
    void showCurrent();
    [[nodiscard]] int markedTestPhotos() const;

    Workspace *m_workspace;
    ReviewListModel *m_photos;
    ReviewFilterModel *m_shown;
    PhotoInspector *m_inspector;
    KindPicker *m_picker;
    QListView *m_list;
    QComboBox *m_order;
    QComboBox *m_show;
    QComboBox *m_kind;
    QLabel *m_count;
    QLabel *m_footing;
    QPushButton *m_train;
    QAction *m_relabel;
    QAction *m_choose;
    QAction *m_leaveOut;
    QAction *m_keep;
    QToolButton *m_chooseButton = nullptr;
    DatasetRequest m_request;    ///< opens the data set of the shown run
    QString m_rootPath;          ///< of that data set
    QSet<QString> m_testPhotos;  ///< of that data set, as far as they were shown
};

} // namespace flower
