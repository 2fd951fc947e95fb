// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"
#include "engine/project/EntryNames.h"
#include "engine/project/PhotoTable.h"
#include "engine/project/ProjectFile.h"

#include <QHash>
#include <QSet>

namespace flower {

class ZipReader;
struct ZipFile;

/// The limits of a ZIP from a stranger.
struct ProjectLimits {
    qint64 files = 1'100'000;                ///< a data set has a million photos at most
    qint64 bytes = 1LL << 40;                ///< unpacked
    qint64 growth = 40;                      ///< unpacked may be so many times the ZIP's size: photos don't shrink, CSV does by a tenth
    qint64 slack = 64LL << 20;               ///< and so many bytes more, for small ones
};

/// What a project's ZIP holds, read and judged before anything of it is written. Internal to flower_project.
class ProjectContents
{
public:
    /// Goes through all names and sizes, and reads the small files that say what the others are. Errors: as ProjectArchive::inspect().
    static Result<ProjectContents> read(const QString &file, const ProjectLimits &limits, RunControl &control);

    [[nodiscard]] ProjectSummary summary() const;
    [[nodiscard]] const ProjectFile &project() const { return m_project; }
    [[nodiscard]] const QList<PhotoRow> &rows() const { return m_rows; }
    /// The row of a photo that is in the ZIP; null where the list doesn't name it.
    [[nodiscard]] const PhotoRow *row(const QString &place) const;
    [[nodiscard]] int photos() const { return m_photos; } ///< that are listed and in the ZIP
    [[nodiscard]] const PhotoMarks &marks() const { return m_marks; }
    [[nodiscard]] const QSet<QString> &runs() const { return m_runs; } ///< names of folders that have a run.json
    [[nodiscard]] int others() const { return m_others; }   ///< files that have no place in a project
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< unpacked, without the others

private:
    Result<void> take(ZipReader &reader, const ZipFile &file);
    Result<void> takeName(const ZipReader &reader, const QString &name);
    Result<void> takeSmall(ZipReader &reader, const ZipFile &file, entry::Part part);
    void count();

    ProjectLimits m_limits;
    bool m_hasProject = false;
    bool m_hasTable = false;
    ProjectFile m_project;
    QList<PhotoRow> m_rows;
    QHash<QString, qsizetype> m_rowOf; ///< by place
    PhotoMarks m_marks;
    QSet<QString> m_runs;
    QHash<QString, qint64> m_photoFiles; ///< sizes by place
    QSet<QString> m_files;             ///< folded
    QSet<QString> m_folders;           ///< folded
    int m_photos = 0;
    int m_others = 0;
    qint64 m_claimed = 0; ///< bytes of all entries
    qint64 m_bytes = 0;
};

} // namespace flower
