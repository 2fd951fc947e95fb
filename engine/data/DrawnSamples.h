// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

namespace flower {

/// Draws the built-in samples, 6 kinds × 48 pictures of 160 × 160, from seeded parameters, once: a folder per kind below
/// the returned one, which lies in `cacheFolder`.
Result<QString> drawSamples(const QString &cacheFolder, RunControl &control, const ProgressSink &progress);

} // namespace flower
