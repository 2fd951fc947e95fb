// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace flower {

/// Where weights go that the program fetches.
QString fetchedWeightsFolder();
/// Where pretrained weights are looked for: there, beside the program, and where the environment's FLOWER_WEIGHTS says.
QStringList weightsFolders();

} // namespace flower
