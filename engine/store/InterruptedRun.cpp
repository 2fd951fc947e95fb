// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/InterruptedRun.h"

#include "engine/core/Csv.h"
#include "engine/core/StoredFile.h"
#include "engine/store/CsvTable.h"
#include "engine/store/RunLock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>

#include <optional>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString splitPath(const QString &runFolder)
{
    return QDir(runFolder).filePath(QStringLiteral("split.csv"));
}

std::optional<Subset> subsetFrom(const QString &word)
{
    for (const Subset subset : kSubsets) {
        if (subsetKey(subset) == word)
            return subset;
    }
    return std::nullopt;
}

Result<QList<Sample>> readSplit(const QString &runFolder, const QStringList &classNames)
{
    const QString path = QDir::toNativeSeparators(splitPath(runFolder));
    Result<CsvTable> table = CsvTable::read(splitPath(runFolder));
    if (!table) {
        return Error{ErrorCode::Unsupported,
                     tr("This run can't go on: %1, which says what it learns from, can't be opened. Start a new run.").arg(path)};
    }
    QHash<QString, int> labels;
    for (int index = 0; index < classNames.size(); ++index)
        labels.insert(classNames.at(index), index);
    QList<Sample> samples;
    while (table->next()) {
        const QString photo = csv::text(table->text("path"));
        const int label = labels.value(csv::text(table->text("label")), -1);
        const std::optional<Subset> subset = subsetFrom(table->text("split"));
        if (photo.isEmpty() || label < 0 || !subset)
            return Error{ErrorCode::Unreadable, tr("%1 is damaged, so this run can't go on. Start a new run.").arg(path)};
        samples.append({photo, label, *subset});
    }
    return samples;
}

} // namespace

Result<void> writeSplit(const QString &runFolder, const Dataset &dataset)
{
    QByteArray text("path,label,split\n");
    for (const Sample &sample : dataset.samples) {
        text += csv::field(sample.path).toUtf8() + ',' + csv::field(dataset.classNames.value(sample.label)).toUtf8() + ','
            + subsetKey(sample.subset).toLatin1() + '\n';
    }
    return writeFile(splitPath(runFolder), text);
}

Result<InterruptedRun> readInterruptedRun(const QString &runFolder)
{
    Result<RunDetails> details = RunFolder(runFolder).read();
    if (!details)
        return details.error();
    if (details->record.state == RunState::Completed)
        return Error{ErrorCode::InvalidArgument, tr("The run in %1 is completed: there is nothing to go on with.").arg(QDir::toNativeSeparators(runFolder))};
    Result<QList<Sample>> samples = readSplit(runFolder, details->classNames);
    if (!samples)
        return samples.error();
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
    run.dataset.samples = std::move(samples).value();
    return run;
}

bool canGoOn(const RunRecord &run)
{
    return run.state != RunState::Completed && run.state != RunState::Idle && QFile::exists(splitPath(run.folder))
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
