// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/CopyGroups.h"

#include "engine/core/DisjointSets.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace flower {

QList<int> CopyGroup::photos() const
{
    QList<int> photos;
    for (const QList<int> &copies : contents)
        photos += copies;
    return photos;
}

QList<CopyGroup> copyGroups(const DataScan &scan, const std::vector<const Sample *> &samples)
{
    const auto isThere = [&](int position) {
        return samples[static_cast<size_t>(position)] && scan.photos.at(position).problem.isEmpty() && scan.photos.at(position).content >= 0;
    };
    const auto count = static_cast<int>(scan.photos.size());
    QHash<int, int> firstOf; // content to the first photo that is there
    DisjointSets sets(count);
    for (int position = 0; position < count; ++position) {
        if (!isThere(position))
            continue;
        const int content = scan.photos.at(position).content;
        if (const auto first = firstOf.constFind(content); first != firstOf.cend())
            sets.join(*first, position);
        else
            firstOf.insert(content, position);
    }
    QHash<int, std::pair<bool, bool>> nearBy; // first photo of a content: is there a near copy that is mirrored, one that isn't?
    for (const NearCopy &pair : scan.nearCopies) {
        const auto a = firstOf.constFind(scan.photos.at(pair.a).content);
        const auto b = firstOf.constFind(scan.photos.at(pair.b).content);
        if (a == firstOf.cend() || b == firstOf.cend())
            continue;
        sets.join(*a, *b);
        (pair.isMirrored ? nearBy[*a].first : nearBy[*a].second) = true;
    }

    const auto isBetter = [&](int a, int b) {
        const auto rank = [&](int position) {
            const QSize size = scan.photos.at(position).size;
            return std::tuple(-static_cast<int>(samples[static_cast<size_t>(position)]->subset), -qint64(size.width()) * size.height());
        };
        const auto rankA = rank(a);
        const auto rankB = rank(b);
        return rankA != rankB ? rankA < rankB : scan.photos.at(a).path < scan.photos.at(b).path;
    };
    QList<CopyGroup> groups;
    for (QList<int> photos : sets.groups()) {
        bool hasMirrored = false;
        bool hasPlain = false;
        for (const int position : std::as_const(photos)) {
            const auto [mirrored, plain] = nearBy.value(position);
            hasMirrored = hasMirrored || mirrored;
            hasPlain = hasPlain || plain;
        }
        std::sort(photos.begin(), photos.end(), isBetter);
        CopyGroup group{{}, hasMirrored && !hasPlain};
        QHash<int, qsizetype> placeOf;
        for (const int position : std::as_const(photos)) {
            const int content = scan.photos.at(position).content;
            const auto place = placeOf.constFind(content);
            if (place == placeOf.cend()) {
                placeOf.insert(content, group.contents.size());
                group.contents.append(QList<int>{position});
            } else {
                group.contents[*place].append(position);
            }
        }
        groups.append(group);
    }
    return groups;
}

} // namespace flower
