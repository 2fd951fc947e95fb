// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/FlowerDatasetReader.h"

// Photos for whole trainings in tests.

namespace flower::testing {

/// Every third of the drawn samples, which are drawn into `folder`: enough to learn something in a second.
inline Result<Dataset> fewDrawnPhotos(const QString &folder)
{
    RunControl control;
    Result<Dataset> all = FlowerDatasetReader(folder).read({true, {}, 1}, control, [](qint64, qint64) {});
    if (!all)
        return all;
    Dataset few = *all;
    few.samples.clear();
    for (qsizetype index = 0; index < all->samples.size(); index += 3)
        few.samples.append(all->samples.at(index));
    return few;
}

} // namespace flower::testing
