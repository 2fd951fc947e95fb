// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QImage>

#include <cstring>

namespace flower {

/// A picture as the engine takes it.
inline RgbImage pixelsOf(const QImage &picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB888);
    const qsizetype row = 3 * qsizetype(image.width());
    RgbImage pixels{image.width(), image.height(), QByteArray(row * image.height(), Qt::Uninitialized)};
    for (int y = 0; y < image.height(); ++y) // QImage pads its rows
        std::memcpy(pixels.pixels.data() + y * row, image.constScanLine(y), static_cast<size_t>(row));
    return pixels;
}

} // namespace flower
