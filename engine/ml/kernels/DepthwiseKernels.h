// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

// Internal to flower_ml. Names no LibTorch type: the files behind it are compiled once for each instruction set.

namespace flower::kernels {

/// A 3 × 3 depth-wise convolution of one image in NHWC. `channels` is a multiple of 8. The output pixel (r, c) looks at
/// the input rows r · stride − padBefore … + 2; what lies outside counts as zero.
struct DepthwiseShape {
    int height = 0;
    int width = 0;
    int outHeight = 0;
    int outWidth = 0;
    int channels = 0;
    int stride = 1;
    int padBefore = 1;
    bool rectified = true; ///< followed by ReLU6
};

/// What forward() and backward() need as scratch memory, in floats.
inline std::size_t scratchFloats(const DepthwiseShape &shape)
{
    const int columns = (shape.width > shape.outWidth ? shape.width : shape.outWidth) + 3;
    return std::size_t{6} * static_cast<std::size_t>(columns) * static_cast<std::size_t>(shape.channels);
}

/// bfloat16 as its bits.
using Bits16 = std::uint16_t;

/// The kernels of one instruction set, for T = float or Bits16. All pointers are to whole images. Weights are
/// [9][channels], row-major taps.
template<typename T>
struct DepthwiseKernels {
    /// y = conv(x, weights) + bias, and where it is rectified min(max(…, 0), 6), for the output rows [firstRow, lastRow).
    void (*forward)(const DepthwiseShape &shape, int firstRow, int lastRow, const T *x, const float *weights, const float *bias,
                    T *y, float *scratch);
    /// The gradients of the same, given the gradient of its result and that result: first through ReLU6 (0 < y < 6) where
    /// it is rectified (else y is not read), then through the convolution, then through the ReLU6 that made x (0 < x < 6), which is what stands in front of
    /// every depth-wise convolution of MobileNet-V2. Writes gradX (as x) and sums[10][channels]: nine taps, then bias.
    void (*backward)(const DepthwiseShape &shape, const T *gradY, const T *y, const T *x, const float *weights, T *gradX,
                     float *sums, float *scratch);
};

/// Those of the best instruction set that this processor has.
const DepthwiseKernels<float> &depthwiseKernels32();
const DepthwiseKernels<Bits16> &depthwiseKernels16();

/// True where the processor multiplies bfloat16 natively (AVX-512 BF16 or AMX).
bool processorHasBfloat16();

// One for each instruction set; only depthwiseKernels32() and depthwiseKernels16() call them.
namespace avx512 {
extern const DepthwiseKernels<float> kKernels32;
extern const DepthwiseKernels<Bits16> kKernels16;
} // namespace avx512
namespace avx2 {
extern const DepthwiseKernels<float> kKernels32;
extern const DepthwiseKernels<Bits16> kKernels16;
} // namespace avx2
namespace portable {
extern const DepthwiseKernels<float> kKernels32;
extern const DepthwiseKernels<Bits16> kKernels16;
} // namespace portable

} // namespace flower::kernels
