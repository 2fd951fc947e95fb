// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace flower {

/// What a photo is known by, wherever it lies.
struct PhotoContent {
    qint64 bytes = -1;  ///< −1: not known
    QByteArray sha256;  ///< 32 bytes; empty: not known

    /// Whether a file of this content can't be one of that, as far as both are known.
    [[nodiscard]] bool differsFrom(const PhotoContent &other) const
    {
        return (bytes >= 0 && other.bytes >= 0 && bytes != other.bytes)
            || (!sha256.isEmpty() && !other.sha256.isEmpty() && sha256 != other.sha256);
    }
    bool operator==(const PhotoContent &) const = default;
};

/// What two fields of a file say: a number of bytes, and 64 hex digits. What they don't say isn't known.
PhotoContent storedContent(const QString &bytes, const QString &sha256);

/// Reads a whole photo; nothing is known of one that is no file or can't be read. `stops` is asked after each quarter of a megabyte.
PhotoContent readContent(const QString &path, const std::function<bool()> &stops = {});

} // namespace flower
