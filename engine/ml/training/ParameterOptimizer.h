// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"
#include "engine/ml/training/Checkpoint.h"

#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// AdamW (Loshchilov and Hutter 2019) or SGD with momentum over some parameters of a network, each step in one pass over
/// memory by LibTorch's fused kernels. Parameters without a gradient stay as they are.
class ParameterOptimizer
{
public:
    ParameterOptimizer(const PhaseConfig &phase, std::vector<torch::Tensor> parameters);

    void zeroGradients();
    /// Moves the parameters by their gradients.
    void step(double learningRate);

    /// Puts in what the steps so far have left, as "optimizer.…".
    void keepIn(Checkpoint &checkpoint) const;
    /// Takes it over. Throws c10::Error where it doesn't fit the parameters.
    void takeFrom(const Checkpoint &checkpoint);

private:
    struct Slot {
        torch::Tensor parameter;
        torch::Tensor first;  ///< mean of the gradients, or SGD's momentum; undefined before the first step
        torch::Tensor second; ///< mean of their squares; AdamW only
        torch::Tensor steps;  ///< how many steps it has made; a float, as the kernel wants it
    };
    void stepAdamW(std::vector<Slot *> &slots, double learningRate);
    void stepSgd(std::vector<Slot *> &slots, double learningRate);

    Optimizer m_kind;
    double m_momentum;
    double m_weightDecay;
    std::vector<Slot> m_slots;
};

} // namespace flower
