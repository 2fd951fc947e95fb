// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/AppContext.h"

#include <QMainWindow>

#include <optional>

class QStackedWidget;

namespace flower {

class Banner;
class ClassifyPage;
class MainMenu;
class NavigationRail;
class ProjectBar;
class PhotosPage;
class ResultsPage;
class RunContinuation;
class TrainPage;
struct UnpackReport;
class Workspace;

/// The window: a rail of pages in the order of the work, and the running job in sight from every page.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    enum Page { Photos, Train, Results, Classify, PageCount };

    explicit MainWindow(AppContext context, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(Page page);
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    void openDataset(const DatasetRequest &request);
    void openModel(const QString &path);
    void openWizard();
    /// Asks where a project's ZIP is unpacked to, and opens what is in it.
    void openProject(const QString &file);
    /// Shows what is in the run book now.
    void reloadRuns();
    /// Something that concerns every page, in a banner above them.
    void showProblem(const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override; ///< a project's ZIP, on any page
    void dropEvent(QDropEvent *event) override;

private:
    void followMenu();
    void showFirstSteps();
    void rememberDataset(const DatasetRequest &request);
    void trainAgain(const DatasetRequest &request, const QString &rootPath);
    void chooseWeights();
    void runEnded(const TrainingSummary &summary);
    void showProject(const UnpackReport &report);
    void setJobLine(const QString &line, int percent);

    AppContext m_context;
    Workspace *m_workspace;
    Banner *m_banner;
    RunContinuation *m_continuation;
    ProjectBar *m_project;
    NavigationRail *m_rail;
    QStackedWidget *m_pages;
    PhotosPage *m_photos;
    TrainPage *m_train;
    ResultsPage *m_results;
    ClassifyPage *m_classify;
    MainMenu *m_menu;
    std::optional<DatasetRequest> m_trainsWhenRead; ///< a run starts when these photos are there
    bool m_closeWhenStopped = false;
    bool m_wantsWeights = false; ///< the settings name none but aren't for training from scratch, and nobody has changed them
};

} // namespace flower
