// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/SelectivePrediction.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace flower {

OperatingPoint operatingPoint(const QList<PhotoResult> &results, double threshold)
{
    int answered = 0;
    int right = 0;
    for (const PhotoResult &result : results) {
        if (threshold >= kNeverSure || result.confidence() < threshold)
            continue;
        ++answered;
        right += result.isRight() ? 1 : 0;
    }
    if (answered == 0)
        return {threshold, 0.0, 0.0};
    return {threshold, double(answered) / double(results.size()), double(right) / answered};
}

OperatingPoint coverageAtPrecision(const QList<PhotoResult> &results, double precision)
{
    std::vector<std::pair<double, bool>> answers; // probability, right
    answers.reserve(static_cast<size_t>(results.size()));
    for (const PhotoResult &result : results)
        answers.emplace_back(result.confidence(), result.isRight());
    std::sort(answers.begin(), answers.end(), [](const auto &a, const auto &b) { return a.first > b.first; });

    OperatingPoint best;
    int right = 0;
    for (size_t index = 0; index < answers.size(); ++index) {
        right += answers[index].second ? 1 : 0;
        const bool moreOfTheSame = index + 1 < answers.size() && answers[index + 1].first == answers[index].first;
        const auto answered = static_cast<double>(index + 1);
        if (!moreOfTheSame && right / answered >= precision)
            best = {answers[index].first, answered / static_cast<double>(answers.size()), right / answered};
    }
    // A probability of 1 is a threshold like any other: just below it, so that it doesn't read as "never".
    best.threshold = best.coverage > 0 ? std::min(best.threshold, 1.0 - 1e-12) : kNeverSure;
    return best;
}

} // namespace flower
