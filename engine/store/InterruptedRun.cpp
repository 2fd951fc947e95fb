// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/InterruptedRun.h"

#include "engine/core/StoredPaths.h"
#include "engine/store/RunLock.h"

#include <QCoreApplication>
#include <QDir>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

MissingPhotos missingOf(const RunDetails &run, const RunSplit &split, const PhotoPlaces &places)
{
    if (run.datasetPath.isEmpty()) // the program drew them
        return {run.record.datasetName, {}, static_cast<int>(split.samples.size())};
    QStringList paths;
    paths.reserve(split.samples.size());
    for (const Sample &sample : split.samples)
        paths.append(sample.path);
    return {run.record.datasetName, missingPhotos(paths, split.contents, datasetFolder(run.datasetPath), places),
            static_cast<int>(paths.size())};
}

} // namespace

Result<InterruptedRun> readInterruptedRun(const QString &runFolder, const PhotoPlaces &places)
{
    Result<RunDetails> details = RunFolder(runFolder).read();
    if (!details)
        return details.error();
    if (details->record.state == RunState::Completed)
        return Error{ErrorCode::InvalidArgument, tr("The run in %1 is completed: there is nothing to go on with.").arg(QDir::toNativeSeparators(runFolder))};
    Result<RunSplit> split = readSplit(runFolder, details->classNames);
    if (!split)
        return split.error();
    InterruptedRun run;
    run.record = details->record;
    run.config = details->config;
    run.config.runFolder = runFolder;
    run.dataset.name = details->record.datasetName;
    run.dataset.rootPath = places.placeOfDataset(details->datasetPath);
    run.dataset.kind = details->datasetPath.isEmpty() ? DatasetKind::Samples : DatasetKind::Csv;
    run.dataset.splitWasGiven = details->splitWasGiven;
    run.dataset.splitSeed = details->splitSeed;
    run.dataset.classNames = details->classNames;
    run.missing = missingOf(*details, *split, places);
    run.dataset.samples = std::move(split->samples);
    for (Sample &sample : run.dataset.samples)
        sample.path = places.placeOf(sample.path);
    run.contents = std::move(split->contents);
    return run;
}

MissingPhotos missingPhotosOf(const RunDetails &run, const PhotoPlaces &places)
{
    RunSplit photos;
    if (Result<RunSplit> split = readSplit(run.record.folder, run.classNames); split && !split->samples.isEmpty()) {
        photos = std::move(split).value();
    } else {
        for (const Subset subset : kSubsets) {
            const Result<QList<PhotoResult>> answers = RunFolder(run.record.folder).readPredictions(subset, run.classNames, run.datasetPath);
            for (const PhotoResult &answer : answers ? *answers : QList<PhotoResult>())
                photos.samples.append({answer.path, answer.label, subset});
        }
    }
    return missingOf(run, photos, places);
}

bool canGoOn(const RunRecord &run)
{
    return run.state != RunState::Completed && run.state != RunState::Idle && hasSplit(run.folder)
        && !RunLock::isTaken(run.folder);
}

QList<RunRecord> brokenOffRuns(const QList<RunRecord> &runs)
{
    QList<RunRecord> broken;
    for (const RunRecord &run : runs) {
        if (!isFinal(run.state) && canGoOn(run))
            broken.append(run);
    }
    return broken;
}

} // namespace flower
