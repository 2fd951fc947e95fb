// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"
#include "engine/ml/kernels/Depthwise.h"
#include "engine/ml/models/FusedBlocks.h"
#include "engine/ml/models/MobileNetV2.h"

#include <optional>
#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// What the backbone computes in while it learns, on this processor.
torch::ScalarType learningType(Precision precision);

/// The backbone of a MobileNetV2 on the CPU with its BatchNorm folded into the convolutions (Jacob et al. 2018, section
/// 3.2), which is exact while the statistics stand still. Where nothing is to be kept and there are kernels for it, each
/// block is one piece of work (FusedBlocks); else convolution, bias, ReLU6 and the residual addition are one call each. The network
/// keeps its parameters, in float; this holds a copy in `type` and, in training, hands the gradients back to them. Used by one thread.
class FoldedBackbone
{
public:
    /// `type`: kFloat32, or kBFloat16 as learningType() says. Folds.
    FoldedBackbone(const MobileNetV2 &network, torch::ScalarType type);

    /// Takes over the network's present parameters of parts [first, 19).
    void fold(int first = 0);

    [[nodiscard]] torch::ScalarType type() const { return m_type; }

    /// Normalised pixels N × 3 × S × S, or the result of the parts before `first`, to pooled features N × C, float. No graph,
    /// nothing kept.
    torch::Tensor pooledFeatures(const torch::Tensor &x, int first = 0);
    /// Parts [first, last) of the backbone, in `type`. No graph, nothing kept.
    torch::Tensor run(torch::Tensor x, int first, int last);

    /// As run() and pooledFeatures() from part `first` on, and keeps what backward() needs. The result is a leaf without a
    /// graph: the caller's loss is differentiated with respect to it.
    torch::Tensor forward(const torch::Tensor &x, int first);
    /// Takes the gradient of forward()'s result, N × C, and sets the gradients of the network's parameters of parts
    /// [first, 19). Gives up what forward() kept.
    void backward(const torch::Tensor &gradPooled);

private:
    struct Unit {
        NormedConvolution parts;
        torch::Tensor inverseDeviation; ///< 1 / sqrt(variance + epsilon)
        torch::Tensor scale;            ///< what folding multiplies the weights with
        torch::Tensor weight;           ///< folded; depth-wise: 9 × C in float
        torch::Tensor floatBias;        ///< folded
        torch::Tensor bias;             ///< the same in the weight's type; depth-wise: in float
        torch::Tensor packed;           ///< the weight as oneDNN wants it; undefined: not packed since the last folding
        bool rectified = true;          ///< followed by ReLU6
    };
    struct Gradients {
        torch::Tensor x;
        torch::Tensor weight;
        torch::Tensor bias;
    };

    /// Sets the fused blocks [first, last) that aren't set since the last folding.
    void fuse(int first, int last);
    torch::Tensor runUnits(torch::Tensor x, int first, int last);
    torch::Tensor convolve(Unit &unit, const torch::Tensor &x, const torch::Tensor &addend, bool pack);
    torch::Tensor pooled(const torch::Tensor &x) const;
    [[nodiscard]] DepthwiseGeometry geometry(const Unit &unit, const torch::Tensor &x) const;
    [[nodiscard]] torch::Tensor padded(const Unit &unit, const torch::Tensor &x) const;
    [[nodiscard]] Gradients convolutionGradients(const Unit &unit, const torch::Tensor &gradient, const torch::Tensor &x,
                                                 bool needsX) const;
    /// Hands the gradients of the folded weight and bias on to the network's own tensors.
    void setGradients(const Unit &unit, const torch::Tensor &weight, const torch::Tensor &bias) const;

    MobileNetV2 m_network;
    torch::ScalarType m_type;
    std::vector<std::vector<Unit>> m_layers;
    std::optional<FusedBlocks> m_fused;             ///< nothing: LibTorch's operators are faster
    int m_first = 0;                                ///< of the last forward()
    std::vector<std::vector<torch::Tensor>> m_kept; ///< each part's input and the results of its convolutions but the last
    torch::Tensor m_last;                           ///< the result of the last part
};

} // namespace flower
