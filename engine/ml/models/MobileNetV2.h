// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/MobileNetV2Table.h"
#include "engine/ml/Torch.h"

#include <mutex>
#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// Held while a network draws its first weights from LibTorch's random numbers, which all threads share: by who seeds them until they
/// are drawn, so that a network that is built meanwhile, to open a model, takes none of them.
std::recursive_mutex &sharedRandomNumbers();

/// How a MobileNet-V2 is built (Sandler et al. 2018, table 2).
struct MobileNetV2Options {
    double width = 1.0;
    int classes = 1000;
    double dropout = 0.2;
    Padding padding = Padding::Symmetric;
    double batchNormEpsilon = 1e-5;

    bool operator==(const MobileNetV2Options &) const = default;
};

/// A convolution with its BatchNorm, as handles on the network's own tensors: for code that runs them in other ways.
struct NormedConvolution {
    torch::Tensor weight;      ///< out × in / groups × k × k
    torch::Tensor scale;       ///< BatchNorm's weight, out
    torch::Tensor shift;       ///< BatchNorm's bias, out
    torch::Tensor mean;
    torch::Tensor variance;
    int stride = 1;
    bool isDepthwise = false;

    [[nodiscard]] int64_t kernel() const { return weight.size(2); }
    [[nodiscard]] int64_t outChannels() const { return weight.size(0); }
};

/// Zeros that a 3 × 3 convolution puts before and after each side of an input of `size` pixels.
struct SidePadding {
    int before = 1;
    int after = 1;

    bool operator==(const SidePadding &) const = default;
};
SidePadding sidePadding(Padding padding, int64_t size, int stride);

/// MobileNet-V2 with torchvision's parameter names ("features.0.0.weight", …, "classifier.1.bias").
/// features: stem convolution (index 0), 17 inverted-residual blocks (1 to 17), last convolution (18).
class MobileNetV2Impl : public torch::nn::Module
{
public:
    explicit MobileNetV2Impl(const MobileNetV2Options &options);

    /// Pixels N × 3 × S × S, normalised, to logits N × classes.
    torch::Tensor forward(const torch::Tensor &pixels);
    /// Pixels to pooled features N × featureChannels().
    torch::Tensor pooledFeatures(const torch::Tensor &pixels);
    /// Runs features[first, last); for kept activations of frozen layers.
    torch::Tensor runFeatures(torch::Tensor x, int first, int last);
    /// Pooled features to logits, dropout included.
    torch::Tensor classify(const torch::Tensor &features);

    [[nodiscard]] const MobileNetV2Options &options() const { return m_options; }
    [[nodiscard]] int featureChannels() const { return m_featureChannels; }
    /// The 19 parts of the backbone, in order.
    [[nodiscard]] torch::nn::Sequential features() const { return m_features; }
    /// The convolutions of one part of the backbone, in order. All but the last of a block are followed by ReLU6.
    [[nodiscard]] std::vector<NormedConvolution> convolutions(int layer) const;
    /// Whether a part adds its input to its result.
    [[nodiscard]] bool addsInput(int layer) const;
    [[nodiscard]] torch::nn::Linear head() const { return m_head; }
    void setDropout(double probability);
    /// Where dropout draws from on the CPU; else from LibTorch's numbers, which all threads share.
    void setRandomNumbers(const at::Generator &random) { m_random = random; }

    static constexpr int kFeatureLayers = 19;

private:
    MobileNetV2Options m_options;
    int m_featureChannels = 1280;
    torch::nn::Sequential m_features{nullptr};
    torch::nn::Dropout m_dropout{nullptr};
    torch::nn::Linear m_head{nullptr};
    at::Generator m_random; ///< undefined: LibTorch's own
};
TORCH_MODULE(MobileNetV2);

} // namespace flower
