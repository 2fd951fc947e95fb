// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/models/MobileNetV2.h"

#include "engine/ml/kernels/Depthwise.h"

#include <algorithm>
#include <cmath>

namespace flower {

using namespace mobilenetv2;

namespace {

torch::nn::Conv2d convolution(int in, int out, int kernel, int stride, int groups, bool padHere)
{
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(padHere ? (kernel - 1) / 2 : 0).groups(groups).bias(false));
}

NormedConvolution normedConvolution(const torch::nn::Conv2dImpl &convolution, const torch::nn::BatchNorm2dImpl &norm)
{
    return {convolution.weight, norm.weight, norm.bias, norm.running_mean, norm.running_var,
            static_cast<int>(convolution.options.stride()->at(0)), convolution.options.groups() > 1};
}

/// Convolution, BatchNorm and ReLU6, under torchvision's names "0" and "1".
class ConvolutionUnitImpl : public torch::nn::Module
{
public:
    ConvolutionUnitImpl(int in, int out, int kernel, int stride, int groups, const MobileNetV2Options &options)
        : m_padding(options.padding), m_padsItself(options.padding == Padding::Same && stride == 2 && kernel == 3)
    {
        m_convolution = register_module("0", convolution(in, out, kernel, stride, groups, !m_padsItself));
        m_norm = register_module("1", torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(out).eps(options.batchNormEpsilon)));
    }

    torch::Tensor forward(const torch::Tensor &x)
    {
        if (is_training() && x.is_cpu() && m_convolution->options.groups() > 1 && x.size(2) == x.size(3)
            && x.is_contiguous(torch::MemoryFormat::ChannelsLast)) {
            const auto stride = static_cast<int>(m_convolution->options.stride()->at(0));
            const SidePadding sides = sidePadding(m_padding, x.size(2), stride);
            return rectified(depthwiseConvolution(x, m_convolution->weight, {stride, sides.before, sides.after}));
        }
        torch::Tensor padded = x;
        if (m_padsItself) {
            const SidePadding rows = sidePadding(m_padding, x.size(2), 2);
            const SidePadding columns = sidePadding(m_padding, x.size(3), 2);
            padded = torch::constant_pad_nd(x, {columns.before, columns.after, rows.before, rows.after});
        }
        return rectified(m_convolution->forward(padded));
    }

    [[nodiscard]] NormedConvolution parts() const { return normedConvolution(*m_convolution, *m_norm); }

private:
    torch::Tensor rectified(const torch::Tensor &convolved)
    {
        torch::Tensor normalized = m_norm->forward(convolved);
        return torch::relu6_(normalized);
    }

    Padding m_padding;
    bool m_padsItself;
    torch::nn::Conv2d m_convolution{nullptr};
    torch::nn::BatchNorm2d m_norm{nullptr};
};
TORCH_MODULE(ConvolutionUnit);

/// Expand by 1 × 1, filter depth-wise by 3 × 3, project by 1 × 1 without activation; added to the input where the shape
/// stays (section 3.3 of the paper).
class InvertedResidualImpl : public torch::nn::Module
{
public:
    InvertedResidualImpl(int in, int out, int stride, int expansion, const MobileNetV2Options &options)
        : m_adds(stride == 1 && in == out)
    {
        const int hidden = in * expansion;
        if (expansion != 1)
            m_layers->push_back(ConvolutionUnit(in, hidden, 1, 1, 1, options));
        m_layers->push_back(ConvolutionUnit(hidden, hidden, 3, stride, hidden, options));
        m_layers->push_back(convolution(hidden, out, 1, 1, 1, true));
        m_layers->push_back(torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(out).eps(options.batchNormEpsilon)));
        register_module("conv", m_layers);
    }

    torch::Tensor forward(const torch::Tensor &x)
    {
        const torch::Tensor projected = m_layers->forward(x);
        return m_adds ? x + projected : projected;
    }

    [[nodiscard]] bool addsInput() const { return m_adds; }
    [[nodiscard]] std::vector<NormedConvolution> parts() const
    {
        std::vector<NormedConvolution> all;
        for (size_t index = 0; index + 2 < m_layers->size(); ++index)
            all.push_back(m_layers->ptr(index)->as<ConvolutionUnitImpl>()->parts());
        all.push_back(normedConvolution(*m_layers->ptr(m_layers->size() - 2)->as<torch::nn::Conv2dImpl>(),
                                        *m_layers->ptr(m_layers->size() - 1)->as<torch::nn::BatchNorm2dImpl>()));
        return all;
    }

private:
    bool m_adds;
    torch::nn::Sequential m_layers;
};
TORCH_MODULE(InvertedResidual);

} // namespace

SidePadding sidePadding(Padding padding, int64_t size, int stride)
{
    // TensorFlow's "same" gives ceil(size / stride) pixels and puts the odd zero behind.
    if (padding == Padding::Same && stride == 2 && size % 2 == 0)
        return {0, 1};
    return {1, 1};
}

std::recursive_mutex &sharedRandomNumbers()
{
    static std::recursive_mutex mutex;
    return mutex;
}

MobileNetV2Impl::MobileNetV2Impl(const MobileNetV2Options &options) : m_options(options)
{
    const std::lock_guard lock(sharedRandomNumbers());
    torch::nn::Sequential features;
    int in = roundedChannels(kStemChannels * options.width);
    features->push_back(ConvolutionUnit(3, in, 3, 2, 1, options));
    for (const Stage &stage : kStages) {
        const int out = roundedChannels(stage.channels * options.width);
        for (int block = 0; block < stage.blocks; ++block) {
            features->push_back(InvertedResidual(in, out, block == 0 ? stage.stride : 1, stage.expansion, options));
            in = out;
        }
    }
    m_featureChannels = lastChannels(options.width);
    features->push_back(ConvolutionUnit(in, m_featureChannels, 1, 1, 1, options));
    m_features = register_module("features", features);

    torch::nn::Sequential classifier;
    m_dropout = torch::nn::Dropout(options.dropout);
    m_head = torch::nn::Linear(m_featureChannels, options.classes);
    classifier->push_back(m_dropout);
    classifier->push_back(m_head);
    register_module("classifier", classifier);

    // As torchvision starts it: He et al. 2015 for convolutions, a narrow normal for the head.
    const torch::NoGradGuard noGrad;
    for (const std::shared_ptr<torch::nn::Module> &module : modules(false)) {
        if (auto *convolution2d = module->as<torch::nn::Conv2d>())
            torch::nn::init::kaiming_normal_(convolution2d->weight, 0.0, torch::kFanOut);
    }
    torch::nn::init::normal_(m_head->weight, 0.0, 0.01);
    torch::nn::init::zeros_(m_head->bias);
}

torch::Tensor MobileNetV2Impl::forward(const torch::Tensor &pixels)
{
    return classify(pooledFeatures(pixels));
}

torch::Tensor MobileNetV2Impl::pooledFeatures(const torch::Tensor &pixels)
{
    return runFeatures(pixels, 0, kFeatureLayers).mean({2, 3});
}

torch::Tensor MobileNetV2Impl::runFeatures(torch::Tensor x, int first, int last)
{
    for (int layer = first; layer < last; ++layer) {
        const std::shared_ptr<torch::nn::Module> part = m_features->ptr(static_cast<size_t>(layer));
        if (auto *unit = part->as<ConvolutionUnitImpl>())
            x = unit->forward(x);
        else
            x = part->as<InvertedResidualImpl>()->forward(x);
    }
    return x;
}

std::vector<NormedConvolution> MobileNetV2Impl::convolutions(int layer) const
{
    const std::shared_ptr<torch::nn::Module> part = m_features->ptr(static_cast<size_t>(layer));
    if (const auto *unit = part->as<ConvolutionUnitImpl>())
        return {unit->parts()};
    return part->as<InvertedResidualImpl>()->parts();
}

bool MobileNetV2Impl::addsInput(int layer) const
{
    const auto *block = m_features->ptr(static_cast<size_t>(layer))->as<InvertedResidualImpl>();
    return block && block->addsInput();
}

torch::Tensor MobileNetV2Impl::classify(const torch::Tensor &features)
{
    const double probability = m_options.dropout;
    if (!m_random.defined() || !features.is_cpu() || !m_dropout->is_training() || probability == 0.0)
        return m_head->forward(m_dropout->forward(features));
    // As the module does it, from random numbers that nobody else draws from.
    const torch::Tensor kept = torch::empty_like(features.detach()).bernoulli_(1.0 - probability, m_random);
    return m_head->forward(features * kept.div_(1.0 - probability));
}

void MobileNetV2Impl::setDropout(double probability)
{
    m_options.dropout = probability;
    m_dropout->options.p(probability);
}

} // namespace flower
