// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ExifOrientation.h"

#include <QtEndian>

#include <algorithm>
#include <optional>

namespace flower {

namespace {

constexpr quint16 kOrientationTag = 0x0112;
constexpr quint16 kShort = 3; // EXIF's type of the value: 16 bits

/// Numbers of a TIFF block, in its own byte order; nothing beyond its end.
class TiffReader
{
public:
    explicit TiffReader(QByteArrayView block) : m_block(block), m_isBigEndian(block.startsWith("MM")) {}

    [[nodiscard]] std::optional<quint32> number(qsizetype at, int bytes) const
    {
        if (at < 0 || at > m_block.size() - bytes)
            return std::nullopt;
        const char *place = m_block.data() + at;
        if (bytes == 2)
            return m_isBigEndian ? qFromBigEndian<quint16>(place) : qFromLittleEndian<quint16>(place);
        return m_isBigEndian ? qFromBigEndian<quint32>(place) : qFromLittleEndian<quint32>(place);
    }

private:
    QByteArrayView m_block;
    bool m_isBigEndian;
};

int orientationIn(QByteArrayView block)
{
    const TiffReader tiff(block);
    if (!block.startsWith("MM") && !block.startsWith("II"))
        return 1;
    const qsizetype directory = tiff.number(4, 4).value_or(0);
    const qsizetype entries = tiff.number(directory, 2).value_or(0);
    for (qsizetype entry = directory + 2; entry < directory + 2 + 12 * entries; entry += 12) {
        const std::optional<quint32> tag = tiff.number(entry, 2);
        if (!tag)
            return 1;
        if (*tag != kOrientationTag || tiff.number(entry + 2, 2) != kShort)
            continue;
        const quint32 value = tiff.number(entry + 8, 2).value_or(1);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

} // namespace

int exifOrientation(QByteArrayView jpeg)
{
    constexpr uchar kExifSegment = 0xE1;
    constexpr uchar kStartOfScan = 0xDA;
    constexpr QByteArrayView kExif("Exif\0\0", 6);
    qsizetype at = 2; // behind the start of the image
    while (at + 4 <= jpeg.size() && static_cast<uchar>(jpeg[at]) == 0xFF) {
        const auto marker = static_cast<uchar>(jpeg[at + 1]);
        if (marker == 0xFF) { // a fill byte
            ++at;
            continue;
        }
        const qsizetype length = qFromBigEndian<quint16>(jpeg.data() + at + 2);
        if (marker == kStartOfScan || length < 2)
            return 1;
        const QByteArrayView segment = jpeg.sliced(at + 4).first(std::min(length - 2, jpeg.size() - at - 4));
        if (marker == kExifSegment && segment.startsWith(kExif))
            return orientationIn(segment.sliced(kExif.size()));
        at += 2 + length;
    }
    return 1;
}

} // namespace flower
