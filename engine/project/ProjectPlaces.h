// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"

#include <QDir>
#include <QHash>
#include <QString>

namespace flower {

/// Where each photo of a project lies below its folder photos/. A photo keeps its path relative to the data set's folder, where
/// every system takes that; one from elsewhere goes into elsewhere/KIND. Where all lie elsewhere (a list of photos names them so, or
/// they were moved), they keep their paths relative to the folder that holds them all. No two share a place. Internal to
/// flower_project.
class ProjectPlaces
{
public:
    explicit ProjectPlaces(const Dataset &dataset);

    /// Of a photo of the data set, or of one that a run or a review knows besides.
    QString placeOf(const QString &path, const QString &className);
    /// Of a photo that a run or a review names, whose data set had its root at `rootPath`: this one, or the photo, may lie elsewhere by
    /// now.
    QString placeOf(const QString &path, const QString &className, const QString &rootPath);

private:
    QString give(const QString &path, QString wanted);
    [[nodiscard]] QString wantedInside(const QString &path) const; ///< empty: it lies elsewhere

    QDir m_folder;                    ///< that the data set's photos are named from
    QString m_otherRoot;              ///< of the run asked about last, and its folder
    QDir m_otherFolder;
    QString m_common;                 ///< the folder of photos that all lie elsewhere; empty: they don't
    QHash<QString, QString> m_places; ///< by absolute path
    QHash<QString, QString> m_taken;  ///< places by themselves, folded
    QHash<QString, int> m_numbers;    ///< last given, by the folded name
};

} // namespace flower
