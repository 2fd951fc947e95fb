// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/Torch.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// One depth-wise 3 × 3 convolution on the CPU: how it strides, where its zeros stand, and what follows.
struct DepthwiseGeometry {
    int stride = 1;
    int padBefore = 1; ///< rows and columns of zeros before
    int padAfter = 1;
    bool rectified = true; ///< followed by ReLU6
};

/// x: N × C × H × W, channels last, float or bfloat16, C a multiple of 8. weights: 9 × C, bias: C, both float.
/// Returns conv(x) + bias in x's type, where it is rectified clamped to [0, 6]. oneDNN's own kernels are slower for this and can't pad on one side only.
torch::Tensor depthwiseForward(const torch::Tensor &x, const torch::Tensor &weights, const torch::Tensor &bias,
                               const DepthwiseGeometry &geometry);

struct DepthwiseGradients {
    torch::Tensor x;       ///< as x, already gated by the ReLU6 that made x
    torch::Tensor weights; ///< 9 × C, float
    torch::Tensor bias;    ///< C, float
};

/// The gradients of depthwiseForward(), given its result y, which only a rectified one needs, and the gradient of that. x must be a result of ReLU6: where it
/// is not inside (0, 6), no gradient passes. The sums over photos run in a fixed order, whatever the number of threads.
DepthwiseGradients depthwiseBackward(const torch::Tensor &gradY, const torch::Tensor &y, const torch::Tensor &x,
                                     const torch::Tensor &weights, const DepthwiseGeometry &geometry);

/// As torch::conv2d with weight C × 1 × 3 × 3 and zeros as `geometry` says, without bias, and differentiable. x as above.
torch::Tensor depthwiseConvolution(const torch::Tensor &x, const torch::Tensor &weight, const DepthwiseGeometry &geometry);

} // namespace flower
