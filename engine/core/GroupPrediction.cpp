// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/GroupPrediction.h"

#include <QHash>

#include <algorithm>

namespace flower {

namespace {

double probabilityOf(const Prediction &prediction, int index)
{
    const auto found = std::find_if(prediction.top.begin(), prediction.top.end(),
                                    [index](const ScoredClass &scored) { return scored.index == index; });
    return found == prediction.top.end() ? 0.0 : found->probability;
}

QList<ScoredClass> meanOf(const QList<Prediction> &photos)
{
    QList<ScoredClass> mean = photos.first().top;
    QHash<int, qsizetype> place;
    for (qsizetype at = 0; at < mean.size(); ++at) {
        mean[at].probability = 0.0;
        place.insert(mean.at(at).index, at);
    }
    for (const Prediction &photo : photos) {
        for (const ScoredClass &scored : photo.top)
            mean[place.value(scored.index)].probability += scored.probability / static_cast<double>(photos.size());
    }
    std::stable_sort(mean.begin(), mean.end(), [](const ScoredClass &a, const ScoredClass &b) {
        return a.probability != b.probability ? a.probability > b.probability : a.index < b.index;
    });
    return mean;
}

} // namespace

GroupPrediction fusePredictions(const QList<Prediction> &photos, const Calibration &calibration, int top)
{
    GroupPrediction group;
    QList<Prediction> readable;
    for (const Prediction &photo : photos) {
        group.fused.milliseconds += photo.milliseconds;
        group.parts.append({photo.path, photo.top.value(0), 0.0, photo.error});
        if (photo.error.isEmpty() && !photo.top.isEmpty())
            readable.append(photo);
    }
    group.fused.path = photos.isEmpty() ? QString() : photos.first().path;
    if (readable.isEmpty()) {
        group.fused.error = photos.isEmpty() ? QString() : photos.first().error;
        return group;
    }
    group.fused.top = meanOf(readable);
    for (const Prediction &photo : std::as_const(readable))
        group.fused.outOfSetScore += photo.outOfSetScore / static_cast<double>(readable.size());
    applyVerdict(group.fused, calibration);

    const ScoredClass winner = group.fused.top.first();
    for (qsizetype at = 0; at < photos.size(); ++at) {
        if (winner.probability > 0.0)
            group.parts[at].part =
                probabilityOf(photos.at(at), winner.index) / (winner.probability * static_cast<double>(readable.size()));
    }
    group.fused.top = group.fused.top.mid(0, std::max(1, top));
    return group;
}

void applyVerdict(Prediction &prediction, const Calibration &calibration)
{
    if (prediction.top.isEmpty())
        return;
    const Verdict verdict = verdictOf(calibration, prediction.top.first().probability, prediction.outOfSetScore);
    prediction.noneOfThese = verdict == Verdict::NoneOfThese;
    prediction.notSure = verdict == Verdict::NotSure;
    prediction.candidates = prediction.notSure ? prediction.top.mid(0, 2) : QList<ScoredClass>();
}

} // namespace flower
