// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QByteArray>

#include <vector>

namespace flower {

/// What is kept of what a network makes of a photo, to compare it with others: about 2.3 KB.
struct PhotoTraits {
    static constexpr int kGreySide = 32;
    static constexpr int kGreyBytes = kGreySide * kGreySide;

    QByteArray features; ///< one unsigned byte each, the largest 255: only their direction counts
    float length = 0;    ///< of these numbers, taken together
    QByteArray grey;     ///< the picture, small and square, brightness only

    bool operator==(const PhotoTraits &) const = default;
};

/// The length of such numbers.
float lengthOf(const QByteArray &features);

/// `features` of the square `picture`.
PhotoTraits traitsOf(const std::vector<float> &features, const RgbImage &picture);

/// The cosine between the features of two photos by the same network: 0 to 1.
double featureLikeness(const PhotoTraits &a, const PhotoTraits &b);

/// How alike the small grey pictures are where one is laid over a part of the other, as a copy that was cropped lies on the whole: the
/// greatest correlation over places and sizes down to 0.7 of a side, from −1 to 1. `mirrored`: with the mirror image of `b`. Takes
/// half a millisecond, but far less where nothing comes near `least`; the answer is of no use then but that it is below.
double cropLikeness(const PhotoTraits &a, const PhotoTraits &b, bool mirrored, double least);

} // namespace flower
