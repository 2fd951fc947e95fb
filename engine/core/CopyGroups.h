// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DataScan.h"
#include "engine/core/Dataset.h"

#include <vector>

namespace flower {

/// Photos that show the same picture, as positions in a DataScan: two or more.
struct CopyGroup {
    /// Files that are the same byte for byte stand together; the one that is best kept comes first, of the files and of the contents.
    QList<QList<int>> contents;
    bool isMirrored = false; ///< all that are not the same byte for byte are mirror images

    [[nodiscard]] QList<int> photos() const;
    bool operator==(const CopyGroup &) const = default;
};

/// Groups the photos that can be decoded and have a sample. What one has a copy of in common with another one is one group. The best
/// of each comes first: test before validation before training, so that what is measured stays; then the one with more pixels; then
/// by path.
QList<CopyGroup> copyGroups(const DataScan &scan, const std::vector<const Sample *> &samples);

} // namespace flower
