// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"

namespace flower {

/// Settings as this or an earlier version of the program stored them (TrainingConfig::toJson()): what wasn't known yet was off
/// then, whatever the default is today. Errors: as TrainingConfig::fromJson().
Result<TrainingConfig> storedConfig(const QByteArray &json);

} // namespace flower
