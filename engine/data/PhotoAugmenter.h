// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"
#include "engine/data/PhotoCache.h"
#include "engine/data/SeededRandom.h"

namespace flower {

/// One augmented view of a photo, size × size: random resized crop, flip, rotation, brightness, contrast, saturation. Writes
/// its size · size · 3 bytes of RGB to `target`. Where augmentation is disabled, the centre crop.
void augmentInto(uint8_t *target, const RgbImage &photo, int size, const Augmentation &augmentation, SeededRandom random);

} // namespace flower
