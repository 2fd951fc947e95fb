// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/TrainingEvent.h"
#include "engine/ml/weights/SafetensorsFile.h"

#include <QList>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// What an epoch has come to so far.
struct EpochSums {
    double loss = 0.0;         ///< sum over photos
    int64_t right = 0;
    int64_t photos = 0;
    double learningRate = 0.0; ///< of the last step
    double seconds = 0.0;      ///< wall time

    bool operator==(const EpochSums &) const = default;
};

/// Where a run stands: all that it needs, beside its settings, its photos and the network that it started from, to go on as
/// if it had never ended. The tensors: "learned.…", what the phase changes; "optimizer.…"; "average.…"; "random".
struct Checkpoint {
    Phase phase = Phase::Head; ///< of the epoch at hand, or of the last one
    bool phaseIsOver = false;  ///< its last epoch is done, or early stopping ended it
    int batch = 0;             ///< how many batches of the epoch at hand are learnt from; 0: none has begun
    EpochSums sums;            ///< of the epoch at hand
    double seconds = 0.0;      ///< of the run so far
    int usablePhotos = 0;      ///< of all subsets
    int bestEpoch = 0;         ///< 0: none is done
    int averagedSteps = 0;     ///< see WeightAverage
    bool averageIsInUse = false;
    QList<EpochResult> epochs; ///< that are done, of both phases
    std::map<std::string, torch::Tensor> tensors;

    /// The tensor of that name; undefined where there is none.
    [[nodiscard]] torch::Tensor tensor(const std::string &name) const;
    /// Copies into each of `targets` what addAll() put in for it. Throws c10::Error where something is missing or of another shape.
    void copyAll(const std::string &prefix, const std::vector<torch::Tensor> &targets) const;
    /// Puts in tensors, not copies of them, named "prefix.0", "prefix.1", …
    void addAll(const std::string &prefix, const std::vector<torch::Tensor> &sources);
};

/// As the content of a file; numbers keep their last bit.
SafetensorsContent toContent(const Checkpoint &checkpoint);
/// Unreadable: the content is no checkpoint; Unsupported: of a newer version.
Result<Checkpoint> checkpointFrom(SafetensorsContent content);

/// Random numbers of the CPU, as they stand.
torch::Tensor stateOf(const at::Generator &random);
void setState(at::Generator &random, const torch::Tensor &state);

} // namespace flower
