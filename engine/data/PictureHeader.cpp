// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PictureHeader.h"

#include "engine/data/ExifBlock.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

constexpr int kMostScans = 500; // of a progressive JPEG, each of which costs a pass; cameras write about ten

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

template<typename T>
qint64 little(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

/// The sides that a JPEG's first frame names, found as libjpeg finds them: by the next marker, whatever lies before it.
std::optional<PictureSize> jpegSize(QByteArrayView file)
{
    qsizetype at = 2; // behind the start of the image
    while (true) {
        at = file.indexOf('\xFF', at);
        while (at >= 0 && at < file.size() && static_cast<uchar>(file[at]) == 0xFF)
            ++at;
        if (at < 0 || file.size() - at < 3)
            return std::nullopt;
        const auto marker = static_cast<uchar>(file[at++]);
        const bool standsAlone = marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD8); // no length behind it
        if (standsAlone)
            continue;
        if (marker == 0xD9 || marker == 0xDA) // the end, or pixels without a frame
            return std::nullopt;
        const bool isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame && file.size() - at >= 7)
            return PictureSize{qFromBigEndian<quint16>(file.data() + at + 5), qFromBigEndian<quint16>(file.data() + at + 3)};
        at += std::max<qsizetype>(2, qFromBigEndian<quint16>(file.data() + at));
        if (isFrame || at >= file.size())
            return std::nullopt;
    }
}

int scansOf(QByteArrayView jpeg)
{
    int scans = 0;
    for (qsizetype at = jpeg.indexOf("\xFF\xDA"); at >= 0 && scans <= kMostScans; at = jpeg.indexOf("\xFF\xDA", at + 2))
        ++scans;
    return scans;
}

std::optional<PictureSize> webpSize(QByteArrayView file)
{
    const QByteArrayView form = file.sliced(12, 4);
    if (form == "VP8 " && file.size() >= 30)
        return PictureSize{little<quint16>(file, 26) & 0x3FFF, little<quint16>(file, 28) & 0x3FFF};
    if (form == "VP8L" && file.size() >= 25) {
        const qint64 bits = little<quint32>(file, 21);
        return PictureSize{(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
    }
    if (form == "VP8X" && file.size() >= 30) {
        const auto side = [file](qsizetype at) { return (little<quint16>(file, at) | qint64(static_cast<uchar>(file[at + 2])) << 16) + 1; };
        return PictureSize{side(24), side(27)};
    }
    return std::nullopt;
}

std::optional<PictureSize> bmpSize(QByteArrayView file)
{
    if (file.size() < 26)
        return std::nullopt;
    if (little<quint32>(file, 14) == 12) // OS/2
        return PictureSize{little<quint16>(file, 18), little<quint16>(file, 20)};
    return PictureSize{std::abs(little<qint32>(file, 18)), std::abs(little<qint32>(file, 22))};
}

std::optional<PictureSize> tiffSize(QByteArrayView file)
{
    constexpr quint16 kWidth = 256;
    constexpr quint16 kHeight = 257;
    const ExifBlock block = ExifBlock::of(file);
    const std::optional<quint32> width = block.number(block.firstDirectory(), kWidth);
    const std::optional<quint32> height = block.number(block.firstDirectory(), kHeight);
    return width && height ? std::optional(PictureSize{*width, *height}) : std::nullopt;
}

} // namespace

std::optional<PictureSize> pictureSize(QByteArrayView file)
{
    if (file.startsWith("\xFF\xD8"))
        return jpegSize(file);
    if (file.startsWith("\x89PNG\r\n\x1A\n")) {
        if (file.size() < 24)
            return std::nullopt;
        return PictureSize{qFromBigEndian<quint32>(file.data() + 16), qFromBigEndian<quint32>(file.data() + 20)};
    }
    if (file.startsWith("RIFF") && file.size() >= 16 && file.sliced(8, 4) == "WEBP")
        return webpSize(file);
    if (file.startsWith("BM"))
        return bmpSize(file);
    if (file.startsWith(QByteArrayView("II*\0", 4)) || file.startsWith(QByteArrayView("MM\0*", 4)))
        return tiffSize(file);
    return std::nullopt;
}

Result<void> checkPicture(QByteArrayView file)
{
    const std::optional<PictureSize> size = pictureSize(file);
    if (!size || size->width < 1 || size->height < 1)
        return Error{ErrorCode::Unreadable, tr("The file is not a photo that can be read (JPEG, PNG, WebP, BMP, TIFF).")};
    if (size->width > kMostPixels || size->height > kMostPixels / size->width) {
        return Error{ErrorCode::Unsupported,
                     tr("The picture claims to be %1 × %2 pixels large. Over %3 million are not decoded.")
                         .arg(size->width).arg(size->height).arg(kMostPixels / 1'000'000)};
    }
    if (file.startsWith("\xFF\xD8") && scansOf(file) > kMostScans)
        return Error{ErrorCode::Unsupported, tr("The JPEG is drawn in over %1 passes. It is not decoded.").arg(kMostScans)};
    return {};
}

} // namespace flower
