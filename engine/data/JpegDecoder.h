// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <opencv2/core.hpp>

#include <optional>

// Internal to flower_data: names OpenCV.

namespace flower {

/// What a JPEG says about its picture before it is decoded.
struct JpegHeader {
    cv::Size size;       ///< of the whole picture, before turning
    int orientation = 1; ///< EXIF, 1 to 8
};

/// Grey and YCbCr JPEGs to 8-bit RGB with libjpeg-turbo, at an eighth, a quarter or half of their size where that is
/// enough: most of the inverse cosine transform is never computed. What it can't do (CMYK, damaged files, over
/// kMostPixels) is left to OpenCV. Each thread has a decoder of its own.
class JpegDecoder
{
public:
    /// The decoder of the calling thread, which is the only one that may use it.
    static JpegDecoder &ofThisThread();
    JpegDecoder();
    ~JpegDecoder();
    Q_DISABLE_COPY_MOVE(JpegDecoder)

    /// Nothing where this is no JPEG that decode() takes.
    std::optional<JpegHeader> readHeader(QByteArrayView jpeg);
    /// The picture, not turned, at the smallest scale that is not below `wanted`; empty where anything in it is damaged.
    /// `size` is what readHeader() said.
    cv::Mat decode(QByteArrayView jpeg, cv::Size size, cv::Size wanted);

private:
    void *m_handle; ///< tjhandle; null where there was no memory
};

/// `image` turned and mirrored as EXIF's `orientation` asks.
cv::Mat upright(const cv::Mat &image, int orientation);

} // namespace flower
