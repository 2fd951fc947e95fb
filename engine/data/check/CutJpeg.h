// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace flower {

/// Whether a JPEG file ends before its picture does, as after a download or a copy that broke off. Most decoders make up the missing
/// part in grey and say nothing. False for everything else, also for files that are damaged in another way.
bool isCutShort(QByteArrayView jpeg);

} // namespace flower
