// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QList>

// The files that the program offers to fetch. Nothing here touches the network.

namespace flower {

/// torchvision's MobileNet-V2 weights for ImageNet, the better ones (V2, 72.2 % top-1) first.
QList<RemoteFile> torchvisionWeights();

/// Oxford 102 Flowers as published: the photos, the labels and the official split.
QList<RemoteFile> oxford102Files();

} // namespace flower
