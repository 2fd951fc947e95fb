// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ModelInfo.h"
#include "engine/ml/Torch.h"

#include <cstdint>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// `count` packed RGB pictures of size × size to a normalised float tensor N × 3 × size × size, channels-last, on
/// `device`. The pixels are copied.
torch::Tensor networkInput(const uint8_t *pixels, int64_t count, int64_t size, const Preprocessing &preprocessing,
                           torch::Device device);

} // namespace flower
