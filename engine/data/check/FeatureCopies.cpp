// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/FeatureCopies.h"

#include "engine/core/ParallelBlocks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <tuple>

namespace flower {

namespace {

constexpr size_t kSketch = 128;   // numbers that stand for the features of a photo in the search
constexpr int kTile = 256;        // sketches that are compared with a block of others while they lie in the processor's cache
constexpr size_t kCandidates = 8; // of each photo, by the sketches
constexpr size_t kNeighbours = 3; // of those, by the features

using Sketch = std::array<qint16, kSketch>;

/// A random number of its own for each dimension (SplitMix64).
quint64 mixed(quint64 value)
{
    value += 0x9E3779B97F4A7C15;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
    return value ^ (value >> 31);
}

/// Each dimension added to one of a few sums, with a random sign: keeps the angles between photos, about (Charikar, Chen, Farach-Colton,
/// "Finding Frequent Items in Data Streams", 2002). Less the mean of all photos, because what all have in common tells none apart.
std::vector<Sketch> sketchesOf(const std::vector<PhotoTraits> &traits)
{
    constexpr float kLength = 4096; // of a sketch: all products of two fit 32 bits
    using Sums = std::array<float, kSketch>;
    std::vector<Sums> sums(traits.size());
    Sums mean{};
    for (size_t photo = 0; photo < traits.size(); ++photo) {
        sums[photo].fill(0);
        const QByteArray &features = traits[photo].features;
        for (qsizetype index = 0; index < features.size(); ++index) {
            const int value = static_cast<quint8>(features[index]);
            const quint64 random = mixed(static_cast<quint64>(index));
            sums[photo][random % kSketch] += static_cast<float>((random >> 32) % 2 == 0 ? value : -value);
        }
        const float length = std::max(1.0F, traits[photo].length);
        for (size_t index = 0; index < kSketch; ++index) {
            sums[photo][index] /= length;
            mean[index] += sums[photo][index] / static_cast<float>(traits.size());
        }
    }
    std::vector<Sketch> sketches(traits.size());
    for (size_t photo = 0; photo < traits.size(); ++photo) {
        float squares = 1e-12F;
        for (size_t index = 0; index < kSketch; ++index) {
            sums[photo][index] -= mean[index];
            squares += sums[photo][index] * sums[photo][index];
        }
        for (size_t index = 0; index < kSketch; ++index)
            sketches[photo][index] = static_cast<qint16>(std::lround(sums[photo][index] / std::sqrt(squares) * kLength));
    }
    return sketches;
}

qint32 product(const Sketch &a, const Sketch &b)
{
    qint32 sum = 0;
    for (size_t index = 0; index < kSketch; ++index)
        sum += qint32{a[index]} * qint32{b[index]};
    return sum;
}

struct Candidate {
    qint32 likeness = 0;
    int photo = -1;
};
using Candidates = std::array<Candidate, kCandidates>; // the likest first

void insert(Candidates &candidates, Candidate candidate)
{
    size_t place = kCandidates - 1;
    for (; place > 0 && candidates[place - 1].likeness < candidate.likeness; --place)
        candidates[place] = candidates[place - 1];
    candidates[place] = candidate;
}

/// Of the photos [begin, end).
std::vector<Candidates> candidatesOf(const std::vector<Sketch> &sketches, int begin, int end)
{
    std::vector<Candidates> found(static_cast<size_t>(end - begin));
    const auto count = static_cast<int>(sketches.size());
    for (int tile = 0; tile < count; tile += kTile) {
        for (int photo = begin; photo < end; ++photo) {
            Candidates &candidates = found[static_cast<size_t>(photo - begin)];
            for (int other = tile; other < std::min(count, tile + kTile); ++other) {
                const qint32 likeness = product(sketches[static_cast<size_t>(photo)], sketches[static_cast<size_t>(other)]);
                if (likeness > candidates.back().likeness && other != photo)
                    insert(candidates, {likeness, other});
            }
        }
    }
    return found;
}

} // namespace

QList<NearCopy> findFeatureCopies(const std::vector<PhotoTraits> &traits, int threads, RunControl &control, const FeatureCopyLimits &limits)
{
    constexpr int kBlock = 64;
    const auto trait = [&](int photo) -> const PhotoTraits & { return traits[static_cast<size_t>(photo)]; };
    const double least = std::min(std::min_element(std::begin(limits.steps), std::end(limits.steps), [](const auto &a, const auto &b) {
                                      return a.features < b.features;
                                  })->features, limits.mirrored.features);
    struct Pair {
        int a;
        int b;
        double likeness;
    };
    std::vector<Pair> pairs;
    std::mutex mutex;
    const auto keep = [&](const auto &some, auto &all) {
        const std::lock_guard lock(mutex);
        all.insert(all.end(), some.begin(), some.end());
    };
    const auto count = static_cast<int>(traits.size());
    {
        const std::vector<Sketch> sketches = sketchesOf(traits);
        inParallelBlocks(count, kBlock, threads, control, [&](int begin, int end) {
            const std::vector<Candidates> found = candidatesOf(sketches, begin, end);
            std::vector<Pair> block;
            for (int photo = begin; photo < end; ++photo) {
                std::vector<Pair> near;
                for (const Candidate &candidate : found[static_cast<size_t>(photo - begin)]) {
                    if (candidate.photo >= 0) {
                        near.push_back({std::min(photo, candidate.photo), std::max(photo, candidate.photo),
                                        featureLikeness(trait(photo), trait(candidate.photo))});
                    }
                }
                std::sort(near.begin(), near.end(), [](const Pair &a, const Pair &b) { return a.likeness > b.likeness; });
                near.resize(std::min(near.size(), kNeighbours));
                std::erase_if(near, [least](const Pair &pair) { return pair.likeness < least; });
                block.insert(block.end(), near.begin(), near.end());
            }
            keep(block, pairs);
        });
    }
    const auto key = [](const auto &pair) { return std::pair(pair.a, pair.b); };
    std::sort(pairs.begin(), pairs.end(), [&](const Pair &a, const Pair &b) { return key(a) < key(b); });
    pairs.erase(std::unique(pairs.begin(), pairs.end(), [&](const Pair &a, const Pair &b) { return key(a) == key(b); }), pairs.end());

    std::vector<NearCopy> copies;
    inParallelBlocks(static_cast<int>(pairs.size()), kBlock, threads, control, [&](int begin, int end) {
        std::vector<NearCopy> block;
        for (int number = begin; number < end; ++number) {
            const Pair &pair = pairs[static_cast<size_t>(number)];
            double needed = 2; // more than there is
            for (const FeatureCopyLimits::Step &step : limits.steps) {
                if (pair.likeness >= step.features)
                    needed = std::min(needed, step.pictures);
            }
            if (needed <= 1 && cropLikeness(trait(pair.a), trait(pair.b), false, needed) >= needed)
                block.push_back({pair.a, pair.b, false});
            else if (pair.likeness >= limits.mirrored.features
                     && cropLikeness(trait(pair.a), trait(pair.b), true, limits.mirrored.pictures) >= limits.mirrored.pictures)
                block.push_back({pair.a, pair.b, true});
        }
        keep(block, copies);
    });
    std::sort(copies.begin(), copies.end(), [&](const NearCopy &a, const NearCopy &b) { return key(a) < key(b); });
    return QList<NearCopy>(copies.begin(), copies.end());
}

} // namespace flower
