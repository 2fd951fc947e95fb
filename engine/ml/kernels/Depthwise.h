// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/Torch.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// One depth-wise 3 × 3 convolution with bias and ReLU6 on the CPU: how it strides and where its zeros stand.
struct DepthwiseGeometry {
    int stride = 1;
    int padBefore = 1; ///< rows and columns of zeros before
    int padAfter = 1;
};

/// x: N × C × H × W, channels last, float or bfloat16, C a multiple of 8. weights: 9 × C, bias: C, both float.
/// Returns min(max(conv(x), 0), 6) in x's type. oneDNN's own kernels are slower for this and can't pad on one side only.
torch::Tensor depthwiseForward(const torch::Tensor &x, const torch::Tensor &weights, const torch::Tensor &bias,
                               const DepthwiseGeometry &geometry);

struct DepthwiseGradients {
    torch::Tensor x;       ///< as x, already gated by the ReLU6 that made x
    torch::Tensor weights; ///< 9 × C, float
    torch::Tensor bias;    ///< C, float
};

/// The gradients of depthwiseForward(), given its result and the gradient of that. x must be a result of ReLU6: where it
/// is not inside (0, 6), no gradient passes. The sums over photos run in a fixed order, whatever the number of threads.
DepthwiseGradients depthwiseBackward(const torch::Tensor &gradY, const torch::Tensor &y, const torch::Tensor &x,
                                     const torch::Tensor &weights, const DepthwiseGeometry &geometry);

} // namespace flower
