// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/models/FoldedBackbone.h"

#include "engine/ml/kernels/DepthwiseKernels.h"

#include <ATen/core/dispatch/Dispatcher.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace flower {

namespace {

using Scalars = c10::List<std::optional<at::Scalar>>;
// Of "mkldnn::_convolution_pointwise" and its overload "binary", as LibTorch registers them.
using ConvolutionSignature = torch::Tensor(const torch::Tensor &, const torch::Tensor &, const std::optional<torch::Tensor> &,
                                           at::IntArrayRef, at::IntArrayRef, at::IntArrayRef, int64_t, std::string_view, Scalars,
                                           std::optional<std::string_view>);
using AddingSignature = torch::Tensor(const torch::Tensor &, const torch::Tensor &, const torch::Tensor &,
                                      const std::optional<torch::Tensor> &, at::IntArrayRef, at::IntArrayRef, at::IntArrayRef,
                                      int64_t, std::string_view, std::optional<at::Scalar>, std::optional<std::string_view>,
                                      Scalars, std::optional<std::string_view>);

/// Whether LibTorch was built with oneDNN; on other processors it may lack it.
bool hasFusedConvolution()
{
    static const bool kFound = at::hasMKLDNN()
        && c10::Dispatcher::singleton().findSchema({"mkldnn::_convolution_pointwise", ""}).has_value()
        && c10::Dispatcher::singleton().findSchema({"mkldnn::_convolution_pointwise", "binary"}).has_value();
    return kFound;
}

constexpr std::array<int64_t, 2> kOnes{1, 1};

} // namespace

torch::ScalarType learningType(Precision precision)
{
    const bool half = precision == Precision::BFloat16 || (precision == Precision::Auto && kernels::processorHasBfloat16());
    return half ? torch::kBFloat16 : torch::kFloat32;
}

FoldedBackbone::FoldedBackbone(const MobileNetV2 &network, torch::ScalarType type) : m_network(network), m_type(type)
{
    const torch::NoGradGuard noGrad;
    for (int layer = 0; layer < MobileNetV2Impl::kFeatureLayers; ++layer) {
        std::vector<Unit> units;
        for (const NormedConvolution &parts : m_network->convolutions(layer)) {
            Unit unit;
            unit.parts = parts;
            unit.inverseDeviation = (parts.variance + m_network->options().batchNormEpsilon).rsqrt();
            units.push_back(std::move(unit));
        }
        const bool isBlock = layer > 0 && layer < MobileNetV2Impl::kFeatureLayers - 1;
        units.back().rectified = !isBlock;
        m_layers.push_back(std::move(units));
    }
    if (FusedBlocks::areFaster(type))
        m_fused.emplace(type, network->options().padding);
    fold();
}

void FoldedBackbone::fold(int first)
{
    const torch::NoGradGuard noGrad;
    for (size_t layer = static_cast<size_t>(first); layer < m_layers.size(); ++layer) {
        for (Unit &unit : m_layers[layer]) {
            unit.scale = unit.parts.scale * unit.inverseDeviation;
            unit.floatBias = unit.parts.shift - unit.parts.mean * unit.scale;
            unit.bias = unit.floatBias;
            unit.weight = unit.parts.weight * unit.scale.view({-1, 1, 1, 1});
            if (unit.parts.isDepthwise) {
                unit.weight = unit.weight.view({-1, 9}).t().contiguous();
            } else {
                unit.weight = unit.weight.to(m_type, false, false, torch::MemoryFormat::ChannelsLast);
                unit.bias = unit.bias.to(m_type);
            }
            unit.packed = torch::Tensor();
        }
    }
    if (m_fused)
        m_fused->forget(first);
}

void FoldedBackbone::fuse(int first, int last)
{
    const auto folded = [](const Unit &unit) { return FoldedConvolution{unit.weight, unit.floatBias, unit.parts.stride}; };
    for (int layer = std::max(first, 1); layer < last; ++layer) {
        if (m_fused->has(layer))
            continue;
        const std::vector<Unit> &units = m_layers[static_cast<size_t>(layer)];
        if (layer == MobileNetV2Impl::kFeatureLayers - 1)
            m_fused->setLast(folded(units[0]));
        else if (layer == 1)
            m_fused->setBlock(1, folded(m_layers[0][0]), folded(units[0]), folded(units[1]), false);
        else
            m_fused->setBlock(layer, folded(units[0]), folded(units[1]), folded(units[2]), m_network->addsInput(layer));
    }
}

torch::Tensor FoldedBackbone::pooledFeatures(const torch::Tensor &x, int first)
{
    constexpr int kLast = MobileNetV2Impl::kFeatureLayers - 1;
    if (!m_fused || first > kLast)
        return pooled(run(x, first, kLast + 1));
    const torch::NoGradGuard noGrad;
    fuse(first, kLast + 1);
    // Block 1 is fused with the stem; where only it is asked for, not at all.
    return first == 1 ? m_fused->pooledFeatures(runUnits(x.to(m_type), 1, 2), 2)
                      : m_fused->pooledFeatures(x.to(m_type), std::max(first, 1));
}

torch::Tensor FoldedBackbone::run(torch::Tensor x, int first, int last)
{
    const torch::NoGradGuard noGrad;
    x = x.to(m_type);
    const int firstFused = first == 0 ? 0 : std::max(first, 2);
    const int lastFused = std::min(last, MobileNetV2Impl::kFeatureLayers - 1);
    if (!m_fused || lastFused < 2 || firstFused >= lastFused)
        return runUnits(x, first, last);
    fuse(firstFused, lastFused);
    x = runUnits(x, first, firstFused);
    x = m_fused->run(x, std::max(firstFused, 1), lastFused);
    return runUnits(x, lastFused, last);
}

torch::Tensor FoldedBackbone::runUnits(torch::Tensor x, int first, int last)
{
    for (int layer = first; layer < last; ++layer) {
        std::vector<Unit> &units = m_layers[static_cast<size_t>(layer)];
        const torch::Tensor addend = m_network->addsInput(layer) ? x : torch::Tensor();
        for (Unit &unit : units)
            x = convolve(unit, x, &unit == &units.back() ? addend : torch::Tensor(), true);
    }
    return x;
}

torch::Tensor FoldedBackbone::forward(const torch::Tensor &input, int first)
{
    const torch::NoGradGuard noGrad;
    m_first = first;
    m_kept.assign(m_layers.size(), {});
    torch::Tensor x = input.to(m_type);
    for (size_t layer = static_cast<size_t>(first); layer < m_layers.size(); ++layer) {
        std::vector<Unit> &units = m_layers[layer];
        const torch::Tensor addend = m_network->addsInput(static_cast<int>(layer)) ? x : torch::Tensor();
        for (Unit &unit : units) {
            m_kept[layer].push_back(x);
            x = convolve(unit, x, &unit == &units.back() ? addend : torch::Tensor(), false);
        }
    }
    m_last = x;
    return pooled(x);
}

void FoldedBackbone::backward(const torch::Tensor &gradPooled)
{
    const torch::NoGradGuard noGrad;
    const int64_t area = m_last.size(2) * m_last.size(3);
    torch::Tensor gradient = (gradPooled / static_cast<double>(area)).to(m_type).view({m_last.size(0), m_last.size(1), 1, 1});
    gradient = torch::where((m_last > 0).logical_and_(m_last < 6), gradient, torch::zeros({}, m_type))
                   .contiguous(torch::MemoryFormat::ChannelsLast);
    m_last = torch::Tensor();
    for (int layer = MobileNetV2Impl::kFeatureLayers - 1; layer >= m_first; --layer) {
        std::vector<torch::Tensor> &kept = m_kept[static_cast<size_t>(layer)];
        const std::vector<Unit> &units = m_layers[static_cast<size_t>(layer)];
        const torch::Tensor ofResult = gradient;
        torch::Tensor result; // of the convolution at hand; defined for all but the last
        for (size_t index = units.size(); index-- > 0;) {
            const Unit &unit = units[index];
            const torch::Tensor x = kept[index];
            if (unit.parts.isDepthwise) {
                const DepthwiseGradients gradients = depthwiseBackward(gradient, result, x, unit.weight, geometry(unit, x));
                setGradients(unit, gradients.weights.t().reshape_as(unit.parts.weight), gradients.bias);
                gradient = gradients.x; // gated for the ReLU6 in front: the expansion's, or the stem's
            } else {
                const bool needsX = layer > m_first || index > 0;
                Gradients gradients = convolutionGradients(unit, gradient, x, needsX);
                setGradients(unit, gradients.weight, gradients.bias);
                gradient = gradients.x;
            }
            result = x;
            kept[index] = torch::Tensor();
        }
        if (m_network->addsInput(layer) && gradient.defined())
            gradient.add_(ofResult);
    }
    m_kept.clear();
}

torch::Tensor FoldedBackbone::convolve(Unit &unit, const torch::Tensor &x, const torch::Tensor &addend, bool pack)
{
    if (unit.parts.isDepthwise)
        return depthwiseForward(x, unit.weight, unit.bias, geometry(unit, x));

    const torch::Tensor input = padded(unit, x);
    const std::array<int64_t, 2> stride{unit.parts.stride, unit.parts.stride};
    const std::array<int64_t, 2> padding{0, 0};
    if (!hasFusedConvolution()) {
        torch::Tensor result = at::conv2d(input, unit.weight, unit.bias, stride, padding, kOnes, 1);
        if (addend.defined())
            result.add_(addend);
        return unit.rectified ? torch::relu6_(result) : result;
    }
    if (pack && !unit.packed.defined())
        unit.packed = at::mkldnn_reorder_conv2d_weight(unit.weight.to_mkldnn(), padding, stride, kOnes, 1, input.sizes().vec());
    const torch::Tensor &weight = pack ? unit.packed : unit.weight;
    if (addend.defined()) {
        static const auto kOp = c10::Dispatcher::singleton()
                                    .findSchemaOrThrow("mkldnn::_convolution_pointwise", "binary")
                                    .typed<AddingSignature>();
        return kOp.call(input, addend, weight, unit.bias, padding, stride, kOnes, 1, "add", at::Scalar(1.0), std::nullopt, Scalars(),
                        std::nullopt);
    }
    static const auto kOp =
        c10::Dispatcher::singleton().findSchemaOrThrow("mkldnn::_convolution_pointwise", "").typed<ConvolutionSignature>();
    Scalars limits;
    if (unit.rectified) {
        limits.push_back(at::Scalar(0.0));
        limits.push_back(at::Scalar(6.0));
    }
    return kOp.call(input, weight, unit.bias, padding, stride, kOnes, 1, unit.rectified ? "hardtanh" : "none", limits, std::nullopt);
}

torch::Tensor FoldedBackbone::pooled(const torch::Tensor &x) const
{
    const torch::NoGradGuard noGrad;
    return x.mean({2, 3}, false, torch::kFloat32);
}

DepthwiseGeometry FoldedBackbone::geometry(const Unit &unit, const torch::Tensor &x) const
{
    TORCH_CHECK(x.size(2) == x.size(3), "the network takes square photos");
    const SidePadding side = sidePadding(m_network->options().padding, x.size(2), unit.parts.stride);
    return {unit.parts.stride, side.before, side.after};
}

torch::Tensor FoldedBackbone::padded(const Unit &unit, const torch::Tensor &x) const
{
    if (unit.parts.kernel() == 1)
        return x;
    const DepthwiseGeometry sides = geometry(unit, x);
    return torch::constant_pad_nd(x, {sides.padBefore, sides.padAfter, sides.padBefore, sides.padAfter})
        .contiguous(torch::MemoryFormat::ChannelsLast);
}

FoldedBackbone::Gradients FoldedBackbone::convolutionGradients(const Unit &unit, const torch::Tensor &gradient,
                                                               const torch::Tensor &x, bool needsX) const
{
    const std::array<int64_t, 2> stride{unit.parts.stride, unit.parts.stride};
    const std::array<int64_t, 2> zeros{0, 0};
    const std::array<int64_t, 1> biasSizes{unit.parts.outChannels()};
    auto [ofX, ofWeight, ofBias] = at::convolution_backward(gradient, padded(unit, x), unit.weight, biasSizes, stride, zeros,
                                                            kOnes, false, zeros, 1, {needsX, true, true});
    return {ofX, ofWeight, ofBias};
}

void FoldedBackbone::setGradients(const Unit &unit, const torch::Tensor &weight, const torch::Tensor &bias) const
{
    // folded weight = weight · scale / deviation; folded bias = shift − mean · scale / deviation.
    const torch::Tensor ofWeight = weight.to(torch::kFloat32);
    const torch::Tensor ofBias = bias.to(torch::kFloat32);
    const torch::Tensor ofScale = (ofWeight * unit.parts.weight).sum({1, 2, 3}).sub_(unit.parts.mean * ofBias).mul_(unit.inverseDeviation);
    torch::Tensor parameter = unit.parts.weight;
    parameter.mutable_grad() = ofWeight * unit.scale.view({-1, 1, 1, 1});
    parameter = unit.parts.scale;
    parameter.mutable_grad() = ofScale;
    parameter = unit.parts.shift;
    parameter.mutable_grad() = ofBias.clone();
}

} // namespace flower
