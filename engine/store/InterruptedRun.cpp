// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/InterruptedRun.h"

#include "engine/store/RunLock.h"

#include <QCoreApplication>
#include <QDir>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

Result<InterruptedRun> readInterruptedRun(const QString &runFolder)
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
    run.dataset.rootPath = details->datasetPath;
    run.dataset.kind = details->datasetPath.isEmpty() ? DatasetKind::Samples : DatasetKind::Csv;
    run.dataset.splitWasGiven = details->splitWasGiven;
    run.dataset.splitSeed = details->splitSeed;
    run.dataset.classNames = details->classNames;
    run.dataset.samples = std::move(split->samples);
    run.contents = std::move(split->contents);
    return run;
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
