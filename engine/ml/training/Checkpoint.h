// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/ml/weights/CheckpointMetadata.h"
#include "engine/ml/weights/SafetensorsFile.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// Where a run stands: all that it needs, beside its settings, its photos and the network that it started from, to go on as
/// if it had never ended. The tensors: "learned.…", what the phase changes; "optimizer.…"; "average.…"; "random".
struct Checkpoint : RunPosition {
    std::map<std::string, torch::Tensor> tensors;

    /// The tensor of that name; undefined where there is none.
    [[nodiscard]] torch::Tensor tensor(const std::string &name) const;
    /// Copies into each of `targets` what addAll() put in for it. Throws c10::Error where something is missing or of another shape.
    void copyAll(const std::string &prefix, const std::vector<torch::Tensor> &targets) const;
    /// Puts in tensors, not copies of them, named "prefix.0", "prefix.1", …
    void addAll(const std::string &prefix, const std::vector<torch::Tensor> &sources);
};

/// As the content of a file.
SafetensorsContent toContent(const Checkpoint &checkpoint);
/// As positionFrom(); Unreadable where there are no random numbers.
Result<Checkpoint> checkpointFrom(SafetensorsContent content);

/// Random numbers of the CPU, as they stand.
torch::Tensor stateOf(const at::Generator &random);
void setState(at::Generator &random, const torch::Tensor &state);

} // namespace flower
