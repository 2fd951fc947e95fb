// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoFacts.h"

#include <QByteArrayView>

namespace flower {

/// When and where a photo was taken, by its EXIF data: DateTimeOriginal, else DateTimeDigitized, and the GPS position. `file` is
/// a JPEG or TIFF file, or its beginning. Whatever is missing, damaged or impossible is left open.
PhotoFacts exifFacts(QByteArrayView file);

} // namespace flower
