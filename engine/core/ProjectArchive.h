// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/PhotoMarks.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QSet>
#include <QString>
#include <QStringList>

namespace flower {

/// What is handed on as one ZIP: the photos of a data set, what a review decided about them, and runs.
struct ProjectContent {
    Dataset dataset;         ///< as it was read, without the marks
    PhotoMarks marks;
    QStringList runFolders;  ///< absolute
    bool withPhotos = true;  ///< without: only the list of the photos goes in
};

/// What the parts of a project take on disk, in bytes.
struct ProjectSizes {
    qint64 photos = 0;
    int missingPhotos = 0;   ///< of the data set, but not there any more
    QList<qint64> runs;      ///< in the order that was asked for

    bool operator==(const ProjectSizes &) const = default;
};

/// What became of packing a project.
struct PackReport {
    QString file;
    qint64 bytes = 0;
    int photos = 0;          ///< whose bytes are in it
    int runs = 0;
    QStringList missing;     ///< photos that weren't there, by their place in the project
    QStringList notes;       ///< sentences on what else was left out

    bool operator==(const PackReport &) const = default;
};

/// A run as a project tells of it.
struct ProjectRun {
    QString name;            ///< of its folder
    QDateTime startedAt;
    double valTop1 = -1.0;   ///< negative where unknown
    double testTop1 = -1.0;

    bool operator==(const ProjectRun &) const = default;
};

/// What a ZIP says about itself, before it is unpacked.
struct ProjectSummary {
    QString name;
    QDateTime packedAt;
    int kinds = 0;
    int photos = 0;          ///< that its list names
    int packedPhotos = 0;    ///< whose bytes are in it
    int marks = 0;
    qint64 bytes = 0;        ///< unpacked
    QList<ProjectRun> runs;

    bool operator==(const ProjectSummary &) const = default;
};

/// Where a project is unpacked to.
struct UnpackTarget {
    QString folder;          ///< made for it; nothing may be there
    QString runsFolder;      ///< each run gets a folder of a free name in it; empty: runs stay in `folder`
    QSet<QString> takenRunIds; ///< a run that comes with one of these gets an id of its own
};

/// What came out of a ZIP.
struct UnpackReport {
    QString name;
    QString folder;
    QString dataset;         ///< the list of photos (CSV), which opens as a data set
    int photos = 0;          ///< unpacked and found to be those that were packed
    int missingPhotos = 0;   ///< that the list names, but that weren't in the ZIP
    PhotoMarks marks;
    QStringList runFolders;
    QStringList notes;       ///< sentences on what was left out

    bool operator==(const UnpackReport &) const = default;
};

/// Puts a project into one ZIP that holds nothing private but the photos themselves, and unpacks one of a stranger.
class ProjectArchive
{
public:
    virtual ~ProjectArchive() = default;
    /// Looks at the files' sizes. Error: Interrupted.
    virtual Result<ProjectSizes> measure(const Dataset &dataset, const QStringList &runFolders, RunControl &control) const = 0;
    /// Writes beside `file` and renames; an error leaves nothing behind. Progress: bytes. Errors: Unwritable, Interrupted,
    /// InvalidArgument where there is nothing to pack.
    virtual Result<PackReport> pack(const ProjectContent &content, const QString &file, RunControl &control,
                                    const ProgressSink &progress) const = 0;
    /// Errors: NotFound; Unreadable where it is no project, damaged or not to be trusted; Unsupported (a newer version); Interrupted.
    virtual Result<ProjectSummary> inspect(const QString &file, RunControl &control) const = 0;
    /// Unpacks beside `target.folder` and renames; an error leaves nothing behind. Progress: bytes. Errors: as inspect(), and
    /// InvalidArgument where something is there already, Unwritable.
    virtual Result<UnpackReport> unpack(const QString &file, const UnpackTarget &target, RunControl &control,
                                        const ProgressSink &progress) const = 0;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::ProjectSizes)
Q_DECLARE_METATYPE(flower::PackReport)
Q_DECLARE_METATYPE(flower::ProjectSummary)
Q_DECLARE_METATYPE(flower::UnpackReport)
