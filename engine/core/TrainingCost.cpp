// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingCost.h"

namespace flower {

double fineTuneCost(const TrainingConfig &config)
{
    const double side = static_cast<double>(config.viewSize(config.fineTune)) / config.imageSize;
    // The first layers, with the largest pictures, cost more than the many behind them.
    const double learning = config.learningBlocks >= kBlockCount ? 1.0 : 0.24 + 0.036 * config.learningBlocks;
    return learning * side * side;
}

} // namespace flower
