// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/evaluation/OutOfSetScorer.h"

namespace flower {

namespace {

constexpr double kLeastLength = 1e-12;

torch::Tensor toDouble(const torch::Tensor &tensor)
{
    return tensor.detach().to(torch::kCPU, torch::kFloat64);
}

/// The rows with length 1.
torch::Tensor normalized(const torch::Tensor &rows)
{
    return rows / rows.norm(2, 1, true).clamp_min(kLeastLength);
}

} // namespace

OutOfSetScorer::OutOfSetScorer(const MobileNetV2 &network, const QList<float> &featureMean)
{
    if (featureMean.size() != network->featureChannels())
        return;
    m_mean = toDouble(torch::tensor(std::vector<float>(featureMean.begin(), featureMean.end())));
    const torch::Tensor weight = toDouble(network->head()->weight);
    m_directions = normalized(weight - weight.mean(0, true));
}

torch::Tensor OutOfSetScorer::scores(const torch::Tensor &features) const
{
    if (!m_mean.defined())
        return torch::zeros({features.size(0)}, torch::kFloat64);
    return -normalized(toDouble(features) - m_mean).mm(m_directions.t()).amax(1);
}

} // namespace flower
