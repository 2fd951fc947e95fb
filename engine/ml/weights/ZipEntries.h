// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QByteArray>
#include <QMap>

namespace flower {

/// Unpacks the files of the zip archive `bytes` into memory, by their names (UTF-8). All entries together may take as much
/// as the archive itself, which is enough for stored ones and leaves no room for a zip bomb. Damaged, encrypted or
/// repeated entries are errors. `path` is the file that errors speak of.
Result<QMap<QByteArray, QByteArray>> readZipEntries(const QString &path, const QByteArray &bytes);

} // namespace flower
