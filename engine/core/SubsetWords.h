// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"

#include <optional>

namespace flower {

/// The subset that a folder's or a CSV's word means: train, training, val, valid, validation, test, in any case. The way back from
/// subsetKey().
std::optional<Subset> subsetOf(const QString &word);

} // namespace flower
