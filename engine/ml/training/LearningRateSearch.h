// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

namespace flower {

/// The learning-rate range test (Smith 2017) for either phase, with the steps that training takes. At most kPhotos training
/// photos are read. Phase 1 sweeps over the features of one view of each. Phase 2 first teaches the head on such features for
/// at most kWarmUpEpochs, because from a head that knows nothing the curve would show how the head learns and not the backbone.
class LearningRateSearch : public LearningRateFinder
{
public:
    static constexpr int kPhotos = 2000;
    static constexpr int kWarmUpEpochs = 10;

    Result<LearningRateCurve> find(const TrainingConfig &config, const Dataset &dataset, Phase phase, RunControl &control,
                                   const LearningRateSink &sink) override;
};

} // namespace flower
