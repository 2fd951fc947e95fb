// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/results/ShownRun.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace flower {

struct AppContext;
struct SelectedRuns;
class Banner;
class ConfusionTab;
class EvaluatePanel;
class KindsTab;
class MovedPhotosBar;
class OverviewTab;
class PageHeader;
class ResultsTab;
class RunReader;
class RunTableModel;

/// Past runs, and of the selected one what it reached: a tab each for its numbers, its mistakes and its kinds.
class ResultsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsPage(AppContext *context, QWidget *parent = nullptr);

    /// Reads the run book again and selects the run of `folder`, where it is given.
    void reload(const QString &folder = {});
    /// Adds a tab at the end; it is told of every run that is chosen.
    void addTab(ResultsTab *tab, const QString &title);
    /// Opens the dialog that finds photos of the shown run that were moved.
    void findMovedPhotos();
    /// Brings a tab to the front.
    void openTab(ResultsTab *tab);

Q_SIGNALS:
    void modelWanted(const QString &modelPath);
    void trainingWanted();
    void goOnWanted(const flower::RunRecord &run); ///< with a run that was stopped or broken off
    void settingWanted(const QString &setting); ///< to be changed on Train
    void photoActivated(const flower::PhotoResult &photo); ///< in a tab, by a double click or Return
    void reviewWanted(const QList<flower::PhotoResult> &photos); ///< of the shown run: look through these
    void runShown(); ///< what was read of the selected run is in the tabs

private:
    QWidget *makeEmpty();
    QWidget *makeContent();
    QWidget *makeRuns();
    void readSelection();
    void showRuns(const SelectedRuns &selected);
    void showSubsets(const ShownRun &run);
    void showContext(const RunDetails &details);

    AppContext *m_context;
    PageHeader *m_header;
    Banner *m_banner;
    MovedPhotosBar *m_moved;
    QStackedWidget *m_stack;
    RunTableModel *m_runs;
    QTableView *m_table;
    QComboBox *m_subset;
    QTabWidget *m_tabs;
    OverviewTab *m_overview;
    ConfusionTab *m_confusion;
    KindsTab *m_kinds;
    RunReader *m_reader;
    QPushButton *m_classify;
    QPushButton *m_openFolder;
    QPushButton *m_openCard;
    QPushButton *m_evaluateOnOthers;
    QPushButton *m_goOn;
    EvaluatePanel *m_evaluate = nullptr; ///< null where models can't be measured on other photos
    std::optional<Subset> m_wantedSubset; ///< what the user chose; else test where it is there
    RunRecord m_run; ///< that is shown
    QString m_modelPath;
    QString m_folder;
};

} // namespace flower
