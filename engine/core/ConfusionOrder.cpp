// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ConfusionOrder.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace flower {

namespace {

struct Cluster {
    QList<int> items;             ///< in their order
    QList<double> similarities{}; ///< to each other cluster: the mean over all pairs of items
};

/// Both in a row, turned so that the ends that touch are the two that are most alike.
QList<int> joined(QList<int> left, QList<int> right, const Similarity &similarity)
{
    const std::array touching{similarity(left.last(), right.first()), similarity(left.last(), right.last()),
                              similarity(left.first(), right.first()), similarity(left.first(), right.last())};
    const auto best = std::max_element(touching.begin(), touching.end()) - touching.begin();
    if (best >= 2)
        std::reverse(left.begin(), left.end());
    if (best % 2 == 1)
        std::reverse(right.begin(), right.end());
    return left + right;
}

} // namespace

QList<int> orderByError(const ConfusionMatrix &matrix)
{
    const QList<ClassMetrics> report = classReport(matrix);
    QList<int> order(matrix.classes());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&report](int label) { return report.at(label).support > 0 ? report.at(label).recall : 2.0; };
    std::stable_sort(order.begin(), order.end(), [&key](int a, int b) { return key(a) < key(b); });
    return order;
}

QList<int> seriate(int items, const Similarity &similarity)
{
    QList<Cluster> clusters;
    for (int item = 0; item < items; ++item) {
        Cluster cluster{{item}};
        for (int other = 0; other < items; ++other)
            cluster.similarities.append(similarity(item, other));
        clusters.append(cluster);
    }
    while (clusters.size() > 1) {
        qsizetype left = 0;
        qsizetype right = 0;
        double best = 0.0;
        for (qsizetype a = 0; a < clusters.size(); ++a) {
            const QList<double> &row = clusters.at(a).similarities;
            for (qsizetype b = a + 1; b < clusters.size(); ++b) {
                if (row.at(b) > best) {
                    best = row.at(b);
                    left = a;
                    right = b;
                }
            }
        }
        if (right == 0)
            break; // nothing that is left has anything in common
        const auto leftSize = static_cast<double>(clusters.at(left).items.size());
        const auto rightSize = static_cast<double>(clusters.at(right).items.size());
        Cluster &into = clusters[left];
        into.items = joined(into.items, clusters.at(right).items, similarity);
        for (qsizetype other = 0; other < clusters.size(); ++other) {
            const double mean = (leftSize * into.similarities.at(other) + rightSize * clusters.at(right).similarities.at(other))
                / (leftSize + rightSize);
            into.similarities[other] = mean;
            clusters[other].similarities[left] = mean;
        }
        clusters.removeAt(right);
        for (Cluster &cluster : clusters)
            cluster.similarities.removeAt(right);
    }
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const Cluster &a, const Cluster &b) { return a.items.size() > 1 && b.items.size() == 1; });
    QList<int> order;
    for (const Cluster &cluster : std::as_const(clusters))
        order += cluster.items;
    return order;
}

QList<int> orderBySimilarity(const ConfusionMatrix &matrix)
{
    const int classes = matrix.classes();
    QList<double> fractions(qsizetype(classes) * classes, 0.0);
    for (int label = 0; label < classes; ++label) {
        const int support = matrix.support(label);
        for (int answer = 0; support > 0 && answer < classes; ++answer)
            fractions[label * classes + answer] = double(matrix.count(label, answer)) / support;
    }
    return seriate(classes, [&](int a, int b) { return fractions.at(a * classes + b) + fractions.at(b * classes + a); });
}

} // namespace flower
