// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <span>

namespace flower {

/// How one class was answered.
struct ClassTally {
    int photos = 0;
    int right = 0;

    bool operator==(const ClassTally &) const = default;
};

inline constexpr int kBootstrapResamples = 2000;

/// The 95 % percentile interval of the mean over the classes of their recalls, by a bootstrap over the photos.
///
/// Each class is resampled by itself (Davison and Hinkley 1997, section 3.2): how many photos of a class are tested is
/// decided by who splits the photos, not by chance, and a plain bootstrap would lose small classes altogether. Of n photos
/// n − 1 are drawn (McCarthy and Snowden 1985), since n draws make the spread too small by (n − 1) / n, which is a tenth
/// where a class has ten test photos. Where each class is wholly right or wholly wrong, resampling shows no spread at all:
/// then it is the Wilson interval of as many photos as the mean is worth. Classes without photos are left out; {0, 1}
/// without any.
/// The same tallies always give the same interval.
Interval bootstrapMeanRecall(std::span<const ClassTally> classes, int resamples = kBootstrapResamples);

} // namespace flower
