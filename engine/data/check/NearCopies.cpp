// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/NearCopies.h"

#include "engine/core/DisjointSets.h"
#include "engine/data/check/HammingIndex.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace flower {

namespace {

constexpr size_t kCompared = 8;           // of the photos with one and the same hash
constexpr qsizetype kMostPairs = 2'000'000; // beyond it only those that join what isn't joined yet

/// Gathers pairs; where photos are one great family, only as many as hold it together.
class Pairs
{
public:
    explicit Pairs(size_t photos) : m_sets(static_cast<int>(photos)) {}

    void add(int a, int b, bool isMirrored)
    {
        if (m_pairs.size() >= kMostPairs && m_sets.find(a) == m_sets.find(b))
            return;
        m_sets.join(a, b);
        m_pairs.append({std::min(a, b), std::max(a, b), isMirrored});
    }
    QList<NearCopy> sorted()
    {
        const auto key = [](const NearCopy &pair) { return std::tuple(pair.a, pair.b, pair.isMirrored); };
        std::sort(m_pairs.begin(), m_pairs.end(), [&](const NearCopy &a, const NearCopy &b) { return key(a) < key(b); });
        const auto isSamePair = [](const NearCopy &a, const NearCopy &b) { return a.a == b.a && a.b == b.b; };
        m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end(), isSamePair), m_pairs.end());
        return std::move(m_pairs);
    }

private:
    DisjointSets m_sets;
    QList<NearCopy> m_pairs;
};

} // namespace

QList<NearCopy> findNearCopies(const std::vector<const PhotoFingerprint *> &prints, RunControl &control, const NearCopyLimits &limits)
{
    const auto print = [&](int position) -> const PhotoFingerprint & { return *prints[static_cast<size_t>(position)]; };
    std::vector<quint64> words;             // each hash once
    std::vector<std::vector<int>> photosOf; // with this hash
    QHash<quint64, size_t> placeOf;
    Pairs pairs(prints.size());
    const auto areCopies = [&](int a, int b, int distance) {
        const double alike = likeness(print(a), print(b));
        const bool areShapes = (distance <= limits.bits && alike >= limits.likeness)
            || (distance <= limits.moreBits && alike >= limits.moreLikeness);
        return areShapes && (alike >= limits.recolored || colorDifference(print(a), print(b)) <= limits.colorDifference);
    };
    const auto isCropped = [&](int a, int b) { // b: a's inner part
        const double alike = innerLikeness(print(a), print(b));
        return alike >= limits.innerLikeness
            && (alike >= limits.recolored || colorDifference(print(a), print(b)) <= limits.colorDifference);
    };
    for (size_t position = 0; position < prints.size(); ++position) {
        if (prints[position]->isFlat)
            continue;
        const auto photo = static_cast<int>(position);
        const quint64 hash = prints[position]->hash;
        const auto place = placeOf.constFind(hash);
        if (place == placeOf.cend()) {
            placeOf.insert(hash, words.size());
            words.push_back(hash);
            photosOf.push_back({photo});
            continue;
        }
        std::vector<int> &same = photosOf[*place];
        bool isCopy = false;
        for (const int other : same) {
            if (areCopies(other, photo, 0)) {
                pairs.add(other, photo, false);
                isCopy = true;
            }
        }
        if (same.size() < kCompared || (!isCopy && same.size() < 4 * kCompared))
            same.push_back(photo);
    }

    const HammingIndex index(words);
    for (size_t place = 0; place < words.size(); ++place) {
        if (place % 256 == 0 && !control.checkpoint())
            return {};
        const std::vector<int> &photos = photosOf[place];
        index.forEachNear(words[place], std::max(limits.bits, limits.moreBits), static_cast<int>(place), [&](int other, int distance) {
            for (const int a : photosOf[static_cast<size_t>(other)]) {
                for (const int b : photos) {
                    if (areCopies(a, b, distance))
                        pairs.add(a, b, false);
                }
            }
        });
        for (const int a : photos) {
            index.forEachNear(print(a).inner, limits.innerBits, static_cast<int>(words.size()), [&](int other, int) {
                for (const int b : photosOf[static_cast<size_t>(other)]) {
                    if (a != b && isCropped(a, b))
                        pairs.add(a, b, false);
                }
            });
        }
        for (const int b : photos) {
            index.forEachNear(print(b).mirrored, limits.mirroredBits, static_cast<int>(place) + 1, [&](int other, int) {
                for (const int a : photosOf[static_cast<size_t>(other)]) {
                    const bool isNew = other < static_cast<int>(place) || a < b; // each pair once, none with itself
                    if (isNew && mirroredLikeness(print(a), print(b)) >= limits.mirroredLikeness)
                        pairs.add(a, b, true);
                }
            });
        }
    }
    return pairs.sorted();
}

} // namespace flower
