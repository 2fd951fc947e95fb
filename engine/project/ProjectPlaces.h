// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace flower {

/// Where each photo of a project lies below its folder photos/. A photo keeps its path relative to the data set's folder, where
/// every system takes that; one from elsewhere goes into elsewhere/KIND. No two share a place. Internal to flower_project.
class ProjectPlaces
{
public:
    explicit ProjectPlaces(const Dataset &dataset);

    /// Of a photo of the data set, or of one that a run or a review knows besides.
    QString placeOf(const QString &path, const QString &className);
    /// Of a photo that a run names, whose data set had its root at `rootPath`: this one may lie elsewhere by now.
    QString placeOf(const QString &path, const QString &className, const QString &rootPath);

private:
    QString give(const QString &path, QString wanted);
    QString wantedInside(const QString &path) const; ///< empty: it lies elsewhere

    QString m_root;
    QHash<QString, QString> m_places; ///< by absolute path
    QSet<QString> m_taken;            ///< folded
    QHash<QString, int> m_numbers;    ///< last given, by the folded name
};

} // namespace flower
