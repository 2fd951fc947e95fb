// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"
#include "engine/project/PhotoTable.h"
#include "engine/project/ProjectFile.h"
#include "engine/project/ProjectPlaces.h"
#include "engine/project/RunPacking.h"
#include "engine/project/ZipWriter.h"

#include <QDeadlineTimer>
#include <QList>

namespace flower {

/// Writes one project's ZIP: the photos first, then the runs, and at the end what says what all of that is. Internal to flower_project.
class ProjectPacker
{
public:
    ProjectPacker(const ProjectContent &content, const QString &file, RunControl &control, const ProgressSink &progress);

    Result<PackReport> pack();

private:
    void openRuns();
    Result<void> addPhotos();
    Result<void> addPhoto(const Sample &sample);
    Result<void> addRuns();
    Result<void> addRun(const RunPacking &run, const QString &name);
    Result<void> addDescription();
    [[nodiscard]] PhotoMarks marksByPlace();
    Result<void> add(const QString &name, const QByteArray &bytes, const QDateTime &modified = {});
    Result<void> advance(qint64 bytes);

    const ProjectContent &m_content;
    QString m_file;
    RunControl &m_control;
    const ProgressSink &m_progress;
    ProjectPlaces m_places;
    ZipWriter m_zip;
    QList<RunPacking> m_runs;
    QList<PhotoRow> m_rows;
    ProjectFile m_project;
    PackReport m_report;
    qint64 m_done = 0;
    qint64 m_total = 0;
    QDeadlineTimer m_nextReport;
};

/// What is at a path, in bytes; negative where no file is.
[[nodiscard]] qint64 sizeOfPhoto(const QString &path);

} // namespace flower
