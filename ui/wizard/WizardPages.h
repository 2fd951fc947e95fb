// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QWizardPage>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;
class QTableView;

namespace flower {

struct AppContext;
class Banner;
class ClassTableModel;
class DownloadPanel;
class PhotoListModel;
class SettingsForm;

/// What the wizard's pages hand on to each other.
struct TeachPlan {
    DatasetRequest request;
    Dataset dataset;
    TrainingConfig config;
};

/// First page: samples, Oxford 102, a folder, or a list. Fetches (asked) and reads the photos; the next page opens when they
/// are there.
class ChoosePhotosPage : public QWizardPage
{
    Q_OBJECT
public:
    ChoosePhotosPage(AppContext *context, TeachPlan *plan);
    [[nodiscard]] bool isComplete() const override;
    bool validatePage() override;
    void cleanupPage() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose(const QString &path);
    /// What is to be read; without a path for a source that needs one: none is chosen yet.
    [[nodiscard]] DatasetRequest chosen() const;

    AppContext *m_context;
    TeachPlan *m_plan;
    QButtonGroup *m_kinds;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QProgressBar *m_progress;
    Banner *m_banner;
    DownloadPanel *m_download;
    bool m_reading = false;
};

/// Second page: kinds, counts, a few thumbnails, and what needs a look.
class FoundPage : public QWizardPage
{
    Q_OBJECT
public:
    FoundPage(AppContext *context, TeachPlan *plan);
    void initializePage() override;

private:
    TeachPlan *m_plan;
    ClassTableModel *m_classes;
    PhotoListModel *m_photos;
    QLabel *m_notes;
};

/// Third page: network, weights and both phases; simple first.
class SettingsPage : public QWizardPage
{
    Q_OBJECT
public:
    SettingsPage(AppContext *context, TeachPlan *plan);
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    void check();

    AppContext *m_context;
    TeachPlan *m_plan;
    SettingsForm *m_form;
    QLabel *m_warning;
    DownloadPanel *m_download;
    bool m_usable = true;
};

/// Last page: everything in a few sentences, with an estimate of the time.
class ReviewPage : public QWizardPage
{
    Q_OBJECT
public:
    explicit ReviewPage(TeachPlan *plan);
    void initializePage() override;

private:
    TeachPlan *m_plan;
    QLabel *m_text;
};

} // namespace flower
