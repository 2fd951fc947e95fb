// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ExifFacts.h"
#include "engine/data/ExifOrientation.h"
#include "tests/fuzz/FuzzTarget.h"

#include <cmath>

using namespace flower;

FLOWER_FUZZ_TARGET(exif)
{
    const PhotoFacts facts = exifFacts(bytes);
    fuzz::check(!facts.taken || facts.taken->isValid());
    if (facts.place)
        fuzz::check(std::abs(facts.place->latitude) <= 90 && std::abs(facts.place->longitude) <= 180);
    const int orientation = exifOrientation(bytes);
    fuzz::check(orientation >= 1 && orientation <= 8);
}
