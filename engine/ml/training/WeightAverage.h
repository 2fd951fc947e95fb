// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/Checkpoint.h"

#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// The exponential moving average of some tensors of a network over its learning steps (Polyak and Juditsky 1992; as in
/// Tarvainen and Valpola 2017), which is often better than the last step's weights. BatchNorm statistics that learn belong
/// to the tensors; those that stand still are their own average.
class WeightAverage
{
public:
    /// Starts at the tensors' present values. `decay` in (0, 1): how much of the average each step keeps, less in the first
    /// ones (step n at most (1 + n) / (10 + n)), so that the start is soon forgotten.
    WeightAverage(std::vector<torch::Tensor> tensors, double decay);

    /// After a learning step. Not while the average is in use.
    void update();
    /// Puts the average into the network, to validate and keep it; nothing where it is there.
    void useAverage();
    /// Puts back what the steps learned, to go on; nothing where it is there.
    void useLearned();

    /// Puts in what isn't in the network at present, as "average.…".
    void keepIn(Checkpoint &checkpoint) const;
    /// Takes it over; the network's own tensors are for others to set. Throws c10::Error where it doesn't fit.
    void takeFrom(const Checkpoint &checkpoint);

private:
    void swap();

    std::vector<torch::Tensor> m_tensors; ///< the network's own
    std::vector<torch::Tensor> m_other;   ///< the average; while that is in use, what the steps learned
    double m_decay;
    int m_steps = 0;
    bool m_isInUse = false;
};

} // namespace flower
