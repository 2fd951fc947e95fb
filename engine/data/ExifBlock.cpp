// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ExifBlock.h"

#include <QtEndian>

#include <algorithm>

namespace flower {

namespace {

// EXIF's types of values
constexpr quint32 kAscii = 2;
constexpr quint32 kShort = 3;
constexpr quint32 kLong = 4;
constexpr quint32 kRational = 5;

constexpr int kEntryBytes = 12;
constexpr quint32 kLongestText = 255;

/// What follows "Exif" in the segments in front of a JPEG's picture.
QByteArrayView exifSegment(QByteArrayView jpeg)
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
            return {};
        const QByteArrayView segment = jpeg.sliced(at + 4).first(std::min(length - 2, jpeg.size() - at - 4));
        if (marker == kExifSegment && segment.startsWith(kExif))
            return segment.sliced(kExif.size());
        at += 2 + length;
    }
    return {};
}

} // namespace

ExifBlock::ExifBlock(QByteArrayView block) : m_isBigEndian(block.startsWith("MM"))
{
    if (m_isBigEndian || block.startsWith("II"))
        m_block = block;
}

ExifBlock ExifBlock::of(QByteArrayView file)
{
    const bool isTiff = file.startsWith(QByteArrayView("II*\0", 4)) || file.startsWith(QByteArrayView("MM\0*", 4));
    return ExifBlock(isTiff ? file : exifSegment(file));
}

std::optional<quint32> ExifBlock::integer(qsizetype at, int bytes) const
{
    if (at < 0 || at > m_block.size() - bytes)
        return std::nullopt;
    const char *place = m_block.data() + at;
    if (bytes == 2)
        return m_isBigEndian ? qFromBigEndian<quint16>(place) : qFromLittleEndian<quint16>(place);
    return m_isBigEndian ? qFromBigEndian<quint32>(place) : qFromLittleEndian<quint32>(place);
}

qsizetype ExifBlock::firstDirectory() const
{
    return integer(4, 4).value_or(0);
}

qsizetype ExifBlock::subdirectory(qsizetype directory, quint16 tag) const
{
    const std::optional<Entry> entry = find(directory, tag);
    return entry && entry->type == kLong ? integer(entry->valueAt, 4).value_or(0) : 0;
}

std::optional<ExifBlock::Entry> ExifBlock::find(qsizetype directory, quint16 tag) const
{
    if (directory <= 0)
        return std::nullopt;
    const qsizetype entries = integer(directory, 2).value_or(0);
    for (qsizetype at = directory + 2; at < directory + 2 + kEntryBytes * entries; at += kEntryBytes) {
        const std::optional<quint32> found = integer(at, 2);
        if (!found)
            return std::nullopt; // more entries than there are
        if (*found != tag)
            continue;
        const std::optional<quint32> type = integer(at + 2, 2);
        const std::optional<quint32> count = integer(at + 4, 4);
        if (type && count)
            return Entry{*type, *count, at + 8};
    }
    return std::nullopt;
}

std::optional<quint32> ExifBlock::number(qsizetype directory, quint16 tag) const
{
    const std::optional<Entry> entry = find(directory, tag);
    if (!entry || (entry->type != kShort && entry->type != kLong))
        return std::nullopt;
    return integer(entry->valueAt, entry->type == kShort ? 2 : 4);
}

std::optional<QByteArray> ExifBlock::text(qsizetype directory, quint16 tag) const
{
    const std::optional<Entry> entry = find(directory, tag);
    if (!entry || entry->type != kAscii || entry->count == 0 || entry->count > kLongestText)
        return std::nullopt;
    const std::optional<quint32> at = entry->count <= 4 ? std::optional(static_cast<quint32>(entry->valueAt)) : integer(entry->valueAt, 4);
    if (!at || *at > m_block.size() || m_block.size() - *at < entry->count)
        return std::nullopt;
    const QByteArrayView bytes = m_block.sliced(*at, entry->count);
    const qsizetype end = bytes.indexOf('\0');
    return (end < 0 ? bytes : bytes.first(end)).toByteArray();
}

std::optional<double> ExifBlock::degrees(qsizetype directory, quint16 tag) const
{
    const std::optional<Entry> entry = find(directory, tag);
    if (!entry || entry->type != kRational || entry->count != 3)
        return std::nullopt;
    const std::optional<quint32> at = integer(entry->valueAt, 4);
    double sum = 0.0;
    double unit = 1.0;
    for (int part = 0; at && part < 3; ++part, unit /= 60) {
        const std::optional<quint32> above = integer(qsizetype(*at) + 8 * part, 4);
        const std::optional<quint32> below = integer(qsizetype(*at) + 8 * part + 4, 4);
        if (!above || !below || *below == 0)
            return std::nullopt;
        sum += unit * *above / *below;
    }
    return at ? std::optional(sum) : std::nullopt;
}

} // namespace flower
