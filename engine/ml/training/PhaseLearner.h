// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BatchLabels.h"
#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/LearningRateSchedule.h"
#include "engine/ml/training/ParameterOptimizer.h"
#include "engine/ml/training/RunMaterials.h"
#include "engine/ml/training/WeightAverage.h"

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
    /// `learning`: the parameters that this phase changes. `statistics`: what of the network changes beside them. `average`: of
    /// these, may be null.
    PhaseLearner(RunMaterials &run, BestEpoch &best, Phase phase, std::vector<torch::Tensor> learning,
                 std::vector<torch::Tensor> statistics = {}, WeightAverage *average = nullptr);

    /// Just before the first epoch: goes on from where an interrupted run stood, if this is its phase. Returns how many of the
    /// phase's epochs are done. Throws c10::Error where what was kept doesn't fit.
    int resume();
    /// Whether early stopping has ended the phase.
    [[nodiscard]] bool isOver() const { return m_isOver; }

    void startEpoch();
    /// Where in the epoch to go on: 0 but in an epoch that was interrupted.
    [[nodiscard]] int firstBatch() const { return m_firstBatch; }
    /// One optimiser step on batch `number` (from 0) of `batches`; `logits` carry the graph. `afterBackward` sets the
    /// gradients that lie outside of it. Of photos that were mixed the answer counts as right where it is the label with the
    /// greater share, so that the accuracy in training is lower than it would be on the photos themselves.
    void step(const torch::Tensor &logits, const BatchLabels &labels, int number, int batches,
              const std::function<void()> &afterBackward = {});
    /// After the last batch: what follows is not counted as learning.
    void finishLearning() { m_learningSeconds = seconds(); }
    /// Reports the epoch, remembers it where it is the best, and keeps where the run stands.
    void finishEpoch(const Evaluation &validation);
    /// Keeps where the run stands after some batches of the epoch.
    void keep(int batches);

    /// Seconds since the epoch began.
    [[nodiscard]] double seconds() const { return m_sums.seconds + static_cast<double>(m_timer.nsecsElapsed()) / 1e9; }
    /// Speed of this epoch so far.
    [[nodiscard]] double imagesPerSecond() const { return static_cast<double>(m_sums.photos) / std::max(1e-3, seconds()); }

private:
    /// Tells the schedule and early stopping how an epoch went.
    void epochEnded(const EpochResult &epoch);
    [[nodiscard]] std::vector<torch::Tensor> changing() const; ///< parameters and statistics

    RunMaterials &m_run;
    BestEpoch &m_best;
    Phase m_which;
    const PhaseConfig &m_phase;
    std::vector<torch::Tensor> m_learning;
    std::vector<torch::Tensor> m_statistics;
    WeightAverage *m_average;
    ParameterOptimizer m_optimizer;
    LearningRateSchedule m_schedule;
    torch::nn::functional::CrossEntropyFuncOptions m_lossOptions;

    int m_epochsBegun = 0;
    QElapsedTimer m_timer; ///< since the epoch began
    EpochSums m_sums;                ///< of the epoch so far; its seconds: those before it was interrupted
    int m_firstBatch = 0;
    EpochSums m_interrupted;         ///< of the next epoch, where it was interrupted; else nothing
    int m_interruptedBatch = 0;
    double m_learningSeconds = 0.0;

    std::optional<double> m_bestScore;
    int m_epochsWithoutBest = 0;
    bool m_isOver = false;
};

} // namespace flower
