// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BatchLabels.h"
#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/LearningRateSchedule.h"
#include "engine/ml/training/ParameterOptimizer.h"
#include "engine/ml/training/RunMaterials.h"

#include <QElapsedTimer>

#include <algorithm>
#include <functional>
#include <optional>

namespace flower {

/// What both phases do alike: optimiser steps by the phase's schedule, and at the end of an epoch the report, the best
/// epoch and early stopping.
class PhaseLearner
{
public:
    /// `learning`: the parameters that this phase changes.
    PhaseLearner(RunMaterials &run, BestEpoch &best, Phase phase, std::vector<torch::Tensor> learning);

    void startEpoch();
    /// One optimiser step on batch `number` (from 0) of `batches`; `logits` carry the graph. `afterBackward` sets the
    /// gradients that lie outside of it. Of photos that were mixed the answer counts as right where it is the label with the
    /// greater share, so that the accuracy in training is lower than it would be on the photos themselves.
    void step(const torch::Tensor &logits, const BatchLabels &labels, int number, int batches,
              const std::function<void()> &afterBackward = {});
    /// After the last batch: what follows is not counted as learning.
    void finishLearning() { m_learningSeconds = seconds(); }
    /// Reports the epoch and keeps it where it is the best; false where early stopping ends the phase.
    [[nodiscard]] bool finishEpoch(const Evaluation &validation);

    /// Seconds since the epoch began.
    [[nodiscard]] double seconds() const { return static_cast<double>(m_timer.nsecsElapsed()) / 1e9; }
    /// Speed of this epoch so far.
    [[nodiscard]] double imagesPerSecond() const { return static_cast<double>(m_photos) / std::max(1e-3, seconds()); }

private:
    [[nodiscard]] bool isOver(double score);

    RunMaterials &m_run;
    BestEpoch &m_best;
    Phase m_which;
    const PhaseConfig &m_phase;
    ParameterOptimizer m_optimizer;
    LearningRateSchedule m_schedule;
    torch::nn::functional::CrossEntropyFuncOptions m_lossOptions;

    int m_epochsBegun = 0;
    QElapsedTimer m_timer; ///< since the epoch began
    double m_loss = 0.0;   ///< sum over photos
    int64_t m_right = 0;
    int64_t m_photos = 0;
    double m_rate = 0.0;
    double m_learningSeconds = 0.0;

    std::optional<double> m_bestScore;
    int m_epochsWithoutBest = 0;
};

} // namespace flower
