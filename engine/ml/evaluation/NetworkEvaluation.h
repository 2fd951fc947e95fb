// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/data/BatchLoader.h"
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

/// Runs `network` in eval mode over centre crops of the photos `indices`, batch by batch, at temperature 1: tallied only.
/// `afterBatch(photos done)` returns false to end early: Interrupted.
Result<Evaluation> evaluateNetwork(MobileNetV2 &network, const Preprocessing &preprocessing, const PhotoCache &cache,
                                   const std::vector<int> &indices, Subset subset, torch::Device device, int threads,
                                   const std::function<bool(int)> &afterBatch);

/// Measures a model file, at its temperature.
class ModelEvaluator : public Evaluator
{
public:
    Result<ModelEvaluation> evaluate(const QString &modelPath, const Dataset &dataset, std::optional<Subset> subset, int threads,
                                     RunControl &control, const ProgressSink &progress) override;
};

} // namespace flower
