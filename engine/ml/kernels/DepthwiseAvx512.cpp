// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/DepthwiseImage.h"

namespace flower::kernels::avx512 {

const DepthwiseKernels<float> kKernels32{&forward<float, 16>, &backward<float, 16>};
const DepthwiseKernels<Bits16> kKernels16{&forward<Bits16, 16>, &backward<Bits16, 16>};

} // namespace flower::kernels::avx512
