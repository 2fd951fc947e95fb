// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

namespace flower {

/// Writes a picture as PNG, beside its place and renamed. Errors: Unwritable names the file.
Result<void> writePng(const QString &path, const RgbImage &image);

} // namespace flower
