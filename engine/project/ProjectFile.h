// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"

#include <QByteArray>

namespace flower {

/// project.json, version 1: what a project is called and what it holds. Internal to flower_project.
struct ProjectFile {
    QString name;
    QDateTime packedAt;
    int kinds = 0;
    int photos = 0;
    bool withPhotos = true;
    int marks = 0;
    QStringList missing;     ///< photos that weren't there when it was packed, by their places
    QList<ProjectRun> runs;

    [[nodiscard]] QByteArray toJson() const;
    /// What is wrong is said without the archive's name. Errors: Unreadable; Unsupported where a newer version wrote it.
    static Result<ProjectFile> fromJson(const QByteArray &json);
    /// Two sentences for a person who has this ZIP but not the program.
    [[nodiscard]] QByteArray readme() const;
};

} // namespace flower
