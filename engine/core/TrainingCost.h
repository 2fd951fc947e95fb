// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"

namespace flower {

/// What a photo costs in phase 2, forward, backward and the optimiser's step, as a multiple of what it costs where all blocks
/// learn from views of the image size. For estimates: fitted to one processor (docs/performance.md).
[[nodiscard]] double fineTuneCost(const TrainingConfig &config);

} // namespace flower
