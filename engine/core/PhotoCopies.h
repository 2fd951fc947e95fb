// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace flower {

/// A photo and the folder that it is to lie in, by name: its class.
struct PhotoCopy {
    PhotoInput photo;
    QString folder;

    bool operator==(const PhotoCopy &) const = default;
};

/// What became of copying photos.
struct CopyReport {
    QString target;
    int copied = 0;
    int numbered = 0;            ///< of the copied ones: got a number, because their name was taken
    int folders = 0;             ///< that photos were copied into
    QList<PhotoProblem> failed;
    bool stopped = false;        ///< before all were looked at

    bool operator==(const CopyReport &) const = default;
};

/// The name of a folder for a class that every file system takes: without separators and other signs that have a meaning, not
/// one of Windows' devices, and never empty, "." or "..".
QString folderNameFor(const QString &className);

/// Copies photos into folders below `target`, which are made where they are missing. Nothing is moved, and nothing that is there
/// is written over: where a name is taken, the copy is called "name (2).jpg". Classes whose folders would have one name, on a
/// file system that knows no capitals, get folders of their own. Looks at `control` between photos.
CopyReport copyIntoFolders(const QList<PhotoCopy> &photos, const QString &target, RunControl &control, const ProgressSink &progress);

} // namespace flower

Q_DECLARE_METATYPE(flower::CopyReport)
