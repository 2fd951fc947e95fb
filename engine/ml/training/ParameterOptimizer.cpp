// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/ParameterOptimizer.h"

#include <ATen/ops/_fused_adamw.h>
#include <ATen/ops/_fused_sgd.h>

namespace flower {

namespace {
// PyTorch's defaults.
constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;

/// The parameter's gradient, in the parameter's own order in memory: the fused kernels walk through both as they lie.
torch::Tensor alignedGradient(const torch::Tensor &parameter)
{
    const torch::Tensor &gradient = parameter.grad();
    for (int64_t dimension = 0; dimension < parameter.dim(); ++dimension) {
        if (parameter.size(dimension) > 1 && parameter.stride(dimension) != gradient.stride(dimension))
            return torch::empty_like(parameter).copy_(gradient);
    }
    return gradient;
}

} // namespace

ParameterOptimizer::ParameterOptimizer(const PhaseConfig &phase, std::vector<torch::Tensor> parameters)
    : m_kind(phase.optimizer), m_momentum(phase.momentum), m_weightDecay(phase.weightDecay)
{
    for (torch::Tensor &parameter : parameters)
        m_slots.push_back({std::move(parameter), {}, {}, {}});
}

void ParameterOptimizer::zeroGradients()
{
    for (Slot &slot : m_slots)
        slot.parameter.mutable_grad() = torch::Tensor();
}

void ParameterOptimizer::step(double learningRate)
{
    const torch::NoGradGuard noGrad;
    // Slots that start now are apart from those that have stepped: SGD's first step sets the momentum.
    std::vector<Slot *> fresh;
    std::vector<Slot *> going;
    for (Slot &slot : m_slots) {
        if (slot.parameter.grad().defined())
            (slot.first.defined() ? going : fresh).push_back(&slot);
    }
    for (std::vector<Slot *> *slots : {&fresh, &going}) {
        if (slots->empty())
            continue;
        if (m_kind == Optimizer::Sgd)
            stepSgd(*slots, learningRate);
        else
            stepAdamW(*slots, learningRate);
    }
}

void ParameterOptimizer::keepIn(Checkpoint &checkpoint) const
{
    for (size_t index = 0; index < m_slots.size(); ++index) {
        const std::string prefix = "optimizer." + std::to_string(index);
        const Slot &slot = m_slots[index];
        for (const auto &[name, tensor] : {std::pair{".first", slot.first}, {".second", slot.second}, {".steps", slot.steps}}) {
            if (tensor.defined())
                checkpoint.tensors.emplace(prefix + name, tensor);
        }
    }
}

void ParameterOptimizer::takeFrom(const Checkpoint &checkpoint)
{
    const torch::NoGradGuard noGrad;
    for (size_t index = 0; index < m_slots.size(); ++index) {
        const std::string prefix = "optimizer." + std::to_string(index);
        Slot &slot = m_slots[index];
        // In the parameter's own order in memory: the fused kernels walk through all of them as they lie.
        const auto take = [&](const char *name) {
            const torch::Tensor kept = checkpoint.tensor(prefix + name);
            if (!kept.defined())
                return torch::Tensor();
            TORCH_CHECK(kept.sizes() == slot.parameter.sizes(), "the kept state of the optimizer doesn't fit the network");
            return torch::empty_like(slot.parameter).detach().copy_(kept);
        };
        slot.first = take(".first");
        slot.second = take(".second");
        slot.steps = checkpoint.tensor(prefix + ".steps");
        if (slot.steps.defined())
            slot.steps = slot.steps.to(slot.parameter.device()).clone();
        TORCH_CHECK(m_kind == Optimizer::Sgd || slot.first.defined() == (slot.second.defined() && slot.steps.defined()),
                    "the kept state of the optimizer is incomplete");
        TORCH_CHECK(!slot.steps.defined() || (slot.steps.numel() == 1 && slot.steps.scalar_type() == torch::kFloat32),
                    "the kept steps of the optimizer are no number"); // the fused kernels read it without a look
    }
}

void ParameterOptimizer::stepAdamW(std::vector<Slot *> &slots, double learningRate)
{
    std::vector<torch::Tensor> parameters, gradients, firsts, seconds, steps;
    for (Slot *slot : slots) {
        if (!slot->first.defined()) {
            slot->first = torch::zeros_like(slot->parameter);
            slot->second = torch::zeros_like(slot->parameter);
            slot->steps = torch::zeros({}, slot->parameter.options());
        }
        slot->steps += 1;
        parameters.push_back(slot->parameter);
        gradients.push_back(alignedGradient(slot->parameter));
        firsts.push_back(slot->first);
        seconds.push_back(slot->second);
        steps.push_back(slot->steps);
    }
    at::_fused_adamw_(parameters, gradients, firsts, seconds, {}, steps, learningRate, kBeta1, kBeta2, m_weightDecay, kEpsilon,
                      /*amsgrad=*/false, /*maximize=*/false);
}

void ParameterOptimizer::stepSgd(std::vector<Slot *> &slots, double learningRate)
{
    const bool first = !slots.front()->first.defined();
    std::vector<torch::Tensor> parameters, gradients, momenta;
    for (Slot *slot : slots) {
        if (first)
            slot->first = torch::zeros_like(slot->parameter);
        parameters.push_back(slot->parameter);
        gradients.push_back(alignedGradient(slot->parameter));
        if (m_momentum != 0.0)
            momenta.push_back(slot->first);
    }
    at::_fused_sgd_(parameters, gradients, momenta, m_weightDecay, m_momentum, learningRate, /*dampening=*/0.0,
                    /*nesterov=*/false, /*maximize=*/false, /*is_first_step=*/first);
}

} // namespace flower
