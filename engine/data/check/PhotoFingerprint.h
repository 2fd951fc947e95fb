// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <array>

namespace flower {

/// What is left of a photo when all but its coarse shapes are taken away: two that show the same picture have nearly the same one,
/// whatever their size, compression and colours.
struct PhotoFingerprint {
    static constexpr int kGreySide = 16;
    static constexpr int kColorSide = 8;
    static constexpr double kBorder = 0.05; ///< of each side, that the inner part leaves away
    using Grey = std::array<quint8, size_t{kGreySide} * kGreySide>;

    /// The signs of the 8 × 8 lowest frequencies without the constant ones, against their median: the DCT hash of C. Zauner,
    /// "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010), 3.2.1, without its blur, for which scaling serves.
    quint64 hash = 0;
    quint64 mirrored = 0; ///< the hash of the mirror image
    quint64 inner = 0;    ///< the hash of the inner part: what a copy that was cropped has for its hash, and the other way round with a frame
    Grey grey{};          ///< the picture, small
    Grey innerGrey{};     ///< its inner part
    std::array<quint8, size_t{2} * kColorSide * kColorSide> color{};  ///< its colours, smaller still: Cr and Cb of each pixel
    bool isFlat = false;  ///< hardly any shapes: the hash says nothing

    bool operator==(const PhotoFingerprint &) const = default;
};

/// Of an upright photo of any size.
PhotoFingerprint fingerprintOf(const RgbImage &photo);

/// How alike the small pictures are, from −1 to 1: their correlation, so that brightness and contrast don't count.
double likeness(const PhotoFingerprint &a, const PhotoFingerprint &b);
/// The same with the mirror image of `b`.
double mirroredLikeness(const PhotoFingerprint &a, const PhotoFingerprint &b);
/// The same of the inner part of `a` and the whole of `b`.
double innerLikeness(const PhotoFingerprint &a, const PhotoFingerprint &b);
/// How far the colours are apart, brightness aside: the root of the mean square, of 255.
double colorDifference(const PhotoFingerprint &a, const PhotoFingerprint &b);

} // namespace flower
