// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace flower {

/// A closed interval; for metrics both ends are fractions of 1.
struct Interval {
    double low = 0.0;
    double high = 0.0;

    bool operator==(const Interval &) const = default;
};

/// The 95 % Wilson score interval of `successes` out of `trials` (Wilson 1927); {0, 1} where trials is 0.
Interval wilsonInterval(int successes, int trials);

/// One photo of an evaluation: what it is and what the network says.
struct PhotoResult {
    QString path;
    int label = 0;             ///< true class
    QList<int> topClasses;     ///< up to five class indices, most probable first
    QList<double> topProbabilities; ///< beside topClasses
    double loss = 0.0;         ///< cross-entropy of the true class, in nats
    QList<float> logits{};     ///< of all classes, at temperature 1; empty where only the answer was kept
    double outOfSetScore = 0.0; ///< see OutOfSetScore.h; 0 where it wasn't asked for
    double confidenceBefore = -1.0; ///< confidence() at temperature 1; summarize() fills it in; negative where unknown

    /// Whether the most probable class is the true one.
    [[nodiscard]] bool isRight() const { return !topClasses.isEmpty() && topClasses.first() == label; }
    /// The probability of the most probable class; 0 without an answer.
    [[nodiscard]] double confidence() const { return topProbabilities.isEmpty() ? 0.0 : topProbabilities.first(); }

    bool operator==(const PhotoResult &) const = default;
};

/// What a network reaches on one subset. All metrics are fractions of 1.
struct Evaluation {
    Subset subset = Subset::Validation;
    int photos = 0;            ///< photos the numbers stand on
    int skipped = 0;           ///< photos that couldn't be read
    double loss = 0.0;         ///< mean cross-entropy in nats
    double top1 = 0.0;
    double top5 = 0.0;
    double meanPerClass = 0.0; ///< mean over the classes present of the recall of each
    Interval top1Interval;     ///< 95 % Wilson
    std::optional<Interval> top5Interval;         ///< 95 % Wilson; unknown in runs of before
    std::optional<Interval> meanPerClassInterval; ///< 95 %, see bootstrapMeanRecall(); unknown where only tallied
    double ece = -1.0;         ///< expected calibration error of the probabilities; negative where unknown
    double eceBefore = -1.0;   ///< the same at temperature 1; needs logits
    double coverageAt95Precision = -1.0; ///< largest fraction that can be answered with 95 % of the answers right
    QList<PhotoResult> results;

    bool operator==(const Evaluation &) const = default;
};

/// What every epoch needs: loss, top-1 and top-5 with their intervals, mean per class. Calibration error, coverage and the
/// bootstrap stay unknown.
Evaluation tally(Subset subset, QList<PhotoResult> results, int skipped);
/// Fills everything from `results`, and in those with logits the confidence before the temperature: for the end of a run.
Evaluation summarize(Subset subset, QList<PhotoResult> results, int skipped);

} // namespace flower

Q_DECLARE_METATYPE(flower::Evaluation)
