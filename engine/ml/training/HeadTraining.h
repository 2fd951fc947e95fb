// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/FeatureStore.h"
#include "engine/ml/training/RunMaterials.h"

namespace flower {

/// Phase 1: the backbone stands still, so the head learns from its pooled features, which are computed once for each
/// photo and kept view.
class HeadTraining
{
public:
    HeadTraining(RunMaterials &run, BestEpoch &best) : m_run(run), m_best(best) {}

    /// Trains to the end of the phase. Interrupted: the user asked to stop. Unwritable: the features find no room.
    Result<void> train();

private:
    /// Features of training photos into `features`, photos × channels. `view` numbers the augmentation. False when stopped.
    bool computeTrainFeatures(int view, const torch::Tensor &features);
    /// The same of validation photos, centre crops; always in 32 bits, so that phase 1 is measured as it will be used.
    bool computeValFeatures(const torch::Tensor &features);
    bool computeFeatures(BatchLoader &loader, int photos, FoldedBackbone *folded, const torch::Tensor &features);

    RunMaterials &m_run;
    BestEpoch &m_best;
};

} // namespace flower
