// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ClassReport.h"

#include <algorithm>

namespace flower {

namespace {

double ratio(int part, int whole)
{
    return whole > 0 ? double(part) / whole : 0.0;
}

} // namespace

ConfusionMatrix::ConfusionMatrix(const QList<PhotoResult> &results, int classes)
    : m_classes(classes), m_counts(qsizetype(classes) * classes, 0)
{
    for (const PhotoResult &result : results) {
        const int answer = result.topClasses.isEmpty() ? -1 : result.topClasses.first();
        if (result.label >= 0 && result.label < classes && answer >= 0 && answer < classes)
            ++m_counts[result.label * classes + answer];
    }
}

int ConfusionMatrix::support(int label) const
{
    int photos = 0;
    for (int answer = 0; answer < m_classes; ++answer)
        photos += count(label, answer);
    return photos;
}

int ConfusionMatrix::answered(int answer) const
{
    int photos = 0;
    for (int label = 0; label < m_classes; ++label)
        photos += count(label, answer);
    return photos;
}

QList<ClassMetrics> classReport(const ConfusionMatrix &matrix)
{
    QList<ClassMetrics> report;
    for (int label = 0; label < matrix.classes(); ++label) {
        ClassMetrics metrics;
        metrics.label = label;
        metrics.support = matrix.support(label);
        const int right = matrix.count(label, label);
        const int answered = matrix.answered(label);
        metrics.precision = ratio(right, answered);
        metrics.recall = ratio(right, metrics.support);
        metrics.f1 = ratio(2 * right, answered + metrics.support);
        for (int answer = 0; answer < matrix.classes(); ++answer) {
            if (answer != label && matrix.count(label, answer) > metrics.mostConfusedCount) {
                metrics.mostConfusedWith = answer;
                metrics.mostConfusedCount = matrix.count(label, answer);
            }
        }
        report.append(metrics);
    }
    return report;
}

QList<ConfusedPair> confusedPairs(const ConfusionMatrix &matrix)
{
    QList<ConfusedPair> pairs;
    for (int first = 0; first < matrix.classes(); ++first) {
        for (int second = first + 1; second < matrix.classes(); ++second) {
            const ConfusedPair pair{first, second, matrix.count(first, second), matrix.count(second, first)};
            if (pair.photos() > 0)
                pairs.append(pair);
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const ConfusedPair &a, const ConfusedPair &b) { return a.photos() > b.photos(); });
    return pairs;
}

} // namespace flower
