// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ModelInfo.h"
#include "engine/core/Result.h"
#include "engine/ml/models/MobileNetV2.h"
#include "engine/ml/weights/SafetensorsFile.h"

#include <map>
#include <string>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// Tensors by torchvision's names, with what the file says about them.
struct WeightsFile {
    std::map<std::string, torch::Tensor> tensors; ///< float32, contiguous
    ModelInfo info;                               ///< architecture deduced from the shapes and the metadata
};

/// Reads `.safetensors`, or torchvision's `.pth` (pickle of before 1.6, or zip), by its content. Executes nothing.
Result<WeightsFile> readWeights(const QString &path);

/// A network ready for use: built with the file's width, classes, padding and epsilon, filled, in eval mode,
/// channels-last. Needs a file with a head and class names.
struct LoadedModel {
    MobileNetV2 network{nullptr};
    ModelInfo info;
};
Result<LoadedModel> readModel(const QString &path);

/// Copies the backbone's tensors into `network`; the head stays. An error names the first three tensors that are
/// missing, of a wrong shape, or too many.
Result<void> copyBackbone(const WeightsFile &weights, MobileNetV2 &network);
/// As copyBackbone(), with the head.
Result<void> copyNetwork(const WeightsFile &weights, MobileNetV2 &network);

/// The network's own tensors and the metadata, as writeModel() writes them.
SafetensorsContent modelContent(const MobileNetV2 &network, const ModelInfo &info);
/// Writes the network with its metadata as `.safetensors`, beside its place and renamed.
Result<void> writeModel(const QString &path, const MobileNetV2 &network, const ModelInfo &info);

} // namespace flower
