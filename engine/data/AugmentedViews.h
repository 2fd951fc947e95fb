// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

namespace flower {

/// The views of phase 2 are numbered from here and the run's epoch on, so that they are others than phase 1's.
inline constexpr int kFirstFineTuneView = 1000;

/// Makes the same pixels as a BatchLoader does for a run.
class AugmentedViews : public AugmentationSource
{
public:
    Result<AugmentedPhoto> augment(const PhotoInput &photo, int number, const TrainingConfig &config, Phase phase,
                                   int views) const override;
};

} // namespace flower
