// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"
#include "engine/ml/training/RunReporter.h"

namespace flower {

/// Where a run stands and how long it will take. Used by the thread that trains.
struct RunProgress {
    RunReporter reporter;
    int epoch = 0;                       ///< 1-based over both phases; 0: none has begun
    int finishedEpochs = 0;
    double headEpochSeconds = -1.0;      ///< of the last epoch of phase 1; negative: not known yet
    double fineTuneEpochSeconds = -1.0;  ///< of phase 2

    /// Seconds until the last epoch ends; negative: not known yet. `photos`: how many are trained and validated on.
    /// `forwardRate`: images/s through the frozen backbone, for an estimate of phase 2 before its first epoch.
    [[nodiscard]] double secondsLeft(const TrainingConfig &config, int trainPhotos, int valPhotos, double forwardRate) const;
};

} // namespace flower
