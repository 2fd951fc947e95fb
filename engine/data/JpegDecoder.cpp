// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/JpegDecoder.h"

#include <QtEndian>

#include <opencv2/imgproc.hpp>
#include <turbojpeg.h>

#include <algorithm>
#include <memory>
#include <type_traits>

namespace flower {

namespace {

constexpr int64_t kMostPixels = 1 << 30; // as OpenCV's own limit
constexpr int kEighths = 8;

using Decompressor = std::unique_ptr<std::remove_pointer_t<tjhandle>, int (*)(tjhandle)>;

int scaledSide(int side, int eighths)
{
    return TJSCALED(side, (tjscalingfactor{eighths, kEighths}));
}

/// Turns and mirrors as EXIF's orientation asks.
cv::Mat upright(const cv::Mat &image, int orientation)
{
    cv::Mat result = image;
    if (orientation >= 5) // 5 to 8 lie on their side
        cv::transpose(image, result);
    const bool mirrored = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    const bool upsideDown = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    cv::Mat turned;
    if (mirrored && upsideDown)
        cv::flip(result, turned, -1);
    else if (mirrored)
        cv::flip(result, turned, 1);
    else if (upsideDown)
        cv::flip(result, turned, 0);
    else
        turned = result;
    return turned;
}

} // namespace

std::optional<cv::Mat> decodeJpeg(const QByteArray &bytes, const DecodedSize &size)
{
    if (!bytes.startsWith("\xff\xd8\xff"))
        return std::nullopt;
    thread_local const Decompressor decompressor(tjInitDecompress(), &tjDestroy);
    if (!decompressor)
        return std::nullopt;
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const auto length = static_cast<unsigned long>(bytes.size());
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    if (tjDecompressHeader3(decompressor.get(), data, length, &width, &height, &subsampling, &colours) != 0
        || (colours != TJCS_YCbCr && colours != TJCS_GRAY) || int64_t{width} * height > kMostPixels)
        return std::nullopt;
    const int side = size.ofShortSide ? std::min(width, height) : std::max(width, height);
    int eighths = 1;
    while (eighths < kEighths && scaledSide(side, eighths) < size.pixels)
        ++eighths;
    cv::Mat image(scaledSide(height, eighths), scaledSide(width, eighths), CV_8UC3);
    if (tjDecompress2(decompressor.get(), data, length, image.data, image.cols, static_cast<int>(image.step), image.rows, TJPF_RGB,
                      TJFLAG_STOPONWARNING) != 0)
        return std::nullopt;
    return upright(image, exifOrientation(bytes));
}

int exifOrientation(const QByteArray &jpeg)
{
    // Segments: ff, marker, length (big endian, itself included). The pictures' data begin with ffda.
    qsizetype at = 2;
    while (at + 10 <= jpeg.size() && static_cast<uchar>(jpeg[at]) == 0xff && static_cast<uchar>(jpeg[at + 1]) != 0xda) {
        const qsizetype length = qFromBigEndian<quint16>(jpeg.constData() + at + 2);
        const QByteArray body = jpeg.mid(at + 4, length - 2);
        if (static_cast<uchar>(jpeg[at + 1]) == 0xe1 && body.startsWith(QByteArray("Exif\0\0", 6))) {
            // A TIFF: byte order, 42, the place of the first directory; there entries of tag, type, count, value.
            const QByteArray tiff = body.mid(6);
            const bool little = tiff.startsWith("II");
            const auto number16 = [&](qint64 place) -> quint16 {
                if (place < 0 || place + 2 > tiff.size())
                    return 0;
                return little ? qFromLittleEndian<quint16>(tiff.constData() + place) : qFromBigEndian<quint16>(tiff.constData() + place);
            };
            const auto number32 = [&](qint64 place) -> quint32 {
                return little ? number16(place) | quint32{number16(place + 2)} << 16
                              : quint32{number16(place)} << 16 | number16(place + 2);
            };
            const qint64 directory = number32(4);
            for (int entry = 0; entry < number16(directory); ++entry) {
                const qint64 place = directory + 2 + 12ll * entry;
                if (number16(place) == 0x0112) {
                    const int orientation = number16(place + 8);
                    return orientation >= 1 && orientation <= 8 ? orientation : 1;
                }
            }
            return 1;
        }
        at += 2 + std::max<qsizetype>(2, length);
    }
    return 1;
}

} // namespace flower
