// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/BlockImage.h"

namespace flower::kernels::avx512 {

const BlockKernels<float> kBlock32 = Block<TileSize<16, 14>, float>::kernels<BlockKernels<float>>();

} // namespace flower::kernels::avx512
