// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ClassBalance.h"

#include <algorithm>
#include <numeric>

namespace flower {

QList<double> classWeights(const QList<int> &photos)
{
    const double all = std::accumulate(photos.cbegin(), photos.cend(), 0.0);
    const auto classes = static_cast<double>(std::count_if(photos.cbegin(), photos.cend(), [](int count) { return count > 0; }));
    QList<double> weights;
    weights.reserve(photos.size());
    for (const int count : photos)
        weights.append(count > 0 ? all / (classes * count) : 0.0);
    return weights;
}

} // namespace flower
