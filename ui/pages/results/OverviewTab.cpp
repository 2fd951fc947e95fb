// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/OverviewTab.h"

#include "engine/core/TrainingHints.h"
#include "ui/pages/results/CalibrationCard.h"
#include "ui/pages/results/FinalNumbers.h"
#include "ui/pages/results/RunCurves.h"
#include "ui/pages/results/ShownRun.h"
#include "ui/widgets/HintList.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace flower {

OverviewTab::OverviewTab(QWidget *parent)
    : ResultsTab(parent), m_numbers(new FinalNumbers), m_hints(new HintList), m_curves(new RunCurves), m_calibration(new CalibrationCard)
{
    auto *content = new QWidget;
    auto *charts = new QHBoxLayout;
    charts->setSpacing(12);
    charts->addWidget(m_curves, 3);
    charts->addWidget(m_calibration, 2);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_numbers);
    column->addWidget(m_hints);
    column->addLayout(charts, 1);
    setContent(content);
    connect(m_hints, &HintList::settingWanted, this, &OverviewTab::settingWanted);
}

void OverviewTab::showRun(const ShownRun &run)
{
    explain(run.details.record.id.isEmpty() ? run.problem : QString()); // a run without answers has its curves
    m_numbers->showRun(run.details);
    m_hints->setHints(epochHints(run.details.epochs, run.details.config, {run.details.classNames, {}, run.details.start.valPhotos}));
    m_calibration->showRun(run);
}

void OverviewTab::showCurves(const QList<RunDetails> &runs)
{
    m_curves->showRuns(runs);
}

} // namespace flower
