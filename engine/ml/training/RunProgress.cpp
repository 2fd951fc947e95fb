// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/RunProgress.h"

#include "engine/core/TrainingCost.h"

#include <algorithm>

namespace flower {

double RunProgress::secondsLeft(const TrainingConfig &config, int trainPhotos, int valPhotos, double forwardRate) const
{
    const int headLeft = std::max(0, config.head.epochs - epoch);
    const int fineTuneLeft = config.head.epochs + config.fineTune.epochs - std::max(epoch, config.head.epochs);
    double fineTuneEpoch = fineTuneEpochSeconds;
    // Backward costs about twice as much as forward.
    if (fineTuneEpoch < 0 && forwardRate > 0)
        fineTuneEpoch = (3.5 * fineTuneCost(config) * trainPhotos + valPhotos) / forwardRate;
    if (fineTuneEpoch < 0 || (headLeft > 0 && headEpochSeconds < 0))
        return -1.0;
    return headLeft * std::max(0.0, headEpochSeconds) + fineTuneLeft * fineTuneEpoch;
}

} // namespace flower
