// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/OutOfSetScore.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace flower {

double outOfSetThreshold(QList<double> scores, double fraction)
{
    Q_ASSERT(!scores.isEmpty());
    std::sort(scores.begin(), scores.end());
    const auto kept = static_cast<qsizetype>(std::ceil(fraction * static_cast<double>(scores.size())));
    return scores.at(std::clamp<qsizetype>(kept - 1, 0, scores.size() - 1));
}

double auroc(const QList<double> &known, const QList<double> &unknown)
{
    if (known.isEmpty() || unknown.isEmpty())
        return 0.5;
    std::vector<std::pair<double, bool>> scores; // score, of an unknown class
    for (const double score : known)
        scores.emplace_back(score, false);
    for (const double score : unknown)
        scores.emplace_back(score, true);
    std::sort(scores.begin(), scores.end());

    double rankSum = 0.0; // of the unknown ones; tied scores share their mean rank
    for (size_t first = 0; first < scores.size();) {
        size_t end = first;
        int unknownHere = 0;
        for (; end < scores.size() && scores[end].first == scores[first].first; ++end)
            unknownHere += scores[end].second ? 1 : 0;
        rankSum += unknownHere * (static_cast<double>(first + 1) + static_cast<double>(end)) / 2;
        first = end;
    }
    const auto negatives = static_cast<double>(known.size());
    const auto positives = static_cast<double>(unknown.size());
    return (rankSum - positives * (positives + 1) / 2) / (negatives * positives);
}

} // namespace flower
