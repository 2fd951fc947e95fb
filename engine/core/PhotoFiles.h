// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace flower {

/// Whether a file's ending is one of a photo's: JPEG, PNG, WebP, BMP, TIFF, in any case.
bool hasPhotoEnding(const QString &fileName);
/// Files as given, folders replaced by all photos below them, sorted. Touches the disk: not for the GUI thread.
QStringList photoFilesIn(const QStringList &paths);

} // namespace flower
