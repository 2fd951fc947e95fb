// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/data/BatchLoader.h"
#include "engine/ml/evaluation/StillOutputs.h"
#include "engine/ml/models/MobileNetV2.h"

#include <functional>
#include <optional>
#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// Turns logits (N × classes) of the photos `indices` of the cache into results at temperature 1: top five,
/// probabilities, loss, logits.
void appendResults(const torch::Tensor &logits, const std::vector<int> &indices, const PhotoCache &cache,
                   QList<PhotoResult> &results);

/// The pooled features of centre crops of the photos `indices`, N × C in float32 on the CPU. `afterBatch` and errors as
/// evaluateNetwork().
Result<torch::Tensor> pooledFeaturesOf(MobileNetV2 &network, const Preprocessing &preprocessing, const PhotoCache &cache,
                                       const std::vector<int> &indices, torch::Device device, int threads,
                                       const std::function<bool(int)> &afterBatch);

/// Runs `network` in eval mode over centre crops of the photos `indices`, batch by batch, at temperature 1: tallied only.
/// Out-of-set scores are taken from `featureMean`, where it isn't empty. `afterBatch(photos done)` returns false to end
/// early: Interrupted. `still`: for the same photos again and again while the network's first parts stand still; changes
/// nothing but the time, and is of use on the CPU without mirror images only.
Result<Evaluation> evaluateNetwork(MobileNetV2 &network, const Preprocessing &preprocessing,
                                   const QList<float> &featureMean, const PhotoCache &cache,
                                   const std::vector<int> &indices, Subset subset, torch::Device device, int threads,
                                   const std::function<bool(int)> &afterBatch, StillOutputs *still = nullptr);

/// Measures a model file, at its temperature.
class ModelEvaluator : public Evaluator
{
public:
    Result<ModelEvaluation> evaluate(const QString &modelPath, const Dataset &dataset, std::optional<Subset> subset, int threads,
                                     RunControl &control, const ProgressSink &progress) override;
};

} // namespace flower
