// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/BatchLabels.h"

namespace flower {

torch::Tensor BatchLabels::dominant() const
{
    return areMixed() ? torch::where(share >= 0.5, first, second) : first;
}

BatchLabels BatchLabels::rows(const torch::Tensor &chosen, torch::Device device) const
{
    BatchLabels some(first.index_select(0, chosen).to(device));
    if (areMixed()) {
        some.second = second.index_select(0, chosen).to(device);
        some.share = share.index_select(0, chosen).to(device);
    }
    return some;
}

torch::Tensor crossEntropy(const torch::Tensor &logits, const BatchLabels &labels,
                           torch::nn::functional::CrossEntropyFuncOptions options)
{
    if (!labels.areMixed())
        return torch::nn::functional::cross_entropy(logits, labels.first, options);
    options.reduction(torch::kNone);
    const torch::Tensor rest = 1 - labels.share;
    const torch::Tensor losses = labels.share * torch::nn::functional::cross_entropy(logits, labels.first, options)
        + rest * torch::nn::functional::cross_entropy(logits, labels.second, options);
    if (!options.weight().defined())
        return losses.mean();
    const torch::Tensor weights = labels.share * options.weight().index_select(0, labels.first)
        + rest * options.weight().index_select(0, labels.second);
    return losses.sum() / weights.sum();
}

} // namespace flower
