// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace flower {

/// A photo in a project's list.
struct PhotoRow {
    QString place;      ///< relative to the list
    QString label;
    QString split;      ///< "train", "val" or "test"
    qint64 bytes = -1;  ///< of the file; negative where it wasn't there
    QString sha256;     ///< hex; empty where it wasn't there

    bool operator==(const PhotoRow &) const = default;
};

/// photos.csv: path,label,split,bytes,sha256. The program's lists of photos pass over the last two columns, so that the file is
/// one of those. Internal to flower_project.
QByteArray photoTable(const QList<PhotoRow> &rows);
/// Nothing but places that a project may have, each once. Error: Unreadable, as part of a sentence.
Result<QList<PhotoRow>> readPhotoTable(const QByteArray &bytes);

/// A CSV of a run with other paths in its column `path`; `newPath` gets the path and the text in the column `label`. Its answer empty:
/// the whole is refused. The column `relative_to` says `folder` in each line; it is added where it isn't there, unless `folder` is
/// empty. What is no CSV with a column `path` comes back empty.
QByteArray withPaths(const QByteArray &bytes, const QString &folder,
                     const std::function<QString(const QString &path, const QString &label)> &newPath);

} // namespace flower
