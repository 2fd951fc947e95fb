// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QWizardPage>

class QButtonGroup;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace flower {

struct AppContext;
class Banner;
class DownloadPanel;
class MovedPhotosBar;
struct TeachPlan;

/// First page: samples, Oxford 102, a folder, or a list. Fetches (asked) and reads the photos; the next page opens when they
/// are there. Where some of a list were moved it says so first, and finds them or goes on without them.
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
    /// Others are chosen: what was said of those before is no longer so.
    void forgetMoved();
    void lookForMoved();
    void endLookingForMoved();
    /// What is to be read; without a path for a source that needs one: none is chosen yet.
    [[nodiscard]] DatasetRequest chosen() const;

    AppContext *m_context;
    TeachPlan *m_plan;
    QButtonGroup *m_kinds;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QProgressBar *m_progress;
    Banner *m_banner;
    MovedPhotosBar *m_moved;
    DownloadPanel *m_download;
    bool m_reading = false;
    bool m_lookingForMoved = false; ///< after it: which photos of the list are missing
};

} // namespace flower
