// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/RunControl.h"
#include "engine/data/check/PhotoTraits.h"

#include <vector>

namespace flower {

/// When a photo is odd. Measured on the Oxford and TensorFlow flowers, see docs/data-check.md.
struct OddPhotoLimits {
    int neighbour = 5;    ///< the how-manyeth likest photo of a kind counts: fewer odd ones that are like each other don't hide
    int leastPhotos = 10; ///< kinds with fewer tell nothing about what is odd
    double below = 3.0;   ///< deviations below the middle of its kind, by the median and the median of the deviations
    double like = 1.5;    ///< deviations below the middle of another kind within which it is like that one
};

struct FoundOddPhoto {
    int photo = 0;  ///< position in `traits`
    int like = -1;  ///< the class that it looks like; negative: none

    bool operator==(const FoundOddPhoto &) const = default;
};

/// Photos that look unlike their kind, the oddest first: their features are much less like those of their kind than that kind's others
/// are, and no more than the middle photo of other kinds is. `labels`: the class of each. Kinds are compared by at most 400 photos.
/// Nothing where fewer than two kinds can be judged by, or `control` asks to stop.
std::vector<FoundOddPhoto> findOddPhotos(const std::vector<PhotoTraits> &traits, const std::vector<int> &labels, int threads, RunControl &control,
                                         const OddPhotoLimits &limits = {});

} // namespace flower
