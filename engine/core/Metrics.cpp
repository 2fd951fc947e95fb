// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Metrics.h"

#include "engine/core/BootstrapInterval.h"
#include "engine/core/Calibration.h"
#include "engine/core/SelectivePrediction.h"

#include <QMap>

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

/// Of the classes present, in the order of their labels: the same photos give the same sums and the same bootstrap.
QList<ClassTally> tallyClasses(const QList<PhotoResult> &results)
{
    QMap<int, ClassTally> tallies;
    for (const PhotoResult &result : results) {
        ClassTally &ofClass = tallies[result.label];
        ++ofClass.photos;
        ofClass.right += result.isRight() ? 1 : 0;
    }
    return tallies.values();
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

Evaluation tally(Subset subset, QList<PhotoResult> results, int skipped)
{
    int top1 = 0;
    int top5 = 0;
    double loss = 0.0;
    for (const PhotoResult &result : std::as_const(results)) {
        top1 += result.isRight() ? 1 : 0;
        top5 += result.topClasses.contains(result.label) ? 1 : 0;
        loss += result.loss;
    }

    Evaluation evaluation;
    evaluation.subset = subset;
    evaluation.photos = static_cast<int>(results.size());
    evaluation.skipped = skipped;
    evaluation.top1Interval = wilsonInterval(top1, evaluation.photos);
    evaluation.top5Interval = wilsonInterval(top5, evaluation.photos);
    if (evaluation.photos > 0) {
        evaluation.loss = loss / evaluation.photos;
        evaluation.top1 = double(top1) / evaluation.photos;
        evaluation.top5 = double(top5) / evaluation.photos;
        const QList<ClassTally> classes = tallyClasses(results);
        double recalls = 0.0;
        for (const ClassTally &ofClass : classes)
            recalls += double(ofClass.right) / ofClass.photos;
        evaluation.meanPerClass = recalls / static_cast<double>(classes.size());
    }
    evaluation.results = std::move(results);
    return evaluation;
}

Evaluation summarize(Subset subset, QList<PhotoResult> results, int skipped)
{
    for (PhotoResult &result : results) {
        if (result.logits.isEmpty())
            continue;
        const QList<double> probabilities = softmax(result.logits, 1.0);
        result.confidenceBefore = *std::max_element(probabilities.begin(), probabilities.end());
    }
    Evaluation evaluation = tally(subset, std::move(results), skipped);
    evaluation.meanPerClassInterval = bootstrapMeanRecall(tallyClasses(evaluation.results));
    if (evaluation.photos > 0) {
        evaluation.ece = expectedCalibrationError(reliabilityDiagram(evaluation.results));
        evaluation.eceBefore = uncalibratedError(evaluation.results);
        evaluation.coverageAt95Precision = coverageAtPrecision(evaluation.results, 0.95).coverage;
    }
    return evaluation;
}

} // namespace flower
