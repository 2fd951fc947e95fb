// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/BlockImage.h"

namespace flower::kernels::portable {

const BlockKernels<float> kBlock32 = Block<TileSize<8, 4>, float>::kernels<BlockKernels<float>>();

} // namespace flower::kernels::portable
