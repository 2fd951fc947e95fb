// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/BlockImage.h"

namespace flower::kernels::avx2 {

const BlockKernels<float> kBlock32 = Block<TileSize<8, 6>, float>::kernels<BlockKernels<float>>();

} // namespace flower::kernels::avx2
