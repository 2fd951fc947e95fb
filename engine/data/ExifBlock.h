// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace flower {

/// The TIFF block that holds a photo's EXIF data (EXIF 2.32, 4.5 and 4.6): directories of entries, in one of two byte orders.
/// Every offset in it comes from the file and is checked: nothing beyond the block's end is read, and no chain of directories
/// is followed. The bytes must outlive it.
class ExifBlock
{
public:
    /// The block in the segments in front of a JPEG's picture, or a TIFF file itself; an empty one where there is none.
    static ExifBlock of(QByteArrayView file);

    [[nodiscard]] bool isEmpty() const { return m_block.isEmpty(); }
    /// Where the first directory begins; 0: there is none.
    [[nodiscard]] qsizetype firstDirectory() const;
    /// Where the directory begins that an entry of another one points to; 0: there is none.
    [[nodiscard]] qsizetype subdirectory(qsizetype directory, quint16 tag) const;

    /// A whole number of 16 or 32 bits.
    [[nodiscard]] std::optional<quint32> number(qsizetype directory, quint16 tag) const;
    /// A text without its closing zero; at most 255 bytes.
    [[nodiscard]] std::optional<QByteArray> text(qsizetype directory, quint16 tag) const;
    /// Three fractions such as degrees, minutes and seconds, as degrees. Nothing where one is divided by zero.
    [[nodiscard]] std::optional<double> degrees(qsizetype directory, quint16 tag) const;

private:
    explicit ExifBlock(QByteArrayView block = {});

    struct Entry {
        quint32 type = 0;
        quint32 count = 0;
        qsizetype valueAt = 0; ///< of the four bytes that are the value, or where it lies
    };
    [[nodiscard]] std::optional<quint32> integer(qsizetype at, int bytes) const;
    [[nodiscard]] std::optional<Entry> find(qsizetype directory, quint16 tag) const;

    QByteArrayView m_block;
    bool m_isBigEndian = false;
};

} // namespace flower
