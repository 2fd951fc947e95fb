// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ProjectZip.h"
#include "engine/store/RunFolder.h"
#include "tests/fuzz/FuzzTarget.h"

#include <QDir>
#include <QDirIterator>

using namespace flower;

/// The ZIP of a project: what is unpacked lies in the two folders that it was to go to, or nothing is left.
FLOWER_FUZZ_TARGET(project)
{
    ProjectLimits limits;
    limits.files = 40;
    limits.bytes = 1 << 20;
    const QDir outside(fuzz::folder() + QStringLiteral("/projects"));
    QDir inside(outside.filePath(QStringLiteral("inside")));
    inside.mkpath(QStringLiteral("runs"));
    const QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const QString file = fuzz::asFile(bytes, "project.zip");
    RunControl control;
    const ProjectZip archive(limits);
    const Result<ProjectSummary> summary = archive.inspect(file, control);
    const Result<UnpackReport> report =
        archive.unpack(file, {inside.filePath(QStringLiteral("project")), inside.filePath(QStringLiteral("runs")), {}}, control, [](qint64, qint64) {});
    fuzz::check(outside.entryList(all).size() == 1);
    fuzz::check(summary.isOk() || !report.isOk());
    if (!report) {
        fuzz::check(inside.entryList(all) == QStringList{QStringLiteral("runs")} && QDir(inside.filePath(QStringLiteral("runs"))).isEmpty(all));
        inside.removeRecursively();
        return;
    }
    fuzz::check(inside.entryList(all).size() == 2 && report->photos + report->missingPhotos == summary->photos);
    fuzz::check(QDir(inside.filePath(QStringLiteral("runs"))).entryList(all).size() == report->runFolders.size());
    for (const QString &folder : report->runFolders) {
        const Result<RunDetails> run = RunFolder(folder).read();
        fuzz::check(run.isOk() && run->datasetPath == report->dataset);
    }
    QDirIterator walk(inside.path(), all, QDirIterator::Subdirectories);
    qint64 unpacked = 0;
    while (walk.hasNext()) {
        walk.next();
        fuzz::check(!walk.fileInfo().isSymLink());
        unpacked += walk.fileInfo().isFile() ? walk.fileInfo().size() : 0;
    }
    fuzz::check(unpacked <= 2 * limits.bytes); // run.json and the lists are written anew, which may make them a little longer
    inside.removeRecursively();
}
