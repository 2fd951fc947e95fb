// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/ml/weights/TensorType.h"

#include <QMap>
#include <QString>

#include <vector>

class QFile;

namespace flower {

/// A tensor's place in a `.safetensors` file.
struct SafetensorsEntry {
    QString name;
    TensorType type = TensorType::Float32;
    std::vector<int64_t> shape;
    qint64 position = 0; ///< of its first byte in the file
    qint64 bytes = 0;    ///< as many as its shape asks for
};

/// What stands in front of the data: 8 bytes header length (little-endian) and a JSON object.
struct SafetensorsHeader {
    std::vector<SafetensorsEntry> tensors; ///< by position; none overlaps another or leaves the file
    QMap<QString, QString> metadata;
};

/// Reads the header of an open file. Sizes, ranges and overlaps are checked; no tensor is allocated.
Result<SafetensorsHeader> readSafetensorsHeader(QFile &file);

} // namespace flower
