// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/models/FusedBlocks.h"

#include "engine/ml/models/FoldedBackbone.h"
#include "engine/ml/models/StagedWork.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <thread>

using namespace flower;
using kernels::Bits16;
using kernels::BlockKernels;
using kernels::BlockShape;
using kernels::BlockWeights;

namespace {

/// The largest difference, as a share of the largest value.
double difference(const torch::Tensor &actual, const torch::Tensor &expected)
{
    return ((actual.to(torch::kFloat64) - expected.to(torch::kFloat64)).abs().max()
            / expected.to(torch::kFloat64).abs().max().clamp_min(1e-12))
        .item<double>();
}

torch::Tensor channelsLast(const torch::Tensor &tensor)
{
    return tensor.contiguous(torch::MemoryFormat::ChannelsLast);
}

template<typename T>
T *elements(const torch::Tensor &tensor)
{
    return static_cast<T *>(tensor.data_ptr());
}

torch::Tensor convolved(const torch::Tensor &x, const torch::Tensor &weight, const torch::Tensor &bias, int stride = 1,
                        int64_t groups = 1)
{
    return torch::nn::functional::conv2d(x, weight, torch::nn::functional::Conv2dFuncOptions().bias(bias).stride(stride).groups(groups));
}

/// The convolutions of one block, in double.
struct Example {
    BlockShape shape;
    int padAfter = 1;
    torch::Tensor x;
    torch::Tensor first, firstBias, depthwise, depthwiseBias, projection, projectionBias;

    torch::Tensor result() const
    {
        torch::Tensor expanded;
        if (shape.stemSize > 0) {
            const int after = 2 * (shape.size - 1) + 3 - shape.stemSize - shape.stemPadBefore;
            expanded = convolved(torch::constant_pad_nd(x, {shape.stemPadBefore, after, shape.stemPadBefore, after}), first, firstBias, 2);
        } else {
            expanded = convolved(x, first, firstBias);
        }
        const torch::Tensor wide =
            torch::constant_pad_nd(torch::relu6(expanded), {shape.padBefore, padAfter, shape.padBefore, padAfter});
        const torch::Tensor filtered = torch::relu6(convolved(wide, depthwise, depthwiseBias, shape.stride, shape.hidden));
        const torch::Tensor projected = convolved(filtered, projection, projectionBias);
        return shape.adds ? projected + x : projected;
    }
};

Example example(int in, int hidden, int out, int size, int stride, int padBefore, bool stem, torch::ScalarType type)
{
    torch::manual_seed(in * 1000 + hidden + size);
    Example e;
    e.shape.inChannels = stem ? 3 : in;
    e.shape.hidden = hidden;
    e.shape.outChannels = out;
    e.shape.size = size;
    e.shape.stride = stride;
    e.shape.padBefore = padBefore;
    e.shape.outSize = (size + padBefore + 1 - 3) / stride + 1;
    e.shape.adds = !stem && stride == 1 && in == out;
    e.shape.stemSize = stem ? 2 * size - size % 2 : 0;
    e.shape.stemPadBefore = e.shape.stemSize % 2 == 0 ? padBefore : 1;
    const auto drawn = [type](at::IntArrayRef sizes, double scale) {
        return (torch::randn(sizes) * scale).to(type).to(torch::kFloat64); // numbers that the type holds
    };
    const int pixels = stem ? e.shape.stemSize : size;
    e.x = drawn({1, e.shape.inChannels, pixels, pixels}, 1.0);
    e.first = drawn({hidden, e.shape.inChannels, stem ? 3 : 1, stem ? 3 : 1}, 1.5 / std::sqrt(stem ? 27.0 : in));
    e.firstBias = torch::randn({hidden}).to(torch::kFloat64) + 1.0;
    e.depthwise = torch::randn({hidden, 1, 3, 3}).to(torch::kFloat64);
    e.depthwiseBias = torch::randn({hidden}).to(torch::kFloat64);
    e.projection = drawn({out, hidden, 1, 1}, 1.0 / std::sqrt(hidden));
    e.projectionBias = torch::randn({out}).to(torch::kFloat64);
    return e;
}

/// Runs a block by a set of kernels; in one go, in bands of rows, and in its two halves, which must give the same bits.
template<typename T>
torch::Tensor byKernels(const BlockKernels<T> &kernels, const Example &e)
{
    const torch::ScalarType type = std::is_same_v<T, float> ? torch::kFloat32 : torch::kBFloat16;
    const auto packed = [&](const torch::Tensor &weight) {
        torch::Tensor source = weight.to(type).permute({0, 2, 3, 1}).reshape({weight.size(0), weight.size(2), -1});
        if (weight.size(2) == 3)
            source = torch::constant_pad_nd(source, {0, kernels::kStemDepth<T> - 9});
        source = source.contiguous();
        torch::Tensor result = torch::empty_like(source);
        const int out = static_cast<int>(source.size(0));
        kernels::packWeights(elements<const T>(source), out, static_cast<int>(source.numel() / out), kernels.widest, elements<T>(result));
        return result;
    };
    const auto floats = [](const torch::Tensor &values) { return values.to(torch::kFloat32).contiguous(); };
    const BlockShape &shape = e.shape;
    const torch::Tensor x = channelsLast(e.x.to(type));
    const torch::Tensor expansion = shape.stemSize > 0 ? torch::Tensor() : packed(e.first);
    const torch::Tensor stem = shape.stemSize > 0 ? packed(e.first) : torch::Tensor();
    const torch::Tensor projection = packed(e.projection);
    const torch::Tensor taps = floats(e.depthwise.view({-1, 9}).t());
    const torch::Tensor biases[3] = {floats(e.firstBias), floats(e.depthwiseBias), floats(e.projectionBias)};
    const BlockWeights<T> weights{shape.stemSize > 0 ? nullptr : elements<const T>(expansion),
                                  shape.stemSize > 0 ? elements<const T>(stem) : nullptr,
                                  elements<const float>(biases[0]), elements<const float>(taps), elements<const float>(biases[1]),
                                  elements<const T>(projection), elements<const float>(biases[2])};
    const auto empty = [&](int channels) {
        return torch::full({1, channels, shape.outSize, shape.outSize}, 99.0, torch::dtype(type)).contiguous(torch::MemoryFormat::ChannelsLast);
    };
    // What is not written must not be read: scratch memory starts as not-a-numbers.
    const torch::Tensor scratch = torch::full({static_cast<int64_t>(kernels.scratchFloats(shape))}, std::nan(""), torch::kFloat32);
    const torch::Tensor y = empty(shape.outChannels);
    kernels.block(shape, weights, elements<const T>(x), 0, shape.outSize, elements<T>(y), elements<float>(scratch));

    const torch::Tensor inBands = empty(shape.outChannels);
    const int middle = shape.outSize / 3;
    kernels.block(shape, weights, elements<const T>(x), middle, shape.outSize, elements<T>(inBands), elements<float>(scratch.fill_(std::nan(""))));
    kernels.block(shape, weights, elements<const T>(x), 0, middle, elements<T>(inBands), elements<float>(scratch.fill_(std::nan(""))));

    const torch::Tensor inHalves = empty(shape.outChannels);
    const torch::Tensor filtered = empty(shape.hidden);
    const int panels = kernels::panelCount(shape.hidden, kernels.widest);
    for (int panel = 0; panel < panels; ++panel) {
        kernels.filter(shape, weights, elements<const T>(x), 0, middle, panel, panel + 1, elements<T>(filtered), elements<float>(scratch.fill_(std::nan(""))));
        kernels.filter(shape, weights, elements<const T>(x), middle, shape.outSize, panel, panel + 1, elements<T>(filtered),
                       elements<float>(scratch.fill_(std::nan(""))));
    }
    const int pixels = shape.outSize * shape.outSize;
    const int outPanels = kernels::panelCount(shape.outChannels, kernels.widest);
    for (int panel = 0; panel < outPanels; ++panel) {
        kernels.project(shape, weights, elements<const T>(filtered), elements<const T>(x), 0, pixels / 2, panel, panel + 1, elements<T>(inHalves));
        kernels.project(shape, weights, elements<const T>(filtered), elements<const T>(x), pixels / 2, pixels, panel, panel + 1, elements<T>(inHalves));
    }
    return torch::equal(y, inBands) && torch::equal(y, inHalves) ? y : torch::Tensor();
}

struct NamedKernels {
    const char *name;
    const BlockKernels<float> *floats;
};

/// Those that this processor can run.
std::vector<NamedKernels> kernelsHere()
{
    std::vector<NamedKernels> all{{"portable", &kernels::portable::kBlock32}};
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        all.push_back({"AVX2", &kernels::avx2::kBlock32});
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512dq"))
        all.push_back({"AVX-512", &kernels::avx512::kBlock32});
#endif
    return all;
}

/// A network whose features depend on every block: its BatchNorms know the statistics of noise.
MobileNetV2 drawnNetwork(double width, Padding padding)
{
    torch::manual_seed(11);
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
            parts.variance.zero_(); // only what follows counts
        }
    }
    network->train();
    for (int pass = 0; pass < 20; ++pass)
        network->pooledFeatures(channelsLast(torch::randn({4, 3, 64, 64})));
    network->eval();
    return network;
}

class Threads
{
public:
    explicit Threads(int count) : m_before(at::get_num_threads()) { at::set_num_threads(count); }
    ~Threads() { at::set_num_threads(m_before); }
    Threads(const Threads &) = delete;
    Threads &operator=(const Threads &) = delete;

private:
    int m_before;
};

} // namespace

class tst_FusedBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void panelsCoverTheChannels()
    {
        for (const int widest : {16, 32}) {
            for (int channels = 8; channels <= 200; channels += 8) {
                int next = 0;
                for (int index = 0; index < kernels::panelCount(channels, widest); ++index) {
                    const kernels::Panel panel = kernels::panelAt(channels, widest, index);
                    QCOMPARE(panel.first, next);
                    QVERIFY(panel.width > 0 && panel.width % 8 == 0 && panel.width <= widest);
                    next += panel.width;
                }
                QCOMPARE(next, channels);
            }
        }
    }

    void blockIsItsConvolutions_data()
    {
        QTest::addColumn<int>("in");
        QTest::addColumn<int>("hidden");
        QTest::addColumn<int>("out");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("before");
        QTest::addColumn<bool>("stem");
        const auto add = [](int in, int hidden, int out, int size, int stride, int before, bool stem) {
            QTest::addRow("%d to %d to %d channels, %d pixels, stride %d, %d before%s", in, hidden, out, size, stride, before, stem ? ", stem" : "")
                << in << hidden << out << size << stride << before << stem;
        };
        // Channels of widths 0.35 to 1.4, and panels of every kind: 8, 16, 24, 32, 40 … of them.
        const int channels[][3] = {{8, 8, 8}, {8, 48, 8}, {16, 96, 24}, {24, 144, 24}, {40, 240, 40}, {56, 56, 112}, {64, 88, 64}};
        for (const auto &c : channels) {
            for (const int size : {1, 2, 3, 7, 10, 13, 14, 28}) {
                add(c[0], c[1], c[2], size, 1, 1, false);
                add(c[0], c[1], c[2], size, 2, 1, false);
                if (size % 2 == 0)
                    add(c[0], c[1], c[2], size, 2, 0, false);
            }
        }
        add(16, 96, 24, 112, 2, 1, false);
        add(16, 96, 24, 112, 2, 0, false);
        add(24, 144, 24, 56, 1, 1, false);
        add(160, 960, 320, 7, 1, 1, false);
        for (const int size : {1, 2, 7, 16, 33, 112}) {
            add(3, 32, 16, size, 1, 1, true);
            add(3, 48, 24, size, 1, 1, true);
            add(3, 16, 8, size, 1, 0, true);
        }
    }

    void blockIsItsConvolutions()
    {
        QFETCH(int, in);
        QFETCH(int, hidden);
        QFETCH(int, out);
        QFETCH(int, size);
        QFETCH(int, stride);
        QFETCH(int, before);
        QFETCH(bool, stem);
        const int padBefore = stem ? 1 : before;
        Example e = example(in, hidden, out, size, stride, padBefore, stem, torch::kFloat32);
        if (stem)
            e.shape.stemPadBefore = e.shape.stemSize % 2 == 0 ? before : 1;
        const torch::Tensor expected = e.result();
        QCOMPARE(expected.size(2), int64_t{e.shape.outSize});
        for (const NamedKernels &each : kernelsHere()) {
            const torch::Tensor actual = byKernels(*each.floats, e);
            QVERIFY2(actual.defined(), each.name);
            QVERIFY2(difference(actual, expected) < 1e-5, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(each.name)).arg(difference(actual, expected))));
        }
        if (const BlockKernels<Bits16> *half = kernels::blockKernels16()) {
            Example rounded = example(in, hidden, out, size, stride, padBefore, stem, torch::kBFloat16);
            rounded.shape = e.shape;
            const torch::Tensor actual = byKernels(*half, rounded);
            QVERIFY(actual.defined());
            QVERIFY(difference(actual, rounded.result()) < 1e-2);
        }
    }

    void lastConvolutionAndMeans()
    {
        for (const int pixels : {1, 4, 25, 49}) {
            for (const int channels : {40, 320}) {
                const torch::Tensor x = torch::randn({pixels, channels});
                const torch::Tensor weight = torch::randn({136, channels}) / std::sqrt(channels);
                const torch::Tensor bias = torch::randn({136});
                const torch::Tensor expected = torch::relu6(x.to(torch::kFloat64).mm(weight.to(torch::kFloat64).t()) + bias).mean(0);
                for (const NamedKernels &each : kernelsHere()) {
                    torch::Tensor packed = torch::empty_like(weight);
                    kernels::packWeights(elements<const float>(weight), 136, channels, each.floats->widest, elements<float>(packed));
                    const torch::Tensor means = torch::full({136}, 99.0f);
                    each.floats->pooled(elements<const float>(x), pixels, channels, 136, elements<const float>(packed), elements<const float>(bias), 0,
                                        kernels::panelCount(136, each.floats->widest), elements<float>(means));
                    QVERIFY2(difference(means, expected) < 1e-5, each.name);
                }
            }
        }
    }

    void everyPhotoGivesTheSameInAnyCompany_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("same");
        QTest::newRow("160 pixels") << 1.0 << 160 << false;
        QTest::newRow("same padding") << 1.0 << 96 << true;
        QTest::newRow("odd sizes on the way, narrow") << 0.35 << 100 << true;
        QTest::newRow("wide") << 1.4 << 64 << false;
        QTest::newRow("half") << 0.5 << 128 << true;
    }

    /// Whatever the batch, the number of threads, and whether photos are shared out whole or in parts.
    void everyPhotoGivesTheSameInAnyCompany()
    {
        QFETCH(double, width);
        QFETCH(int, size);
        QFETCH(bool, same);
        MobileNetV2 network = drawnNetwork(width, same ? Padding::Same : Padding::Symmetric);
        const torch::NoGradGuard noGrad;
        for (const torch::ScalarType type : {torch::kFloat32, torch::kBFloat16}) {
            if (!FusedBlocks::areFaster(type))
                continue;
            FoldedBackbone folded(network, type);
            const torch::Tensor pixels = channelsLast(torch::randn({5, 3, size, size}));
            torch::Tensor expected;
            {
                const Threads one(1);
                expected = folded.pooledFeatures(pixels);
                if (type == torch::kFloat32)
                    QVERIFY(difference(expected, network->pooledFeatures(pixels)) < 1e-4);
            }
            for (const int threads : {1, 2, 3, 16}) {
                const Threads several(threads);
                for (const int count : {1, 2, 3, 5})
                    QVERIFY(torch::equal(folded.pooledFeatures(pixels.slice(0, 0, count)), expected.slice(0, 0, count)));
                QVERIFY(torch::equal(folded.pooledFeatures(folded.run(pixels, 0, 5), 5), expected));
                QVERIFY(torch::equal(folded.pooledFeatures(folded.run(folded.run(pixels, 0, 2), 2, 18), 18), expected));
            }
        }
    }

    void batchesUpTo33()
    {
        if (!FusedBlocks::areFaster(torch::kFloat32))
            QSKIP("LibTorch's operators are faster here");
        MobileNetV2 network = drawnNetwork(0.35, Padding::Symmetric);
        const torch::NoGradGuard noGrad;
        FoldedBackbone folded(network, torch::kFloat32);
        const torch::Tensor pixels = channelsLast(torch::randn({33, 3, 32, 32}));
        const torch::Tensor expected = folded.pooledFeatures(pixels);
        QVERIFY(difference(expected, network->pooledFeatures(pixels)) < 1e-4);
        for (int count = 0; count <= 33; ++count)
            QVERIFY(torch::equal(folded.pooledFeatures(pixels.slice(0, 0, count)), expected.slice(0, 0, count)));
    }

    void startsAnywhereAndFollowsTheWeights()
    {
        MobileNetV2 network = drawnNetwork(0.5, Padding::Same);
        const torch::NoGradGuard noGrad;
        FoldedBackbone folded(network, torch::kFloat32);
        const torch::Tensor pixels = channelsLast(torch::randn({3, 3, 64, 64}));
        torch::Tensor expected = network->pooledFeatures(pixels);
        for (int first = 0; first <= MobileNetV2Impl::kFeatureLayers; ++first) {
            const torch::Tensor middle = network->runFeatures(pixels, 0, first);
            QVERIFY2(difference(folded.run(pixels, 0, first), middle) < 1e-4, qPrintable(QString::number(first)));
            QVERIFY2(difference(folded.pooledFeatures(channelsLast(middle), first), expected) < 1e-4, qPrintable(QString::number(first)));
            QVERIFY2(difference(folded.run(channelsLast(middle), first, MobileNetV2Impl::kFeatureLayers).mean({2, 3}), expected) < 1e-4,
                     qPrintable(QString::number(first)));
        }
        for (const int first : {0, 1, 9, 18}) {
            network->convolutions(first)[0].shift.add_(1.0);
            const torch::Tensor stale = folded.pooledFeatures(pixels);
            folded.fold(first);
            expected = network->pooledFeatures(pixels);
            QVERIFY2(difference(stale, expected) > 1e-2, qPrintable(QStringLiteral("%1: %2").arg(first).arg(difference(stale, expected))));
            QVERIFY(difference(folded.pooledFeatures(pixels), expected) < 1e-4);
        }
    }

    void stagesFollowEachOther()
    {
        // Also where fewer threads come than were expected.
        for (const int come : {1, 3}) {
            const std::vector<int> sizes{1, 7, 40, 2, 3};
            StagedWork work(sizes);
            std::vector<std::atomic<int>> done(sizes.size());
            std::atomic<int> early{0};
            const auto run = [&](int thread) {
                work.run(thread, 3, [&](int stage, int) {
                    if (stage > 0 && done[static_cast<size_t>(stage - 1)] != sizes[static_cast<size_t>(stage - 1)])
                        ++early;
                    ++done[static_cast<size_t>(stage)];
                });
            };
            std::vector<std::thread> threads;
            for (int thread = 0; thread < come; ++thread)
                threads.emplace_back(run, thread);
            for (std::thread &thread : threads)
                thread.join();
            QCOMPARE(early.load(), 0);
            for (size_t stage = 0; stage < sizes.size(); ++stage)
                QCOMPARE(done[stage].load(), sizes[stage]);
        }
    }
};

FLOWER_TEST(tst_FusedBlocks)
#include "tst_FusedBlocks.moc"
