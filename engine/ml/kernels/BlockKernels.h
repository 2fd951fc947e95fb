// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/kernels/DepthwiseKernels.h"

#include <cstddef>

// Internal to flower_ml. Names no LibTorch type: the files behind it are compiled once for each instruction set.

namespace flower::kernels {

/// Channels that are computed at once, in the packed weights one behind the other. All counts are multiples of 8.
struct Panel {
    int first = 0;
    int width = 0; ///< 8, 16, 24 or 32
};
/// As many of the widest as fit, then one of what is left; `widest` is 32 or 16.
Panel panelAt(int channels, int widest, int index);
int panelCount(int channels, int widest);

/// An inverted residual block of one image in NHWC (Sandler et al. 2018, section 3.3): 1 × 1 expansion and ReLU6, 3 × 3
/// depth-wise convolution and ReLU6, 1 × 1 projection, and where `adds` its input added to it. With a `stemSize` the image
/// is a square of pixels of three channels and a 3 × 3 convolution of stride 2 stands in the place of the expansion.
/// Rows and columns outside count as zero, as in DepthwiseShape.
struct BlockShape {
    int inChannels = 0;
    int hidden = 0;
    int outChannels = 0;
    int size = 0;    ///< rows and columns of what the depth-wise convolution looks at
    int outSize = 0; ///< rows and columns of the result
    int stride = 1;
    int padBefore = 1;
    bool adds = false;
    int stemSize = 0;
    int stemPadBefore = 1;
};

/// Bits16 are multiplied in pairs.
template<typename T>
inline constexpr int kStemDepth = sizeof(T) == sizeof(Bits16) ? 10 : 9;

/// The weights of a block; those of the 1 × 1 convolutions and of the stem packed by packWeights().
template<typename T>
struct BlockWeights {
    const T *expansion = nullptr;
    const T *stem = nullptr; ///< instead of `expansion`; depth: 3 rows of kStemDepth: 3 columns × 3 channels, and a zero
    const float *expansionBias = nullptr;
    const float *depthwise = nullptr; ///< [9][hidden]
    const float *depthwiseBias = nullptr;
    const T *projection = nullptr;
    const float *projectionBias = nullptr;
};

/// The kernels of one instruction set, for T = float or Bits16, in which images and weights are stored; sums are floats.
/// Every number is summed in the same order, however the work is cut.
template<typename T>
struct BlockKernels {
    int widest = 0;   ///< channels of a panel
    int tileRows = 0; ///< pixels that a 1 × 1 convolution computes at once

    /// How many floats of scratch memory the functions below need.
    std::size_t (*scratchFloats)(const BlockShape &shape);
    /// The rows [firstRow, lastRow) of the block's result, all channels.
    void (*block)(const BlockShape &shape, const BlockWeights<T> &weights, const T *x, int firstRow, int lastRow, T *y,
                  float *scratch);
    /// The first half of that for some panels of hidden channels: the rows of what the depth-wise convolution gives.
    void (*filter)(const BlockShape &shape, const BlockWeights<T> &weights, const T *x, int firstRow, int lastRow, int firstPanel,
                   int lastPanel, T *filtered, float *scratch);
    /// The second half, from all of `filtered`, for some pixels and panels of the result's channels.
    void (*project)(const BlockShape &shape, const BlockWeights<T> &weights, const T *filtered, const T *x, int firstPixel,
                    int lastPixel, int firstPanel, int lastPanel, T *y);
    /// 1 × 1 convolution and ReLU6 of `pixels` × inChannels, and the mean over the pixels, for some panels of outChannels.
    void (*pooled)(const T *x, int pixels, int inChannels, int outChannels, const T *weights, const float *bias, int firstPanel,
                   int lastPanel, float *means);
};

/// [out][depth] as the kernels read it. For Bits16 the depth is even.
void packWeights(const float *weights, int out, int depth, int widest, float *packed);
void packWeights(const Bits16 *weights, int out, int depth, int widest, Bits16 *packed);

/// Those of the best instruction set that this processor has; null where what LibTorch brings is faster, which then is to
/// be used.
const BlockKernels<float> *blockKernels32();
const BlockKernels<Bits16> *blockKernels16();

// One for each instruction set.
namespace avx512 {
extern const BlockKernels<float> kBlock32;
} // namespace avx512
namespace avx512bf16 {
extern const BlockKernels<Bits16> kBlock16;
} // namespace avx512bf16
namespace avx2 {
extern const BlockKernels<float> kBlock32;
} // namespace avx2
namespace portable {
extern const BlockKernels<float> kBlock32;
} // namespace portable

} // namespace flower::kernels
