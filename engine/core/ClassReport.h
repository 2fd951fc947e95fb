// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <QList>

namespace flower {

/// How often photos of one class were answered with another: rows are true classes, columns are answers.
class ConfusionMatrix
{
public:
    /// Labels and answers outside of 0 … classes − 1 are left out.
    ConfusionMatrix(const QList<PhotoResult> &results, int classes);

    [[nodiscard]] int classes() const { return m_classes; }
    [[nodiscard]] int count(int label, int answer) const { return m_counts.at(label * m_classes + answer); }
    /// Photos of the class `label`.
    [[nodiscard]] int support(int label) const;
    /// Photos that were answered with the class `answer`.
    [[nodiscard]] int answered(int answer) const;

    bool operator==(const ConfusionMatrix &) const = default;

private:
    int m_classes;
    QList<int> m_counts;
};

/// What the network reaches on one class; fractions of 1, and 0 where a ratio has no photos to stand on.
struct ClassMetrics {
    int label = 0;
    int support = 0;           ///< photos of the class
    double precision = 0.0;    ///< of the photos answered with it, the fraction that is of it
    double recall = 0.0;       ///< of its photos, the fraction that is answered with it
    double f1 = 0.0;           ///< harmonic mean of the two
    int mostConfusedWith = -1; ///< the wrong answer that its photos get most often; −1: none gets one
    int mostConfusedCount = 0;

    bool operator==(const ClassMetrics &) const = default;
};

/// A line for each class, in the order of the classes.
QList<ClassMetrics> classReport(const ConfusionMatrix &matrix);

/// Two classes that are taken for one another; `first` < `second`.
struct ConfusedPair {
    int first = 0;
    int second = 0;
    int firstAsSecond = 0; ///< photos of `first` that were answered with `second`
    int secondAsFirst = 0;

    [[nodiscard]] int photos() const { return firstAsSecond + secondAsFirst; }
    bool operator==(const ConfusedPair &) const = default;
};

/// Pairs with at least one mistake between them, those with most first, then in the order of the classes.
QList<ConfusedPair> confusedPairs(const ConfusionMatrix &matrix);

} // namespace flower
