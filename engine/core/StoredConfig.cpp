// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/StoredConfig.h"

namespace flower {

Result<TrainingConfig> storedConfig(const QByteArray &json)
{
    TrainingConfig before; // the first version's settings are all in what it stored
    before.fineTune.augmentation.cropResolution = 1.0;
    return TrainingConfig::fromJson(json, before);
}

} // namespace flower
