// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/WeightAverage.h"

#include <algorithm>

namespace flower {

WeightAverage::WeightAverage(std::vector<torch::Tensor> tensors, double decay) : m_tensors(std::move(tensors)), m_decay(decay)
{
    for (const torch::Tensor &tensor : m_tensors)
        m_other.push_back(tensor.detach().clone());
}

void WeightAverage::update()
{
    TORCH_CHECK(!m_isInUse, "the average is in use");
    const torch::NoGradGuard noGrad;
    ++m_steps;
    const double decay = std::min(m_decay, (1.0 + m_steps) / (10.0 + m_steps));
    for (size_t index = 0; index < m_tensors.size(); ++index) {
        if (m_other[index].is_floating_point())
            m_other[index].lerp_(m_tensors[index], 1.0 - decay);
        else
            m_other[index].copy_(m_tensors[index]); // counts of batches
    }
}

void WeightAverage::useAverage()
{
    if (!m_isInUse)
        swap();
}

void WeightAverage::useLearned()
{
    if (m_isInUse)
        swap();
}

void WeightAverage::keepIn(Checkpoint &checkpoint) const
{
    checkpoint.addAll("average", m_other);
    checkpoint.averagedSteps = m_steps;
    checkpoint.averageIsInUse = m_isInUse;
}

void WeightAverage::takeFrom(const Checkpoint &checkpoint)
{
    checkpoint.copyAll("average", m_other);
    m_steps = checkpoint.averagedSteps;
    m_isInUse = checkpoint.averageIsInUse;
}

void WeightAverage::swap()
{
    const torch::NoGradGuard noGrad;
    for (size_t index = 0; index < m_tensors.size(); ++index) {
        const torch::Tensor present = m_tensors[index].detach().clone();
        m_tensors[index].copy_(m_other[index]); // in its place: the network and its folded copy hold on to it
        m_other[index].copy_(present);
    }
    m_isInUse = !m_isInUse;
}

} // namespace flower
