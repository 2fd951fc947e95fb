// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Prediction.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace flower {

/// Which places of a photo speak for a class: a class activation map over what the network saw, the largest centred
/// square of the photo (EXIF-turned) less a margin.
struct Explanation {
    QString path;
    ScoredClass explained;      ///< the class that was asked about, with its calibrated probability
    int rows = 0;               ///< of the map
    int columns = 0;
    QList<float> heat;          ///< rows × columns, row by row from the top left: 0 (nothing for it) … 1 (most)
    double seenFraction = 1.0;  ///< side of the square, as a fraction of the photo's shorter side

    bool operator==(const Explanation &) const = default;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::Explanation)
