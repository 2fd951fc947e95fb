// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/SettingsPage.h"

#include "engine/core/TrainingPresets.h"
#include "engine/session/WeightsSession.h"
#include "ui/AppContext.h"
#include "ui/DownloadOffer.h"
#include "ui/Format.h"
#include "ui/widgets/DownloadPanel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/SettingsForm.h"
#include "ui/wizard/TeachPlan.h"

#include <QVBoxLayout>

namespace flower {

SettingsPage::SettingsPage(AppContext *context, TeachPlan *plan)
    : m_context(context), m_plan(plan), m_form(new SettingsForm), m_warning(makeLabel({})),
      m_download(new DownloadPanel(context->downloads))
{
    setTitle(tr("Network and settings"));
    setSubTitle(tr("The recommended settings are a good start. Phase 1 teaches the head, phase 2 the layers before it as well."));
    m_form->setObjectName(QStringLiteral("wizardSettings"));
    m_warning->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_form, 1);
    column->addWidget(m_warning);
    column->addWidget(m_download);
    m_form->setFetchOffered(m_context->downloads && !m_context->weightsFiles.isEmpty());
    connect(m_form, &SettingsForm::weightsWanted, this,
            [this] { m_download->offer(weightsOffer(*m_context, m_plan->config.width)); });
    connect(m_download, &DownloadPanel::fetched, this, [this](const QStringList &paths) {
        m_form->takeWeights(paths.first(), kTorchvisionWidth);
        m_context->weights->scan();
    });
    connect(m_context->weights, &WeightsSession::scanned, this, [this] { m_form->setWeights(m_context->weights->files()); });
    connect(m_form, &SettingsForm::edited, this, [this](const TrainingConfig &config) {
        m_plan->config = config;
        check();
    });
    connect(m_context->weights, &WeightsSession::inspected, this, &SettingsPage::check);
}

void SettingsPage::initializePage()
{
    m_form->setWeights(m_context->weights->files());
    m_form->setScratchWarning(!m_plan->request.samples);
    if (m_plan->request.samples && m_plan->config.weightsPath.isEmpty())
        m_plan->config = withPreset(m_plan->config, Preset::FromScratch);
    m_form->setConfig(m_plan->config);
    check();
}

void SettingsPage::check()
{
    TrainingConfig config = m_plan->config;
    config.runFolder = m_context->runsFolder; // each run gets its own below; here only the settings are looked at
    QStringList sentences;
    for (const ConfigProblem &problem : config.validate())
        sentences.append(problem.message);
    if (!config.weightsPath.isEmpty()) {
        const std::optional<Result<ModelInfo>> info = m_context->weights->info(config.weightsPath);
        if (!info)
            sentences.append(tr("Looking at the weights…")); // inspected() follows
        else if (!*info)
            sentences.append(info->error().message);
        else if ((*info)->architecture.width != config.width)
            sentences.append(tr("These weights are for width %1. Choose that width, or other weights.")
                                 .arg(format::width((*info)->architecture.width)));
    }
    m_usable = sentences.isEmpty();
    m_warning->setText(sentences.join(QLatin1Char('\n')));
    Q_EMIT completeChanged();
}

bool SettingsPage::isComplete() const
{
    return m_usable;
}

} // namespace flower
