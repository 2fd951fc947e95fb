// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/models/FoldedBackbone.h"

#include "engine/ml/kernels/DepthwiseKernels.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

namespace {

/// The largest difference, as a share of the largest value.
double difference(const torch::Tensor &actual, const torch::Tensor &expected)
{
    return ((actual.to(torch::kFloat32) - expected).abs().max() / expected.abs().max().clamp_min(1e-12)).item<double>();
}

/// How far two directions are apart: 0 for the same, 1 for a right angle.
double turn(const torch::Tensor &actual, const torch::Tensor &expected)
{
    const torch::Tensor a = actual.flatten().to(torch::kFloat64);
    const torch::Tensor b = expected.flatten().to(torch::kFloat64);
    return 1.0 - (a.dot(b) / (a.norm() * b.norm()).clamp_min(1e-30)).item<double>();
}

torch::Tensor channelsLast(const torch::Tensor &tensor)
{
    return tensor.contiguous(torch::MemoryFormat::ChannelsLast);
}

/// A network whose BatchNorms have something to fold.
MobileNetV2 trainedNetwork(double width, Padding padding)
{
    torch::manual_seed(7);
    MobileNetV2Options options;
    options.width = width;
    options.classes = 5;
    options.padding = padding;
    MobileNetV2 network(options);
    const torch::NoGradGuard noGrad;
    for (int layer = 0; layer < MobileNetV2Impl::kFeatureLayers; ++layer) {
        for (NormedConvolution &parts : network->convolutions(layer)) {
            parts.scale.uniform_(0.8, 1.6);
            parts.shift.uniform_(-0.2, 0.4);
            parts.mean.uniform_(-0.1, 0.1);
            parts.variance.uniform_(0.5, 1.2);
        }
    }
    network->eval();
    return network;
}

} // namespace

class tst_FoldedBackbone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void depthwiseIsTheConvolution_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("before");
        for (const int channels : {8, 16, 24, 32, 56, 144}) {
            for (const int size : {1, 2, 7, 12, 13}) {
                for (const int stride : {1, 2}) {
                    QTest::addRow("%d channels, %d pixels, stride %d", channels, size, stride) << channels << size << stride << 1;
                    if (stride == 2 && size % 2 == 0)
                        QTest::addRow("%d channels, %d pixels, padded behind", channels, size) << channels << size << 2 << 0;
                }
            }
        }
    }

    void depthwiseIsTheConvolution()
    {
        QFETCH(int, channels);
        QFETCH(int, size);
        QFETCH(int, stride);
        QFETCH(int, before);
        torch::manual_seed(size);
        const DepthwiseGeometry geometry{stride, before, 1};
        const torch::Tensor x = channelsLast(torch::randn({3, channels, size, size}).mul_(4).clamp_(0, 6)).requires_grad_();
        const torch::Tensor weight = torch::randn({channels, 1, 3, 3}).requires_grad_();
        const torch::Tensor bias = torch::randn({channels}).requires_grad_();
        const torch::Tensor wide = torch::constant_pad_nd(x, {before, 1, before, 1});
        const torch::Tensor expected = torch::relu6(
            torch::nn::functional::conv2d(wide, weight, torch::nn::functional::Conv2dFuncOptions().bias(bias).stride(stride).groups(channels)));
        const torch::Tensor gradY = channelsLast(torch::randn(expected.sizes()));
        expected.backward(gradY);
        const torch::Tensor gradX = torch::where((x > 0).logical_and(x < 6), x.grad(), torch::zeros({}));

        for (const torch::ScalarType type : {torch::kFloat32, torch::kBFloat16}) {
            const double bound = type == torch::kFloat32 ? 1e-5 : 2e-2;
            const torch::NoGradGuard noGrad;
            const torch::Tensor taps = weight.view({channels, 9}).t().contiguous();
            const torch::Tensor y = depthwiseForward(x.to(type), taps, bias, geometry);
            QCOMPARE(y.sizes().vec(), expected.sizes().vec());
            QVERIFY(difference(y, expected) < bound);
            const DepthwiseGradients gradients =
                depthwiseBackward(gradY.to(type), channelsLast(expected.to(type)), x.to(type), taps, geometry);
            const torch::Tensor gradWeights = gradients.weights.t().reshape_as(weight);
            if (type == torch::kFloat32) {
                QVERIFY(difference(gradients.bias, bias.grad()) < bound);
                QVERIFY(difference(gradWeights, weight.grad()) < bound);
                QVERIFY(difference(gradients.x, gradX) < bound);
            } else {
                // A value just under 6 rounds to 6 and passes no gradient, so single entries may differ.
                QVERIFY(turn(gradients.bias, bias.grad()) < 0.02);
                QVERIFY(turn(gradWeights, weight.grad()) < 0.02);
                QVERIFY(turn(gradients.x, gradX) < 0.02);
            }
        }
    }

    void withoutReluItIsLibTorchsConvolution_data() { depthwiseIsTheConvolution_data(); }
    void withoutReluItIsLibTorchsConvolution()
    {
        QFETCH(int, channels);
        QFETCH(int, size);
        QFETCH(int, stride);
        QFETCH(int, before);
        torch::manual_seed(size);
        // Half of the pixels lie on ReLU6's limits, where the kernel passes no gradient and nor does the ReLU6 in front.
        const torch::Tensor source = torch::randn({3, channels, size, size}).mul_(4).requires_grad_();
        const torch::Tensor weight = torch::randn({channels, 1, 3, 3}).requires_grad_();
        const torch::Tensor x = channelsLast(torch::relu6(source));
        const torch::Tensor expected =
            torch::nn::functional::conv2d(torch::constant_pad_nd(x, {before, 1, before, 1}), weight,
                                          torch::nn::functional::Conv2dFuncOptions().stride(stride).groups(channels));
        const torch::Tensor gradY = torch::randn(expected.sizes());
        const torch::autograd::variable_list theirs = torch::autograd::grad({expected}, {source, weight}, {gradY}, true);
        const torch::Tensor y = depthwiseConvolution(x, weight, {stride, before, 1});
        const torch::autograd::variable_list ours = torch::autograd::grad({y}, {source, weight}, {gradY});
        QVERIFY(difference(y, expected) < 1e-5);
        QVERIFY(difference(ours[0], theirs[0]) < 1e-5);
        QVERIFY(difference(ours[1], theirs[1]) < 1e-5);
    }

    void foldingKeepsTheFeatures_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("same");
        QTest::newRow("symmetric") << 1.0 << 96 << false;
        QTest::newRow("same") << 1.0 << 96 << true;
        QTest::newRow("odd sizes on the way") << 0.35 << 100 << true;
        QTest::newRow("wide") << 1.4 << 64 << false;
        QTest::newRow("three quarters") << 0.75 << 64 << true;
    }

    void foldingKeepsTheFeatures()
    {
        QFETCH(double, width);
        QFETCH(int, size);
        QFETCH(bool, same);
        MobileNetV2 network = trainedNetwork(width, same ? Padding::Same : Padding::Symmetric);
        const torch::NoGradGuard noGrad;
        const torch::Tensor pixels = channelsLast(torch::randn({3, 3, size, size}));
        const torch::Tensor expected = network->pooledFeatures(pixels);
        FoldedBackbone folded(network, torch::kFloat32);
        QVERIFY(difference(folded.pooledFeatures(pixels), expected) < 1e-4);
        QVERIFY(difference(folded.pooledFeatures(pixels.slice(0, 0, 1)), expected.slice(0, 0, 1)) < 1e-4); // another batch size
        QVERIFY(difference(folded.forward(folded.run(pixels, 0, 5), 5), expected) < 1e-4);
        if (kernels::processorHasBfloat16()) {
            FoldedBackbone half(network, torch::kBFloat16);
            QVERIFY(turn(half.pooledFeatures(pixels), expected) < 0.01);
        }
    }

    void gradientsAreThoseOfTheNetwork_data()
    {
        QTest::addColumn<int>("first");
        QTest::newRow("all parts") << 0;
        QTest::newRow("from the first block on") << 1;
        QTest::newRow("from the middle on") << 9;
        QTest::newRow("the last part") << 18;
    }

    void gradientsAreThoseOfTheNetwork()
    {
        QFETCH(int, first);
        MobileNetV2 network = trainedNetwork(0.5, Padding::Same);
        const torch::Tensor pixels = channelsLast(torch::randn({4, 3, 64, 64}));
        torch::Tensor input;
        {
            const torch::NoGradGuard noGrad;
            input = network->runFeatures(pixels, 0, first);
        }
        const torch::Tensor pooled = network->runFeatures(input, first, MobileNetV2Impl::kFeatureLayers).mean({2, 3});
        const torch::Tensor gradient = torch::randn(pooled.sizes());
        pooled.backward(gradient);
        std::vector<torch::Tensor> expected;
        for (const torch::Tensor &parameter : network->parameters()) {
            expected.push_back(parameter.grad().defined() ? parameter.grad().clone() : torch::Tensor());
            parameter.mutable_grad() = torch::Tensor();
        }
        for (const torch::ScalarType type : {torch::kFloat32, torch::kBFloat16}) {
            if (type == torch::kBFloat16 && !kernels::processorHasBfloat16())
                continue;
            FoldedBackbone folded(network, type);
            folded.forward(input, first);
            folded.backward(gradient);
            size_t compared = 0;
            const std::vector<torch::Tensor> parameters = network->parameters();
            for (size_t index = 0; index < parameters.size(); ++index) {
                const torch::Tensor actual = parameters[index].grad();
                QCOMPARE(actual.defined(), expected[index].defined());
                if (!actual.defined())
                    continue;
                ++compared;
                QVERIFY2(turn(actual, expected[index]) < (type == torch::kFloat32 ? 1e-6 : 0.15),
                         qPrintable(QStringLiteral("parameter %1: %2").arg(index).arg(turn(actual, expected[index]))));
                if (type == torch::kFloat32)
                    QVERIFY(difference(actual, expected[index]) < 1e-3);
                parameters[index].mutable_grad() = torch::Tensor();
            }
            QVERIFY(compared > 0);
        }
    }
};

FLOWER_TEST(tst_FoldedBackbone)
#include "tst_FoldedBackbone.moc"
