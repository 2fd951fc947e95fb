// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFileInfo>

namespace flower {

/// What says that a file is still the one that was read.
struct FileState {
    qint64 bytes = 0;
    qint64 changed = 0; ///< milliseconds since 1970

    bool operator==(const FileState &) const = default;
};

inline FileState fileStateOf(const QFileInfo &file)
{
    return {file.size(), file.lastModified().toMSecsSinceEpoch()};
}

} // namespace flower
