// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/PhaseLearner.h"
#include "engine/ml/training/RunMaterials.h"

namespace flower {

/// Phase 2: the backbone, or its last blocks, learn with the head.
class FineTuning
{
public:
    FineTuning(RunMaterials &run, BestEpoch &best) : m_run(run), m_best(best) {}

    /// Trains to the end of the phase, from the network as it is. Interrupted: the user asked to stop.
    Result<void> train();

private:
    /// Lets the parameters of parts [m_firstLearning, 19) of the backbone learn, and returns them with the head's.
    std::vector<torch::Tensor> releaseParameters();
    /// Dropout, and where it learns BatchNorm, as in training; the parts that stand still as in use.
    void setTrainingMode();
    /// What this epoch learns from, as numbers of the cache.
    [[nodiscard]] std::vector<int> photosOfEpoch() const;
    void learn(const Batch &batch, PhaseLearner &learner, int number, int batches);
    Result<Evaluation> validate();

    RunMaterials &m_run;
    BestEpoch &m_best;
    int m_firstLearning = 0; ///< parts of the backbone before it stand still
};

} // namespace flower
