// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ModelInfo.h"
#include "engine/ml/Torch.h"

#include <cstdint>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// uint8 RGB, N × size × size × 3, to normalised pixels N × 3 × size × size, channels last, on `device`.
/// `type`: kFloat32 or kBFloat16.
torch::Tensor networkInput(const uint8_t *pixels, int64_t count, int64_t size, const Preprocessing &preprocessing,
                           torch::Device device, torch::ScalarType type = torch::kFloat32);

} // namespace flower
