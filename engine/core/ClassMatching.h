// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"

#include <optional>

namespace flower {

/// Photos whose labels are a model's class numbers, and the names that found no partner.
struct MatchedPhotos {
    QList<Sample> samples;
    int unknownPhotos = 0;       ///< of classes that the model has never heard of
    QStringList unknownClasses;  ///< of these photos, but not of the model
    QStringList unseenClasses;   ///< of the model, but without a photo among these

    bool operator==(const MatchedPhotos &) const = default;
};

/// The photos of one subset (nothing: of all), matched to `modelClasses` by the names of their classes.
MatchedPhotos matchPhotos(const Dataset &dataset, std::optional<Subset> subset, const QStringList &modelClasses);

/// What of a data set a model may be measured on that was trained with the split of hash `trainedOn`: the test photos where the
/// data set has a split of its own or it is the training's, since the others were learned from; else all (nothing).
std::optional<Subset> subsetToMeasure(const Dataset &dataset, const QString &trainedOn);

} // namespace flower
