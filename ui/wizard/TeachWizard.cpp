// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/TeachWizard.h"

#include "ui/Workspace.h"
#include "ui/theme/Icons.h"
#include "ui/wizard/ChoosePhotosPage.h"
#include "ui/wizard/FoundPage.h"
#include "ui/wizard/ReviewPage.h"
#include "ui/wizard/SettingsPage.h"
#include "ui/wizard/TeachPlan.h"

namespace flower {

TeachWizard::TeachWizard(AppContext *context, Workspace *workspace, QWidget *parent)
    : QWizard(parent), m_plan(std::make_shared<TeachPlan>())
{
    setWindowTitle(tr("Teach it your flowers"));
    setWindowIcon(applicationIcon());
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setButtonText(QWizard::FinishButton, tr("Start training"));
    resize(760, 600);
    m_plan->config = workspace->config();
    addPage(new ChoosePhotosPage(context, m_plan.get()));
    addPage(new FoundPage(context, m_plan.get()));
    addPage(new SettingsPage(context, m_plan.get()));
    addPage(new ReviewPage(m_plan.get()));
    connect(this, &QDialog::accepted, workspace, [plan = m_plan, workspace] {
        workspace->setDataset(plan->dataset);
        workspace->setConfig(plan->config);
    });
}

DatasetRequest TeachWizard::request() const
{
    return m_plan->request;
}

} // namespace flower
