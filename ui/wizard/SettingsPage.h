// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

class QLabel;

namespace flower {

struct AppContext;
class DownloadPanel;
class SettingsForm;
struct TeachPlan;

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

} // namespace flower
