// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/Torch.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// The rows of `features` (N × C) along the `count` directions in which they differ most, N × count in float64, the widest first.
/// Columns beyond what there is are 0. The sign of a direction, which means nothing, is the one that makes its farthest row positive.
torch::Tensor principalComponents(const torch::Tensor &features, int64_t count);

} // namespace flower
