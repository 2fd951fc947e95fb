// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/RunFolder.h"
#include "ui/pages/results/ResultsTab.h"

namespace flower {

class CalibrationCard;
class FinalNumbers;
class HintList;
class RunCurves;

/// What a run reached: its final numbers, hints, its curves, and whether its probabilities are true.
class OverviewTab : public ResultsTab
{
    Q_OBJECT
public:
    explicit OverviewTab(QWidget *parent = nullptr);

    void showRun(const ShownRun &run) override;
    /// The curves of all selected runs.
    void showCurves(const QList<RunDetails> &runs);

Q_SIGNALS:
    /// A hint about a setting was followed; named as in ConfigProblem::field.
    void settingWanted(const QString &setting);

private:
    FinalNumbers *m_numbers;
    HintList *m_hints;
    RunCurves *m_curves;
    CalibrationCard *m_calibration;
};

} // namespace flower
