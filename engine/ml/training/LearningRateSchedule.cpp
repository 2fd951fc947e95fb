// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/LearningRateSchedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace flower {

double LearningRateSchedule::at(double epoch) const
{
    const double rate = m_config.learningRate;
    if (epoch < m_config.warmupEpochs)
        return rate * std::max(0.01, epoch / m_config.warmupEpochs);
    const double sinceWarmup = epoch - m_config.warmupEpochs;
    switch (m_config.schedule) {
    case Schedule::Constant:
        return rate;
    case Schedule::Step:
        return rate * std::pow(m_config.stepFactor, std::floor(sinceWarmup / m_config.stepEpochs));
    case Schedule::Plateau:
        return rate * m_plateauFactor;
    case Schedule::Cosine: {
        const double span = std::max(1, m_config.epochs - m_config.warmupEpochs);
        return rate * 0.5 * (1 + std::cos(std::numbers::pi * std::min(1.0, sinceWarmup / span)));
    }
    }
    return rate;
}

void LearningRateSchedule::epochEnded(double score)
{
    if (!m_hasScore || score > m_bestScore) {
        m_hasScore = true;
        m_bestScore = score;
        m_epochsWithoutImprovement = 0;
        return;
    }
    if (++m_epochsWithoutImprovement >= m_config.plateauPatience) {
        m_plateauFactor *= m_config.stepFactor;
        m_epochsWithoutImprovement = 0;
    }
}

} // namespace flower
