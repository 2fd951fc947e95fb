// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ExifOrientation.h"

#include "engine/data/ExifBlock.h"

namespace flower {

namespace {

constexpr quint16 kOrientationTag = 0x0112;

} // namespace

int exifOrientation(QByteArrayView jpeg)
{
    const ExifBlock exif = ExifBlock::of(jpeg);
    const quint32 value = exif.number(exif.firstDirectory(), kOrientationTag).value_or(1);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

} // namespace flower
