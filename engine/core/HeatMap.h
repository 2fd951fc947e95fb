// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/Explanation.h"

#include <array>

namespace flower {

/// The colour of heat 0 … 1, as red, green and blue of 0 to 255: the scale of heatOverlay(), for legends.
std::array<double, 3> heatColor(double heat);

/// Lays an explanation over its photo (upright, any size, not cropped) with `opacity` of 0 to 1: dark violet where nothing
/// speaks for the class, over red to light yellow where most does; the same order in grey and to colour-blind eyes. What
/// the network didn't see stays as it is, but paler.
RgbImage heatOverlay(const RgbImage &photo, const Explanation &explanation, double opacity);

} // namespace flower
