// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/Checkpoint.h"

#include <ATen/CPUGeneratorImpl.h>

#include <QCoreApplication>

namespace flower {

torch::Tensor Checkpoint::tensor(const std::string &name) const
{
    const auto found = tensors.find(name);
    return found == tensors.end() ? torch::Tensor() : found->second;
}

void Checkpoint::copyAll(const std::string &prefix, const std::vector<torch::Tensor> &targets) const
{
    const torch::NoGradGuard noGrad;
    for (size_t index = 0; index < targets.size(); ++index) {
        const torch::Tensor source = tensor(prefix + '.' + std::to_string(index));
        torch::Tensor target = targets[index];
        TORCH_CHECK(source.defined() && source.sizes() == target.sizes(), "the kept state of the run doesn't fit its settings");
        target.copy_(source);
    }
}

void Checkpoint::addAll(const std::string &prefix, const std::vector<torch::Tensor> &sources)
{
    for (size_t index = 0; index < sources.size(); ++index)
        tensors.emplace(prefix + '.' + std::to_string(index), sources[index].detach());
}

SafetensorsContent toContent(const Checkpoint &checkpoint)
{
    return {checkpoint.tensors, positionMetadata(checkpoint)};
}

Result<Checkpoint> checkpointFrom(SafetensorsContent content)
{
    Result<RunPosition> position = positionFrom(content.metadata);
    if (!position)
        return position.error();
    const auto random = content.tensors.find("random");
    if (random == content.tensors.end() || random->second.sizes() != stateOf(at::detail::getDefaultCPUGenerator()).sizes())
        return Error{ErrorCode::Unreadable, QCoreApplication::translate("flower", "This file doesn't hold the state of a run.")};
    return Checkpoint{std::move(position).value(), std::move(content.tensors)};
}

// The state is bytes; files of ours hold integers of 64 bits, which count up to more than a byte does.
torch::Tensor stateOf(const at::Generator &random)
{
    return random.get_state().to(torch::kInt64);
}

void setState(at::Generator &random, const torch::Tensor &state)
{
    random.set_state(state.to(torch::kUInt8));
}

} // namespace flower
