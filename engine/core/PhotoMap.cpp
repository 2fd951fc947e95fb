// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoMap.h"

#include <QMap>

#include <algorithm>
#include <numeric>
#include <random>

namespace flower {

QString mapMethodKey(MapMethod method)
{
    return method == MapMethod::Pca ? QStringLiteral("pca") : QStringLiteral("tsne");
}

// Every photo gets a place in the line of its class, from 0 to 1, in a drawn order; those that stand first in their lines are taken.
QList<int> sampleForMap(const QList<Sample> &photos, int most, quint64 seed)
{
    const auto count = static_cast<int>(photos.size());
    QList<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    if (count <= most)
        return order;
    std::mt19937_64 generator(seed);
    for (int last = count - 1; last > 0; --last) // std::shuffle differs between systems
        std::swap(order[last], order[static_cast<int>(generator() % static_cast<quint64>(last + 1))]);
    QMap<int, int> sizes;
    for (const Sample &photo : photos)
        ++sizes[photo.label];
    QMap<int, int> taken;
    QList<double> line(count);
    for (const int photo : std::as_const(order)) {
        const int label = photos.at(photo).label;
        line[photo] = (taken[label]++ + 0.5) / sizes.value(label);
    }
    std::stable_sort(order.begin(), order.end(), [&line](int a, int b) { return line.at(a) < line.at(b); });
    order.resize(std::max(0, most));
    std::sort(order.begin(), order.end());
    return order;
}

} // namespace flower
