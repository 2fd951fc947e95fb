// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/BestEpoch.h"

namespace flower {

namespace {

/// Parameters and buffers in a fixed order.
std::vector<torch::Tensor> stateOf(const MobileNetV2 &network)
{
    std::vector<torch::Tensor> state = network->parameters();
    const std::vector<torch::Tensor> buffers = network->buffers();
    state.insert(state.end(), buffers.begin(), buffers.end());
    return state;
}

} // namespace

bool BestEpoch::offer(int epoch, const MobileNetV2 &network, const Evaluation &validation)
{
    const bool validated = validation.photos > 0;
    if (validated && m_validation
        && (validation.top1 < m_validation->top1
            || (validation.top1 == m_validation->top1 && validation.loss >= m_validation->loss)))
        return false;

    const torch::NoGradGuard noGrad;
    m_state.clear();
    for (const torch::Tensor &tensor : stateOf(network))
        m_state.push_back(tensor.detach().to(torch::kCPU, tensor.scalar_type(), false, /*copy=*/true));
    if (validated)
        m_validation = validation;
    m_epoch = epoch;
    m_valTop1 = validation.top1;
    return true;
}

void BestEpoch::restore(const MobileNetV2 &network) const
{
    const torch::NoGradGuard noGrad;
    const std::vector<torch::Tensor> state = stateOf(network);
    for (size_t index = 0; index < state.size(); ++index)
        state[index].copy_(m_state.at(index));
}

void BestEpoch::take(int epoch, const MobileNetV2 &network, const std::map<std::string, torch::Tensor> &tensors,
                     std::optional<Evaluation> validation)
{
    std::vector<std::string> names = network->named_parameters().keys();
    const std::vector<std::string> buffers = network->named_buffers().keys();
    names.insert(names.end(), buffers.begin(), buffers.end());
    const std::vector<torch::Tensor> present = stateOf(network);
    m_state.clear();
    for (size_t index = 0; index < names.size(); ++index) {
        const auto kept = tensors.find(names[index]);
        TORCH_CHECK(kept != tensors.end() && kept->second.sizes() == present[index].sizes(), "the kept epoch doesn't fit the network");
        m_state.push_back(kept->second);
    }
    m_epoch = epoch;
    m_valTop1 = validation ? validation->top1 : 0.0;
    m_validation = std::move(validation);
}

} // namespace flower
