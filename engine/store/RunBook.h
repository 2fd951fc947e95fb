// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/TrainingEvent.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>

namespace flower {

/// A run as the run book lists it.
struct RunRecord {
    QString id;
    QString folder;            ///< absolute
    QString datasetName;
    int classes = 0;
    int photos = 0;
    double width = 1.0;
    QDateTime startedAt;       ///< UTC, whole seconds
    RunState state = RunState::Idle;
    int epochsDone = 0;
    double bestValTop1 = -1.0; ///< negative where unknown
    double testTop1 = -1.0;    ///< negative where unknown
    double seconds = 0.0;
    QString splitHash;         ///< see Dataset::splitHash(); empty where unknown

    bool operator==(const RunRecord &) const = default;
};

/// How many of `runs` began before `run` and measured the same test photos: those of the same split, `run` itself left out.
/// Who chooses among runs by their test number should know it: the number gets too good. 0 where the split is unknown.
[[nodiscard]] int earlierTests(const QList<RunRecord> &runs, const RunRecord &run);

/// The index over the run folders, in SQLite (WAL, so that two processes may use it). It can be rebuilt from the folders.
/// One object per thread.
class RunBook
{
public:
    /// Opens or makes the book; one of an earlier version is brought up to this one. A damaged file is set aside (renamed,
    /// never deleted) and an empty book started; a book of a newer version of the program is refused and left alone.
    static Result<std::unique_ptr<RunBook>> open(const QString &file);
    ~RunBook();
    Q_DISABLE_COPY_MOVE(RunBook)

    /// Newest first.
    [[nodiscard]] Result<QList<RunRecord>> runs() const;
    Result<void> save(const RunRecord &run); ///< inserts, or replaces the line of the same id
    Result<void> forget(const QString &id);  ///< takes the line out of the book; the folder stays
    /// Adds the runs found in the direct subfolders of `runsFolder` that the book doesn't know. Returns how many.
    /// A folder that claims the id of a run whose own folder is still there is left out.
    Result<int> rebuild(const QString &runsFolder);
    /// Where a damaged book was moved by open(); empty: it was whole.
    [[nodiscard]] QString setAside() const { return m_setAside; }

private:
    explicit RunBook(QString connection);
    QString m_connection;
    QString m_setAside;
};

} // namespace flower
