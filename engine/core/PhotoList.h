// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"
#include "engine/core/PhotoContent.h"
#include "engine/core/Result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace flower {

/// A photo as a list, or a layout of folders, names it.
struct ListedPhoto {
    QString path;                 ///< absolute
    QString className;
    std::optional<Subset> subset; ///< nothing: no split is given
    PhotoContent content = {};    ///< what it was when the list was written, where the list says so
};

/// What a list of photos (CSV) names.
struct PhotoList {
    QStringList classNames; ///< sorted
    QList<ListedPhoto> photos;
    QList<PhotoProblem> problems; ///< lines that can't be used
};

/// Reads a CSV with the columns path and label, and maybe split, in whatever order; `relative_to`, `bytes` and `sha256`, which a run's
/// split.csv has, are understood. Photos are named from the CSV's folder, or from the folder that `relative_to` names from there. No
/// photo is looked at. Errors: NotFound; Unreadable; Unsupported where it is far too large.
Result<PhotoList> readPhotoList(const QString &file);

} // namespace flower
