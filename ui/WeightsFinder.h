// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace flower {

/// The .safetensors and .pth files in `folders` (not below), by name.
QStringList findWeights(const QStringList &folders);

} // namespace flower
