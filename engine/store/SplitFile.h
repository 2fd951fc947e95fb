// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"
#include "engine/core/PhotoContent.h"
#include "engine/core/Result.h"

#include <QList>

namespace flower {

/// What a run learns from, in the run's own order.
struct RunSplit {
    QList<Sample> samples;
    QList<PhotoContent> contents; ///< of each sample; what the file doesn't say isn't known

    bool operator==(const RunSplit &) const = default;
};

/// Keeps which photos a run learns from as split.csv in its folder: path, label, split, relative_to, bytes, sha256. `path` is relative
/// to the data set's folder, absolute where the photo lies elsewhere; `relative_to` is that folder, as storedDatasetPath() writes it.
/// It stands in each line so that the file is a data set as well, for this program (CsvLayout) and in whatever order its lines are
/// put; `contents` may be empty, or too few: then the columns behind stay empty.
Result<void> writeSplit(const QString &runFolder, const Dataset &dataset, const QList<PhotoContent> &contents = {});

/// Reads what writeSplit() wrote, or an earlier version of it with absolute paths. No photo is on another computer (pathFromStored()).
/// Errors: Unsupported where there is no such file; Unreadable where a line is of no class of `classNames` or no subset.
Result<RunSplit> readSplit(const QString &runFolder, const QStringList &classNames);

/// Whether the folder says what its run learns from. Reads no file.
bool hasSplit(const QString &runFolder);

} // namespace flower
