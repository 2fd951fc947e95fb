// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/MissingPhotos.h"
#include "engine/store/RunFolder.h"
#include "engine/store/SplitFile.h"

namespace flower {

/// A run that ended before its time, with all that Trainer::resume() needs.
struct InterruptedRun {
    RunRecord record;
    TrainingConfig config;     ///< with the folder as it is now
    Dataset dataset;           ///< the photos in the run's own order, with their split, where they are now; some may be gone
    QList<PhotoContent> contents; ///< of the samples, as they were when the run began
    MissingPhotos missing;     ///< those that are gone; none of drawn samples, which nobody moves
};

/// Reads what a run's folder holds; `places` says where photos are that were moved. Looks at the disk for each photo. Errors: as RunFolder::read(); InvalidArgument where the run is completed or is going on;
/// Unsupported where it is of a version that kept nothing to go on from.
Result<InterruptedRun> readInterruptedRun(const QString &runFolder, const PhotoPlaces &places = {});

/// The photos of a run that aren't there, by what `places` says: of all that it learned from and was measured on, where its folder tells
/// (split.csv); else of those whose answers it keeps. Nothing
/// where it tells neither, and of drawn samples.
MissingPhotos missingPhotosOf(const RunDetails &run, const PhotoPlaces &places);

/// Whether a run can go on: it isn't completed, its folder says what it learns from, and nobody trains there. Reads no file.
bool canGoOn(const RunRecord &run);
/// Of runs in the book, those that can go on and were broken off, not stopped by the user.
QList<RunRecord> brokenOffRuns(const QList<RunRecord> &runs);

} // namespace flower
