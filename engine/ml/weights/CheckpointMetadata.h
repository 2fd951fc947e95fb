// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/TrainingEvent.h"

#include <QList>
#include <QMap>
#include <QString>

namespace flower {

/// What an epoch has come to so far.
struct EpochSums {
    double loss = 0.0;         ///< sum over photos
    qint64 right = 0;
    qint64 photos = 0;
    double learningRate = 0.0; ///< of the last step
    double seconds = 0.0;      ///< wall time

    bool operator==(const EpochSums &) const = default;
};

/// Where a run stands, in numbers: what the metadata of its checkpoint say.
struct RunPosition {
    Phase phase = Phase::Head; ///< of the epoch at hand, or of the last one
    bool phaseIsOver = false;  ///< its last epoch is done, or early stopping ended it
    int batch = 0;             ///< how many batches of the epoch at hand are learnt from; 0: none has begun
    EpochSums sums;            ///< of the epoch at hand
    double seconds = 0.0;      ///< of the run so far
    int usablePhotos = 0;      ///< of all subsets
    int bestEpoch = 0;         ///< 0: none is done
    int averagedSteps = 0;     ///< see WeightAverage
    bool averageIsInUse = false;
    QList<EpochResult> epochs; ///< that are done, of both phases

    bool operator==(const RunPosition &) const = default;
};

/// As the metadata of a file; numbers keep their last bit.
QMap<QString, QString> positionMetadata(const RunPosition &position);
/// Unreadable: the metadata are of no checkpoint, or say what no run can have come to; Unsupported: of a newer version.
Result<RunPosition> positionFrom(const QMap<QString, QString> &metadata);

} // namespace flower
