// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

namespace flower {

/// Decodes JPEG (with libjpeg-turbo), PNG, WebP, BMP and TIFF (with OpenCV) into 8-bit RGB: EXIF orientation obeyed; grey,
/// CMYK, 16 bit and alpha (over white) converted. Photos over kMostPixels (2^28) are refused before they are decoded.
/// Files are read through QFile, so any path that Qt can open works.
/// Thread safety: all methods may be called from several threads at once.
class PhotoDecoder : public PhotoSource
{
public:
    Result<RgbImage> load(const PhotoInput &photo, int maxSide) const override;
    /// From the EXIF data of a JPEG or TIFF; reads the file's beginning only.
    PhotoFacts facts(const QString &path) const override;

    /// The photo scaled (antialiased) so that its shorter side is exactly `shortSide` pixels.
    static Result<RgbImage> loadShortSide(const PhotoInput &photo, int shortSide);
    /// Side of the centre crop, as a fraction of the photo's shorter side.
    static constexpr double kCentreCropFraction = 224.0 / 256;
    /// Scaled to short side size · 256 / 224, then the centre crop, size × size: what evaluation and prediction see.
    /// The same pixels as centreCrop() of a PhotoCache's photo of that short side.
    static Result<RgbImage> loadCentreCrop(const PhotoInput &photo, int size);
    /// The centre crop of a photo that is decoded already; scaled first as loadCentreCrop() does.
    static RgbImage centreCrop(const RgbImage &photo, int size);
};

} // namespace flower
