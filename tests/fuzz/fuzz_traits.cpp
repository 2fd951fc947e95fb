// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/KeptLikeness.h"
#include "engine/data/check/TraitsCache.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

/// What earlier checks kept of photos as a network sees them, and what comparing them found. A damaged file is as good as none, and
/// what is written next is read again.
FLOWER_FUZZ_TARGET(traits)
{
    constexpr int kPhotos = 10;
    const QByteArray weights(32, 'w');
    const QByteArray sha(32, 'n');
    PhotoTraits added;
    added.features = QByteArray("\x01\x02\x03\xff", 4);
    added.length = lengthOf(added.features);
    added.grey = QByteArray(PhotoTraits::kGreyBytes, 'g');
    {
        TraitsCache cache(fuzz::asFile(bytes, "features.bin"));
        cache.load(weights);
        for (const char first : {'a', 'b'}) {
            if (const std::optional<PhotoTraits> known = cache.find(QByteArray(32, first))) {
                const double likeness = featureLikeness(*known, added);
                fuzz::check(known->grey.size() == PhotoTraits::kGreyBytes && !(likeness > 1.001));
            }
        }
        const bool isThere = cache.contains(sha);
        cache.add(sha, added);
        fuzz::check(bool(cache.save()));
        TraitsCache again(fuzz::folder() + QStringLiteral("/features.bin"));
        again.load(weights);
        fuzz::check(isThere || again.find(sha) == added);
    }
    KeptLikeness kept(fuzz::asFile(bytes, "likeness.bin"));
    const QByteArray key(32, 'k');
    if (const std::optional<LikenessFindings> found = kept.find(key, kPhotos)) {
        for (const NearCopy &pair : found->copies)
            fuzz::check(pair.a >= 0 && pair.a < pair.b && pair.b < kPhotos);
        for (const FoundOddPhoto &odd : found->odd)
            fuzz::check(odd.photo >= 0 && odd.photo < kPhotos);
    }
    const LikenessFindings next{{{0, 1, true}}, {{2, 0}}};
    fuzz::check(bool(kept.add(key, next)));
    fuzz::check(kept.find(key, kPhotos) == next);
}
