// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"
#include "engine/core/Prediction.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace flower {

/// What one photo of a group says, and its part in the common answer.
struct GroupPart {
    QString path;
    ScoredClass answer; ///< its own most probable class; without a name where it couldn't be read
    double part = 0.0;  ///< its fraction of the common answer's probability; the parts of a group sum to 1
    QString error;      ///< empty where the photo was read

    bool operator==(const GroupPart &) const = default;
};

/// One answer to several photos of the same plant.
struct GroupPrediction {
    Prediction fused;       ///< path: of the first photo; milliseconds: of all together
    QList<GroupPart> parts; ///< in the order of the photos

    bool operator==(const GroupPrediction &) const = default;
};

/// Averages the calibrated probabilities of the photos that were read (the sum rule of Kittler et al. 1998, "On Combining
/// Classifiers"). It is the cautious rule: photos of one plant agree in their mistakes too, so multiplying their
/// probabilities, as for independent photos, would be too sure. The out-of-set score is averaged as well.
/// Each prediction must hold all classes (Classifier::classify with `top` at the number of classes); the answer is cut to
/// `top`. Where no photo could be read, the answer is the first error.
GroupPrediction fusePredictions(const QList<Prediction> &photos, const Calibration &calibration, int top);

/// Sets notSure, noneOfThese and candidates from the classes and the score that are in `prediction`.
void applyVerdict(Prediction &prediction, const Calibration &calibration);

} // namespace flower

Q_DECLARE_METATYPE(flower::GroupPrediction)
