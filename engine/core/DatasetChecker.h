// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/DataScan.h"

namespace flower {

/// Looks at every photo of a data set before a training: can it be decoded, how large is it, which photos show the same picture.
/// Remembers what it saw, by content, so that a second scan reads only what is new.
class DatasetChecker
{
public:
    virtual ~DatasetChecker() = default;
    /// Changes no photo. A photo that can't be read is no error. Error: Interrupted; what was seen until then is remembered.
    virtual Result<DataScan> scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress) = 0;
};

} // namespace flower
