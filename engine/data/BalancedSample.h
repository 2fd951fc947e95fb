// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <vector>

namespace flower {

/// As many photos as there are labels, as positions in `labels`, so that each class comes as often, but for one: of a rare
/// class all photos, again and again; of a frequent one a part, another in each epoch. In random order. The same seed and
/// epoch give the same photos.
std::vector<int64_t> balancedSample(const std::vector<int> &labels, quint64 seed, int epoch);

} // namespace flower
