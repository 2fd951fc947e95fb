// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoDecoder.h"
#include "engine/data/PictureHeader.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

FLOWER_FUZZ_TARGET(picture)
{
    const std::optional<PictureSize> size = pictureSize(bytes);
    const bool mayBeDecoded = checkPicture(bytes).isOk();
    fuzz::check(!mayBeDecoded || (size && size->width > 0 && size->height > 0 && size->width * size->height <= kMostPixels));
    constexpr qint64 kQuick = 1 << 16; // pixels; the decoders are other people's work, fuzzed by them
    if (mayBeDecoded && size->width * size->height > kQuick)
        return;
    constexpr int kSide = 48;
    const Result<RgbImage> image = PhotoDecoder().load({QString(), bytes.toByteArray()}, kSide);
    if (bytes.isEmpty())
        return;
    fuzz::check(mayBeDecoded || !image);
    if (image) {
        fuzz::check(image->width >= 1 && image->width <= kSide && image->height >= 1 && image->height <= kSide);
        fuzz::check(image->pixels.size() == qsizetype(3) * image->width * image->height);
    }
}
