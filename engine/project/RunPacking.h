// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"

#include <QByteArray>
#include <QStringList>

namespace flower {

class ProjectPlaces;

/// The files of a run that go into a project, without what is private in them: folders of this computer. Internal to flower_project.
class RunPacking
{
public:
    /// Errors: as RunFolder::read(); InvalidArgument where somebody trains in the folder now.
    static Result<RunPacking> open(const QString &folder);

    [[nodiscard]] ProjectRun describe() const { return m_run; }
    /// Names of the files that are there; those of a checkpoint only where the run isn't completed.
    [[nodiscard]] const QStringList &files() const { return m_files; }
    [[nodiscard]] qint64 size(const QString &file) const;
    [[nodiscard]] qint64 bytes() const;
    /// A file as it goes into the project whose data set has its root at `rootPath`. Errors: Unreadable where it can't be read, or where
    /// something private would be left in it.
    [[nodiscard]] Result<QByteArray> read(const QString &file, ProjectPlaces &places, const QString &rootPath) const;

private:
    [[nodiscard]] QByteArray withoutPrivate(const QString &file, const QByteArray &bytes, ProjectPlaces &places, const QString &rootPath) const;

    QString m_folder;
    QString m_datasetPath; ///< where the run's photos were; empty for the drawn samples
    ProjectRun m_run;
    QStringList m_files;
};

} // namespace flower
