// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/weights/SafetensorsFile.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// Reads a state dict as torch.save writes it, in both forms: three short pickles, the state dict's, one with the storages'
/// keys and the storages themselves (before PyTorch 1.6), or a zip archive with `data.pkl` and `data/<key>`. Which one it
/// is, its content tells. Executes nothing; shapes, strides and sizes are checked before anything is allocated. Such a
/// file has no metadata.
Result<SafetensorsContent> readPth(const QString &path);

} // namespace flower
