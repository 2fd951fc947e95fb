// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/OddPhotos.h"

#include "engine/core/ParallelBlocks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>

namespace flower {

namespace {

constexpr size_t kMostCompared = 400; // of a class
constexpr size_t kOutside = 100;      // photos of other classes that say what is usual there
constexpr double kLeastSpread = 0.02; // of a class, as a cosine: one whose photos are all but the same isn't judged more strictly than that

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<qsizetype>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// `values`, or as many of them as `most`, evenly spread.
std::vector<int> thinned(const std::vector<int> &values, size_t most)
{
    if (values.size() <= most)
        return values;
    std::vector<int> some;
    for (size_t index = 0; index < most; ++index)
        some.push_back(values[index * values.size() / most]);
    return some;
}

/// What is usual in a class.
struct Kind {
    std::vector<int> photos;
    std::vector<int> compared; ///< of those
    double middle = 0;         ///< likeness of its photos to it
    double spread = 0;
    double outside = 0;        ///< likeness to it of the photos of other classes, the middle

    [[nodiscard]] double deviations(double likeness) const { return (likeness - middle) / spread; }
};

} // namespace

std::vector<FoundOddPhoto> findOddPhotos(const std::vector<PhotoTraits> &traits, const std::vector<int> &labels, int threads, RunControl &control,
                                         const OddPhotoLimits &limits)
{
    constexpr int kBlock = 32;
    const auto count = static_cast<int>(traits.size());
    std::map<int, Kind> kinds; // by class
    for (int photo = 0; photo < count; ++photo) {
        if (traits[static_cast<size_t>(photo)].length > 0)
            kinds[labels[static_cast<size_t>(photo)]].photos.push_back(photo);
    }
    std::erase_if(kinds, [&](const auto &kind) { return static_cast<int>(kind.second.photos.size()) < limits.leastPhotos; });
    if (kinds.size() < 2)
        return {};
    for (auto &[label, kind] : kinds)
        kind.compared = thinned(kind.photos, kMostCompared);

    /// The likeness to the `neighbour`th likest photo of a kind but itself.
    const auto likenessTo = [&](const Kind &kind, int photo) {
        std::vector<double> likenesses;
        likenesses.reserve(kind.compared.size());
        for (const int other : kind.compared) {
            if (other != photo)
                likenesses.push_back(featureLikeness(traits[static_cast<size_t>(photo)], traits[static_cast<size_t>(other)]));
        }
        const auto place = likenesses.begin() + std::min<qsizetype>(limits.neighbour, static_cast<qsizetype>(likenesses.size() + 1) / 2) - 1;
        std::nth_element(likenesses.begin(), place, likenesses.end(), std::greater<>());
        return *place;
    };
    std::vector<std::optional<double>> own(traits.size()); // nothing: its class isn't judged by
    const bool isDone = inParallelBlocks(count, kBlock, threads, control, [&](int begin, int end) {
        for (int photo = begin; photo < end; ++photo) {
            const auto kind = kinds.find(labels[static_cast<size_t>(photo)]);
            if (kind != kinds.end() && traits[static_cast<size_t>(photo)].length > 0)
                own[static_cast<size_t>(photo)] = likenessTo(kind->second, photo);
        }
    });
    if (!isDone)
        return {};
    std::vector<Kind *> all;
    for (auto &[label, kind] : kinds)
        all.push_back(&kind);
    const bool isKnown = inParallelBlocks(static_cast<int>(all.size()), 1, threads, control, [&](int begin, int) {
        Kind &kind = *all[static_cast<size_t>(begin)];
        std::vector<double> likenesses;
        for (const int photo : kind.photos)
            likenesses.push_back(*own[static_cast<size_t>(photo)]);
        kind.middle = median(likenesses);
        for (double &likeness : likenesses)
            likeness = std::abs(likeness - kind.middle);
        kind.spread = std::max(kLeastSpread, 1.4826 * median(likenesses)); // of a normal distribution, its deviation
        std::vector<int> others;
        for (int photo = 0; photo < count; ++photo) {
            if (traits[static_cast<size_t>(photo)].length > 0 && labels[static_cast<size_t>(photo)] != labels[static_cast<size_t>(kind.photos.front())])
                others.push_back(photo);
        }
        std::vector<double> outside;
        for (const int photo : thinned(others, kOutside))
            outside.push_back(likenessTo(kind, photo));
        kind.outside = median(outside);
    });
    if (!isKnown)
        return {};

    std::vector<std::pair<double, FoundOddPhoto>> found; // deviations
    for (int photo = 0; photo < count; ++photo) {
        const std::optional<double> likeness = own[static_cast<size_t>(photo)];
        if (!likeness)
            continue;
        const int label = labels[static_cast<size_t>(photo)];
        const Kind &kind = kinds.at(label);
        const double deviations = kind.deviations(*likeness);
        if (deviations > -limits.below || *likeness > kind.outside)
            continue;
        found.emplace_back(deviations, FoundOddPhoto{photo, -1});
    }
    const bool areCompared = inParallelBlocks(static_cast<int>(found.size()), 1, threads, control, [&](int number, int) {
        FoundOddPhoto &odd = found[static_cast<size_t>(number)].second;
        double nearest = -limits.like;
        for (const auto &[other, otherKind] : kinds) {
            const bool isOwn = other == labels[static_cast<size_t>(odd.photo)];
            const double distance = isOwn ? -limits.like : otherKind.deviations(likenessTo(otherKind, odd.photo));
            if (distance > nearest) {
                nearest = distance;
                odd.like = other;
            }
        }
    });
    if (!areCompared)
        return {};
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<FoundOddPhoto> odd;
    for (const auto &[deviations, photo] : found)
        odd.push_back(photo);
    return odd;
}

} // namespace flower
