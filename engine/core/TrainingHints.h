// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"
#include "engine/core/TrainingConfig.h"
#include "engine/core/TrainingEvent.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace flower {

enum class HintKind { LearningRateTooHigh, OverFitting, UnderFitting, BestEpochLongPast, ClassTooSmall, ClassesOutOfBalance };

/// What a run's numbers say about one of its settings.
struct TrainingHint {
    HintKind kind = HintKind::OverFitting;
    QString text;  ///< sentences for the user, with the numbers
    QString field; ///< the setting to change, named as in ConfigProblem

    bool operator==(const TrainingHint &) const = default;
};

/// What hints need to know of the photos of a run.
struct HintPhotos {
    QStringList classNames;
    QList<int> trainPhotos;   ///< of each class; empty: not known
    int validationPhotos = 0;

    bool operator==(const HintPhotos &) const = default;
};

HintPhotos hintPhotos(const Dataset &dataset);

/// Hints from the photos alone: classes with few training photos, and far fewer than others.
QList<TrainingHint> classHints(const TrainingConfig &config, const HintPhotos &photos);
/// Hints from the epochs so far, the most urgent first: a learning rate that is too high in either phase; over-fitting,
/// under-fitting and a best epoch that is long past in the last one. What chance alone can do is no reason for a hint: a
/// validation accuracy counts with the upper end of its interval, losses as means over epochs.
QList<TrainingHint> epochHints(const QList<EpochResult> &epochs, const TrainingConfig &config, const HintPhotos &photos);

} // namespace flower
