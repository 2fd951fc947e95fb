// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/DepthwiseImage.h"

namespace flower::kernels::portable {

const DepthwiseKernels<float> kKernels32{&forward<float, 8>, &backward<float, 8>};
const DepthwiseKernels<Bits16> kKernels16{&forward<Bits16, 8>, &backward<Bits16, 8>};

} // namespace flower::kernels::portable
