// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BatchMixing.h"
#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/FeatureStore.h"
#include "engine/ml/training/RunMaterials.h"

#include <functional>
#include <optional>

namespace flower {

/// Phase 1: the backbone stands still, so the head learns from its pooled features, which are computed once for each
/// photo and kept view. Where photos are seen anew in each epoch, they are mixed before the backbone sees them (BatchMixing);
/// kept features are mixed themselves.
class HeadTraining
{
public:
    HeadTraining(RunMaterials &run, BestEpoch &best)
        : m_run(run), m_best(best), m_mixing(run.config.head, run.config.seed)
    {
    }

    /// Trains to the end of the phase. Interrupted: the user asked to stop. Unwritable: the features find no room.
    Result<void> train();

    /// Features of photos to learn from (numbers of the cache) into `features`, photos × channels, in their order. `view` numbers
    /// the augmentation. False when stopped.
    bool computeTrainFeatures(int view, const std::vector<int> &photos, const torch::Tensor &features);
    /// The labels of these photos, in their order.
    [[nodiscard]] torch::Tensor labelsOf(const std::vector<int> &photos) const;

private:
    using FeaturesOf = std::function<torch::Tensor(const Batch &)>;

    /// As computeTrainFeatures(), of photos that were mixed, in an order of chance; returns what the rows show. Nothing when
    /// stopped.
    std::optional<BatchLabels> computeMixedFeatures(int view, const std::vector<int> &photos, const torch::Tensor &features);
    /// A new view of each photo that this epoch learns from, mixed where the settings say so; returns what the rows show. Nothing
    /// when stopped.
    std::optional<BatchLabels> seeAnew(int view, const torch::Tensor &features);
    /// The same of validation photos, centre crops; always in 32 bits, so that phase 1 is measured as it will be used.
    bool computeValFeatures(const torch::Tensor &features);
    bool computeFeatures(BatchLoader &loader, int photos, const FeaturesOf &featuresOf, const torch::Tensor &features);
    [[nodiscard]] BatchLoader::Options featureOptions(int view) const;

    RunMaterials &m_run;
    BestEpoch &m_best;
    BatchMixing m_mixing;
};

} // namespace flower
