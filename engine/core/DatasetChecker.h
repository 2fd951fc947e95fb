// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/DataScan.h"

#include <functional>

namespace flower {

using ScanSink = std::function<void(const DataScan &scan)>;

/// Looks at every photo of a data set before a training: can it be decoded, how large is it, which photos show the same picture, which look
/// unlike their kind. Remembers what it saw, by content, so that a second scan reads only what is new.
class DatasetChecker
{
public:
    virtual ~DatasetChecker() = default;
    /// Changes no photo. A photo that can't be read is no error. `soFar` is called, once at most, where what the pixels show is known and
    /// what a network sees will take longer; progress begins anew then, and is 0 of 0 where it has no steps.
    /// Error: Interrupted; what was seen until then is remembered.
    virtual Result<DataScan> scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress, const ScanSink &soFar) = 0;
};

} // namespace flower
