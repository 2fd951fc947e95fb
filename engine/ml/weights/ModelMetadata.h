// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ModelInfo.h"
#include "engine/core/Result.h"

#include <QMap>
#include <QString>

namespace flower {

/// What the metadata of a weights file says of its model: preprocessing, class names, calibration, results. What the file
/// doesn't say stays as torchvision has it. Unreadable: a number that can't be right. `path` is the file that errors speak of.
Result<void> readModelMetadata(const QString &path, const QMap<QString, QString> &metadata, ModelInfo &info);

/// The metadata that a model's file gets.
QMap<QString, QString> modelMetadata(const ModelInfo &info);

} // namespace flower
