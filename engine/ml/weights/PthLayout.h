// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/ml/weights/TensorType.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace flower {

/// The numbers that one tensor of a `.pth` file or several look at.
struct PthStorage {
    TensorType type = TensorType::Float32;
    qint64 count = 0;              ///< of numbers
    std::optional<QByteArray> data; ///< `count` numbers, little-endian; nothing until they are found
};

/// A tensor: a view of a storage, in numbers. All of it lies inside.
struct PthTensor {
    QByteArray name; ///< UTF-8
    QByteArray storage; ///< its key
    qint64 offset = 0;
    std::vector<int64_t> shape;
    std::vector<int64_t> strides;
    qint64 count = 0; ///< of numbers; 0 where a side is
};

/// What a `.pth` file holds, as bytes and places.
struct PthLayout {
    QByteArray file; ///< storages may lie in it
    std::map<QByteArray, PthStorage> storages;
    std::vector<PthTensor> tensors; ///< each name once
};

/// Reads a state dict as torch.save writes it, in both forms: three short pickles, the state dict's, one with the storages'
/// keys and the storages themselves (before PyTorch 1.6), or a zip archive with `data.pkl` and `data/<key>`. Which one it
/// is, its content tells. Executes nothing; shapes, strides and sizes are checked.
Result<PthLayout> readPthLayout(const QString &path);

} // namespace flower
