// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Metrics.h"

#include "engine/core/Calibration.h"
#include "engine/core/SelectivePrediction.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

/// The expected calibration error before any temperature; negative where a result doesn't know its confidence there.
double uncalibratedError(const QList<PhotoResult> &results)
{
    const QList<ReliabilityBin> diagram = reliabilityDiagramBefore(results);
    return diagram.isEmpty() ? -1.0 : expectedCalibrationError(diagram);
}

} // namespace

Interval wilsonInterval(int successes, int trials)
{
    if (trials <= 0)
        return {0.0, 1.0};
    constexpr double z = 1.959963984540054; // two-sided 95 %
    const double n = trials;
    const double p = successes / n;
    const double centre = p + z * z / (2 * n);
    const double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {std::max(0.0, (centre - spread) / scale), std::min(1.0, (centre + spread) / scale)};
}

Evaluation summarize(Subset subset, QList<PhotoResult> results, int skipped)
{
    struct Tally {
        int photos = 0;
        int right = 0;
    };
    QHash<int, Tally> perClass;
    int top1 = 0;
    int top5 = 0;
    double loss = 0.0;
    for (PhotoResult &result : results) {
        if (!result.logits.isEmpty()) {
            const QList<double> probabilities = softmax(result.logits, 1.0);
            result.confidenceBefore = *std::max_element(probabilities.begin(), probabilities.end());
        }
        const bool right = result.isRight();
        Tally &tally = perClass[result.label];
        ++tally.photos;
        tally.right += right ? 1 : 0;
        top1 += right ? 1 : 0;
        top5 += result.topClasses.contains(result.label) ? 1 : 0;
        loss += result.loss;
    }

    Evaluation evaluation;
    evaluation.subset = subset;
    evaluation.photos = static_cast<int>(results.size());
    evaluation.skipped = skipped;
    evaluation.top1Interval = wilsonInterval(top1, evaluation.photos);
    if (evaluation.photos > 0) {
        evaluation.loss = loss / evaluation.photos;
        evaluation.top1 = double(top1) / evaluation.photos;
        evaluation.top5 = double(top5) / evaluation.photos;
        double recalls = 0.0;
        for (const Tally &tally : std::as_const(perClass))
            recalls += double(tally.right) / tally.photos;
        evaluation.meanPerClass = recalls / perClass.size();
        evaluation.ece = expectedCalibrationError(reliabilityDiagram(results));
        evaluation.eceBefore = uncalibratedError(results);
        evaluation.coverageAt95Precision = coverageAtPrecision(results, 0.95).coverage;
    }
    evaluation.results = std::move(results);
    return evaluation;
}

} // namespace flower
