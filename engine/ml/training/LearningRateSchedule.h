// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"

namespace flower {

/// The learning rate of one phase over its epochs: warm-up, then constant, step, cosine or reduce-on-plateau.
class LearningRateSchedule
{
public:
    explicit LearningRateSchedule(const PhaseConfig &config) : m_config(config) {}

    /// The rate at `epoch` epochs into the phase (0 ≤ epoch < config.epochs, fractions between batches).
    [[nodiscard]] double at(double epoch) const;
    /// Tells the schedule how an epoch ended; only Plateau listens. `score`: higher is better.
    void epochEnded(double score);

private:
    PhaseConfig m_config;
    double m_bestScore = 0.0;
    bool m_hasScore = false;
    int m_epochsWithoutImprovement = 0;
    double m_plateauFactor = 1.0;
};

} // namespace flower
