// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/JpegDecoder.h"

#include "engine/data/ExifOrientation.h"
#include "engine/data/PictureHeader.h"

#include <turbojpeg.h>

namespace flower {

namespace {

const uchar *bytesOf(QByteArrayView jpeg)
{
    return reinterpret_cast<const uchar *>(jpeg.data());
}

/// The scales that libjpeg-turbo has vector code for. 5/8 and its like run in plain C, slower than the whole picture.
tjscalingfactor smallestScale(cv::Size size, cv::Size wanted)
{
    for (const int denominator : {8, 4, 2}) {
        const tjscalingfactor scale{1, denominator};
        if (TJSCALED(size.width, scale) >= wanted.width && TJSCALED(size.height, scale) >= wanted.height)
            return scale;
    }
    return {1, 1};
}

} // namespace

JpegDecoder &JpegDecoder::ofThisThread()
{
    thread_local JpegDecoder decoder;
    return decoder;
}

JpegDecoder::JpegDecoder() : m_handle(tjInitDecompress()) {}

JpegDecoder::~JpegDecoder()
{
    if (m_handle)
        tjDestroy(m_handle);
}

std::optional<JpegHeader> JpegDecoder::readHeader(QByteArrayView jpeg)
{
    if (!m_handle || !jpeg.startsWith("\xFF\xD8"))
        return std::nullopt;
    JpegHeader header;
    int subsampling = 0;
    int colours = 0;
    if (tjDecompressHeader3(m_handle, bytesOf(jpeg), static_cast<unsigned long>(jpeg.size()), &header.size.width,
                            &header.size.height, &subsampling, &colours) != 0)
        return std::nullopt;
    if (colours != TJCS_YCbCr && colours != TJCS_GRAY && colours != TJCS_RGB)
        return std::nullopt;
    if (qint64(header.size.width) * header.size.height > kMostPixels)
        return std::nullopt;
    header.orientation = exifOrientation(jpeg);
    return header;
}

cv::Mat JpegDecoder::decode(QByteArrayView jpeg, cv::Size size, cv::Size wanted)
{
    const tjscalingfactor scale = smallestScale(size, wanted);
    cv::Mat rgb(cv::Size(TJSCALED(size.width, scale), TJSCALED(size.height, scale)), CV_8UC3);
    if (tjDecompress2(m_handle, bytesOf(jpeg), static_cast<unsigned long>(jpeg.size()), rgb.data, rgb.cols,
                      static_cast<int>(rgb.step), rgb.rows, TJPF_RGB, TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS) != 0)
        return {};
    return rgb;
}

cv::Mat upright(const cv::Mat &image, int orientation)
{
    cv::Mat turned = image;
    if (orientation >= 5) // mirrored about the diagonal, beside what follows
        cv::transpose(image, turned);
    const bool mirrorsColumns = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    const bool mirrorsRows = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    if (mirrorsColumns || mirrorsRows) {
        cv::Mat mirrored;
        cv::flip(turned, mirrored, mirrorsColumns && mirrorsRows ? -1 : mirrorsColumns ? 1 : 0);
        return mirrored;
    }
    return turned;
}

} // namespace flower
