// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/Torch.h"

#include <functional>
#include <optional>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008), exact: every row against every other, in O(N²)
/// time a step and O(N²) memory. It starts from the principal components (Kobak and Berens 2019) with a learning rate that grows
/// with N (Belkina et al. 2019). The same rows and the same seed give the same places, whatever the number of threads.
class Tsne
{
public:
    struct Options {
        double perplexity = 30;      ///< about how many neighbours count; lowered to (N − 1) / 3
        int steps = 750;
        int exaggeratedSteps = 250;  ///< the first ones, in which groups form
        double exaggeration = 12;
        uint64_t seed = 1;
    };

    explicit Tsne(const Options &options) : m_options(options) {}

    /// Rows (N × C) to places, N × 2 in float64. `afterStep(steps done, places)` returns false to end early: nothing. Fewer than
    /// five rows have no neighbourhoods: they lie along their principal components, without a step.
    [[nodiscard]] std::optional<torch::Tensor> places(const torch::Tensor &rows,
                                                      const std::function<bool(int, const torch::Tensor &)> &afterStep) const;
    [[nodiscard]] const Options &options() const { return m_options; }

    /// How probable it is that rows are neighbours: symmetric, N × N in float32, of sum 1.
    [[nodiscard]] static torch::Tensor neighbourhoods(const torch::Tensor &rows, double perplexity);

private:
    Options m_options;
};

} // namespace flower
