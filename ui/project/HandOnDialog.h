// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"
#include "engine/store/RunBook.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;

namespace flower {

struct AppContext;
class PathRow;
class RunChoiceModel;
class Workspace;

/// Asks what of the open photos, their review and their runs goes into a ZIP, and where that is put.
class HandOnDialog : public QDialog
{
    Q_OBJECT
public:
    HandOnDialog(AppContext *context, Workspace *workspace, QWidget *parent = nullptr);

    [[nodiscard]] ProjectContent content() const;
    [[nodiscard]] QString file() const;

Q_SIGNALS:
    void ready(); ///< the runs and what all takes are known

private:
    QWidget *makePhotos();
    QWidget *makeRuns();
    void findRuns();
    void showRuns(const QList<RunRecord> &found);
    void showSizes(const ProjectSizes &sizes);
    void judge();
    void browse();

    AppContext *m_context;
    Workspace *m_workspace;
    QCheckBox *m_photos;
    QLabel *m_photosText;
    RunChoiceModel *m_runs;
    QTableView *m_table;
    QLabel *m_noRuns;
    PathRow *m_path;
    QLabel *m_size;
    QPushButton *m_save;
    std::optional<ProjectSizes> m_sizes;
};

} // namespace flower
