// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/BlockImage.h"

namespace flower::kernels::avx512bf16 {

const BlockKernels<Bits16> kBlock16 = Block<TileSize<16, 14>, Bits16>::kernels<BlockKernels<Bits16>>();

} // namespace flower::kernels::avx512bf16
