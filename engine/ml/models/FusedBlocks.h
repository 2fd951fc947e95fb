// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/MobileNetV2Table.h"
#include "engine/ml/Torch.h"
#include "engine/ml/kernels/BlockKernels.h"

#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// A convolution with its BatchNorm folded in.
struct FoldedConvolution {
    torch::Tensor weight; ///< out × in × k × k, channels last; depth-wise: 9 × C in float
    torch::Tensor bias;   ///< float
    int stride = 1;
};

/// The backbone's blocks forward on the CPU, each in one go by the kernels in engine/ml/kernels: nothing of what a block makes
/// inside goes through memory, and a pass over all blocks starts the threads once. Many photos are shared out whole, few in
/// parts; the result is the same to the last bit. Block 1 includes the stem, and there is no block 0. Used by one thread.
class FusedBlocks
{
public:
    /// `type`: one that areFaster() with.
    FusedBlocks(torch::ScalarType type, Padding padding);

    /// Whether there are kernels for this type and processor that are faster than LibTorch's operators.
    static bool areFaster(torch::ScalarType type);

    [[nodiscard]] bool has(int block) const { return m_blocks[static_cast<size_t>(block)].defined(); }
    /// What was set from this block on is out of date.
    void forget(int first);
    /// `first`: the expansion, for block 1 the stem. `adds`: the block's input to its result.
    void setBlock(int block, const FoldedConvolution &first, const FoldedConvolution &depthwise, const FoldedConvolution &projection,
                  bool adds);
    void setLast(const FoldedConvolution &last);

    /// The blocks [first, last): N × C × S × S to the same, channels last. Block 1 takes pixels.
    torch::Tensor run(const torch::Tensor &x, int first, int last);
    /// The blocks from `first` on, at most 18, the last convolution and the means, N × C in float.
    torch::Tensor pooledFeatures(const torch::Tensor &x, int first);

    static constexpr int kBlocks = 17; ///< 1 to 17; 18 is the last convolution

private:
    struct Block {
        torch::Tensor expansion; ///< packed, as the other 1 × 1 convolutions
        torch::Tensor stem;      ///< packed; instead of `expansion`
        torch::Tensor expansionBias;
        torch::Tensor depthwise;
        torch::Tensor depthwiseBias;
        torch::Tensor projection;
        torch::Tensor projectionBias;
        kernels::BlockShape shape; ///< without sizes

        [[nodiscard]] bool defined() const { return projection.defined(); }
    };
    template<typename T>
    class Pass;

    /// Runs the blocks and, if `means` is defined, the last convolution into it, else the last block's result into `y`.
    void pass(const torch::Tensor &x, int first, int last, const torch::Tensor &y, const torch::Tensor &means);
    [[nodiscard]] torch::Tensor packed(const torch::Tensor &weight) const;
    [[nodiscard]] std::vector<kernels::BlockShape> shapes(int64_t size, int first, int last) const;

    torch::ScalarType m_type;
    Padding m_padding;
    std::vector<Block> m_blocks; ///< by number; the last's projection is the last convolution
    torch::Tensor m_memory;      ///< for what lies between blocks, and scratch; kept from call to call
};

} // namespace flower
