// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/ml/Torch.h"

#include <QMap>

#include <map>
#include <string>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// Tensors and metadata of a `.safetensors` file: 8 bytes header length (little-endian), a JSON header, the data.
struct SafetensorsContent {
    std::map<std::string, torch::Tensor> tensors; ///< float types become float32; integers stay int64
    QMap<QString, QString> metadata;
};

/// Reads a file; sizes, ranges and overlaps are checked before anything is allocated.
Result<SafetensorsContent> readSafetensors(const QString &path);
/// Writes float32 and int64 tensors, beside their place and renamed.
Result<void> writeSafetensors(const QString &path, const SafetensorsContent &content);

} // namespace flower
