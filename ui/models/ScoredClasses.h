// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"
#include "engine/core/Prediction.h"

#include <QStringList>

namespace flower {

/// The answers to a measured photo with the classes' names, most probable first.
inline QList<ScoredClass> scoredClasses(const PhotoResult &photo, const QStringList &classNames)
{
    QList<ScoredClass> classes;
    for (qsizetype rank = 0; rank < photo.topClasses.size(); ++rank) {
        const int label = photo.topClasses.at(rank);
        classes.append({label, classNames.value(label), photo.topProbabilities.value(rank)});
    }
    return classes;
}

} // namespace flower
