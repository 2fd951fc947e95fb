// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"
#include "engine/project/EntryNames.h"
#include "engine/project/ProjectContents.h"

#include <QDeadlineTimer>
#include <QStringList>

#include <memory>

class QTemporaryDir;

namespace flower {

class ZipReader;
struct ZipFile;

/// Unpacks one project's ZIP beside its place, checks it, and renames what is whole. Internal to flower_project.
class ProjectUnpacker
{
public:
    ProjectUnpacker(const QString &file, const UnpackTarget &target, const ProjectLimits &limits, RunControl &control,
                    const ProgressSink &progress);
    ~ProjectUnpacker();
    Q_DISABLE_COPY_MOVE(ProjectUnpacker)

    Result<UnpackReport> unpack();

private:
    Result<void> prepare();
    Result<void> makeFolders();
    Result<void> writeFiles();
    Result<void> writeTable();
    [[nodiscard]] QString inProject(const QString &name) const;
    /// Where an entry goes; empty: it is left out.
    [[nodiscard]] QString placeFor(const entry::Place &place, const QString &name) const;
    Result<void> writeFile(ZipReader &reader, const ZipFile &file, const QString &path, const PhotoRow *row);
    void adoptRuns();
    Result<void> moveIntoPlace();
    /// To a name in `folder` that nothing has; returns the new path.
    Result<QString> moveRun(const QString &from, const QString &name) const;
    [[nodiscard]] Error unwritable(const QString &path, const QString &reason) const;

    QString m_file;
    const UnpackTarget &m_target;
    ProjectLimits m_limits;
    RunControl &m_control;
    const ProgressSink &m_progress;
    QString m_folder;                       ///< where the project will be
    ProjectContents m_contents;
    std::unique_ptr<QTemporaryDir> m_partial;     ///< beside it
    std::unique_ptr<QTemporaryDir> m_partialRuns; ///< in the folder of runs; null: runs stay in the project
    QStringList m_runs;                     ///< whose files are there and sound, by name
    UnpackReport m_report;
    qint64 m_done = 0;
    QDeadlineTimer m_nextReport;
};

} // namespace flower
