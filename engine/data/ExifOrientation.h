// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace flower {

/// How a JPEG's picture is to be turned: the EXIF tag 0x0112, 1 (as it is) to 8; 1 too where there is none or it is damaged.
/// Reads the segments in front of the picture only (EXIF 2.32, 4.5 and 4.6).
int exifOrientation(QByteArrayView jpeg);

} // namespace flower
