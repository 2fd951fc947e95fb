// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <opencv2/core.hpp>

#include <optional>

// Internal to flower_data: names OpenCV.

namespace flower {

/// How small a photo may be decoded: one of its sides, upright or not, keeps at least `pixels`.
struct DecodedSize {
    int pixels = 0;
    bool ofShortSide = true; ///< else of the long side
};

/// Decodes a JPEG with libjpeg-turbo at the smallest of its scales (n/8 of the size, which costs about n²/64 of the time)
/// that keeps the wanted size, upright by EXIF, as 8-bit RGB. Nothing where it isn't a JPEG, is damaged in any way, has four
/// channels or is too large: OpenCV then has the word. Any thread.
std::optional<cv::Mat> decodeJpeg(const QByteArray &bytes, const DecodedSize &size);

/// EXIF's orientation, 1 to 8, of a JPEG; 1 where it has none that can be read.
int exifOrientation(const QByteArray &jpeg);

} // namespace flower
