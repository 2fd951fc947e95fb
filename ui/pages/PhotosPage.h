// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QStringListModel;
class QTableView;
class QTabWidget;

namespace flower {

struct AppContext;
class Banner;
class CheckTab;
class ClassTableModel;
class DataCheck;
class DownloadPanel;
class MovedPhotosBar;
class PageHeader;
class PhotoListModel;
class ReviewNote;
class ThumbnailLoader;
class Workspace;

/// The photos: choose them, see their kinds, counts and split, and what can't be read.
class PhotosPage : public QWidget
{
    Q_OBJECT
public:
    PhotosPage(AppContext *context, Workspace *workspace, QWidget *parent = nullptr);

    void open(const DatasetRequest &request);
    void chooseFolder();
    void chooseFile();
    /// Looks which photos of a list (CSV) that is open are missing, and says so.
    void lookForMoved(const DatasetRequest &request);
    /// Opens the dialog that finds photos of the open list (CSV) that were moved.
    void findMovedPhotos();
    /// Reads Oxford 102 Flowers from the program's own folder; asks whether they may be fetched where they aren't there.
    void openOxford102();

Q_SIGNALS:
    void wizardWanted();
    void trainingWanted();
    void opened(const flower::DatasetRequest &request);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeEmpty();
    QWidget *makeContent();
    void endReading();
    void showDataset();
    void showPhotos();
    void fillLists();
    void applyFilter();
    void showCheck();

    AppContext *m_context;
    Workspace *m_workspace;
    PageHeader *m_header;
    Banner *m_banner;
    MovedPhotosBar *m_moved;
    DownloadPanel *m_download;
    QStackedWidget *m_stack;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_train;
    ThumbnailLoader *m_thumbnails;
    ClassTableModel *m_classes;
    PhotoListModel *m_photos;
    QTableView *m_classTable;
    QListView *m_photoList;
    QStringListModel *m_problems;
    QComboBox *m_subset;
    QTabWidget *m_tabs;
    ReviewNote *m_review;
    DataCheck *m_check;
    CheckTab *m_findings = nullptr; ///< null: photos aren't checked
    QListView *m_changed;      ///< the tab of what was changed in review
    QStringListModel *m_changes;
    bool m_listsAreOld = false; ///< m_problems and m_changes
    bool m_opensFetched = false; ///< no other photos were opened since the download began
    std::optional<DatasetRequest> m_wanted; ///< being read for this page; others read for themselves
    DatasetRequest m_listed; ///< the list whose missing photos are told of
};

} // namespace flower
