// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/Torch.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// What a batch's photos show: of row i `first[i]`, or where photos were mixed `share[i]` of it and the rest of `second[i]`.
struct BatchLabels {
    BatchLabels(torch::Tensor labels) : first(std::move(labels)) {} // not explicit: most batches have plain labels
    BatchLabels(torch::Tensor firstLabels, torch::Tensor secondLabels, torch::Tensor shares)
        : first(std::move(firstLabels)), second(std::move(secondLabels)), share(std::move(shares))
    {
    }

    torch::Tensor first;  ///< N, int64
    torch::Tensor second; ///< N, int64; undefined: nothing was mixed
    torch::Tensor share;  ///< N, float in [0, 1]; undefined as `second`

    [[nodiscard]] bool areMixed() const { return second.defined(); }
    [[nodiscard]] int64_t size() const { return first.size(0); }
    /// The label with the greater share: what an answer is counted right against.
    [[nodiscard]] torch::Tensor dominant() const;
    /// Some of the rows, on another device.
    [[nodiscard]] BatchLabels rows(const torch::Tensor &chosen, torch::Device device) const;
};

/// Mean cross-entropy of logits (N × classes), as PyTorch reckons it with `options`; of mixed rows the losses against both
/// labels by their shares. With class weights each loss and its part in the mean are weighted.
torch::Tensor crossEntropy(const torch::Tensor &logits, const BatchLabels &labels,
                           torch::nn::functional::CrossEntropyFuncOptions options);

} // namespace flower
