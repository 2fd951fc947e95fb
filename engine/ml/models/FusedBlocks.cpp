// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/models/FusedBlocks.h"

#include "engine/ml/models/MobileNetV2.h"
#include "engine/ml/models/StagedWork.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <deque>

namespace flower {

using kernels::Bits16;
using kernels::BlockKernels;
using kernels::BlockShape;
using kernels::BlockWeights;
using kernels::panelCount;

namespace {

template<typename T>
const BlockKernels<T> *kernelsFor()
{
    if constexpr (std::is_same_v<T, float>)
        return kernels::blockKernels32();
    else
        return kernels::blockKernels16();
}

template<typename T>
T *elements(const torch::Tensor &tensor)
{
    return static_cast<T *>(tensor.data_ptr());
}

/// out × 3 × 3 × 3 to out × depth × 1 × 1 as BlockWeights::stem is to be.
torch::Tensor stemRows(const torch::Tensor &weight)
{
    const int depth = weight.scalar_type() == torch::kBFloat16 ? kernels::kStemDepth<Bits16> : kernels::kStemDepth<float>;
    const torch::Tensor rows = weight.permute({0, 2, 3, 1}).reshape({-1, 3, 9});
    return torch::constant_pad_nd(rows, {0, depth - 9}).reshape({-1, 3 * depth, 1, 1});
}

size_t aligned(size_t floats)
{
    return (floats + 15) / 16 * 16;
}

} // namespace

/// One pass over blocks. Memory for each thread, and for the photo that is worked on in parts: what two blocks give, and
/// scratch; for the latter also what the depth-wise convolutions of one block give.
template<typename T>
class FusedBlocks::Pass
{
public:
    Pass(FusedBlocks &blocks, const torch::Tensor &x, int first, int last, const torch::Tensor &y, const torch::Tensor &means)
        : m_kernels(*kernelsFor<T>()), m_shapes(blocks.shapes(x.size(2), first, last)), m_x(x), m_y(y), m_means(means),
          m_threads(at::get_num_threads())
    {
        for (size_t index = 0; index < m_shapes.size(); ++index) {
            const BlockShape &shape = m_shapes[index];
            const Block &block = blocks.m_blocks[static_cast<size_t>(first) + index];
            m_weights.push_back({shape.stemSize > 0 ? nullptr : elements<const T>(block.expansion),
                                 shape.stemSize > 0 ? elements<const T>(block.stem) : nullptr,
                                 elements<const float>(block.expansionBias), elements<const float>(block.depthwise),
                                 elements<const float>(block.depthwiseBias), elements<const T>(block.projection),
                                 elements<const float>(block.projectionBias)});
            const size_t area = static_cast<size_t>(shape.outSize) * static_cast<size_t>(shape.outSize);
            m_between = std::max(m_between, aligned(area * static_cast<size_t>(shape.outChannels)));
            m_filtered = std::max(m_filtered, aligned(area * static_cast<size_t>(shape.hidden)));
            m_scratch = std::max(m_scratch, aligned(m_kernels.scratchFloats(shape)));
        }
        if (means.defined()) {
            const Block &block = blocks.m_blocks.back();
            m_lastWeights = elements<const T>(block.projection);
            m_lastBias = elements<const float>(block.projectionBias);
        }
        const int64_t floats = static_cast<int64_t>(m_filtered + static_cast<size_t>(m_threads + 1) * (2 * m_between + m_scratch));
        if (!blocks.m_memory.defined() || blocks.m_memory.numel() < floats)
            blocks.m_memory = torch::empty({floats}, torch::kFloat32);
        m_memory = elements<float>(blocks.m_memory);
    }

    void run()
    {
        const int photos = static_cast<int>(m_x.size(0));
        const int whole = m_threads == 1 ? photos : photos - photos % m_threads;
        std::atomic<int> next{0};
        const std::vector<int> stages = planStages(photos > whole);
        std::deque<StagedWork> parts; // of which none can be moved
        for (int photo = whole; photo < photos; ++photo)
            parts.emplace_back(stages);
        at::parallel_for(0, m_threads, 1, [&](int64_t begin, int64_t end) {
            for (int64_t thread = begin; thread < end; ++thread) {
                for (int photo = next.fetch_add(1); photo < whole; photo = next.fetch_add(1))
                    runWhole(photo, static_cast<int>(thread));
                // These photos share the memory of what lies between blocks: the threads meet at the end of each.
                for (int photo = whole; photo < photos; ++photo)
                    parts[static_cast<size_t>(photo - whole)].run(static_cast<int>(thread), m_threads, [&](int stage, int item) {
                        runPart(photo, m_stages[static_cast<size_t>(stage)], item, static_cast<int>(thread));
                    });
            }
        });
    }

private:
    enum class Work { Block, Filter, Project, Last };
    struct Stage {
        Work work;
        size_t block;
        int pieces; ///< of rows or pixels
        int panels; ///< each piece is worked on so often
    };

    // `thread`: m_threads for a photo in parts, on which others may begin while one is at its last whole photo.
    [[nodiscard]] T *between(int thread, size_t block) const
    {
        float *const own = m_memory + m_filtered + static_cast<size_t>(thread) * (2 * m_between + m_scratch);
        return reinterpret_cast<T *>(own + (block % 2) * m_between);
    }
    [[nodiscard]] float *scratch(int thread) const
    {
        return m_memory + m_filtered + static_cast<size_t>(thread) * (2 * m_between + m_scratch) + 2 * m_between;
    }
    [[nodiscard]] const T *inputOf(size_t block, int photo, int thread) const
    {
        if (block > 0)
            return between(thread, block - 1);
        return elements<const T>(m_x) + photo * (m_x.numel() / m_x.size(0));
    }
    [[nodiscard]] T *resultOf(size_t block, int photo, int thread) const
    {
        if (block + 1 < m_shapes.size() || m_means.defined())
            return between(thread, block);
        return elements<T>(m_y) + photo * (m_y.numel() / m_y.size(0));
    }

    void runWhole(int photo, int thread)
    {
        for (size_t block = 0; block < m_shapes.size(); ++block)
            m_kernels.block(m_shapes[block], m_weights[block], inputOf(block, photo, thread), 0, m_shapes[block].outSize,
                            resultOf(block, photo, thread), scratch(thread));
        if (m_means.defined())
            runLast(photo, thread, 0, panelCount(static_cast<int>(m_means.size(1)), m_kernels.widest));
    }

    void runLast(int photo, int thread, int firstPanel, int lastPanel)
    {
        const bool alone = m_shapes.empty();
        const int channels = alone ? static_cast<int>(m_x.size(1)) : m_shapes.back().outChannels;
        const int size = alone ? static_cast<int>(m_x.size(2)) : m_shapes.back().outSize;
        m_kernels.pooled(inputOf(m_shapes.size(), photo, thread), size * size, channels, static_cast<int>(m_means.size(1)), m_lastWeights,
                         m_lastBias, firstPanel, lastPanel, elements<float>(m_means) + photo * m_means.size(1));
    }

    /// How a photo is cut for all threads: a band of rows each where the rows at their edges, which two of them expand, are few
    /// beside the others; else panels of channels, which must meet before the projection.
    std::vector<int> planStages(bool needed)
    {
        std::vector<int> items;
        if (!needed)
            return items;
        const auto add = [&](const Stage &stage) {
            m_stages.push_back(stage);
            items.push_back(stage.pieces * stage.panels);
        };
        const auto piecesFor = [this](int panels, int most) {
            return std::clamp((kItemsAThread * m_threads + panels - 1) / panels, 1, std::max(1, most));
        };
        for (size_t block = 0; block < m_shapes.size(); ++block) {
            const BlockShape &shape = m_shapes[block];
            if (shape.outSize >= kLeastRows * m_threads) {
                add({Work::Block, block, m_threads, 1});
                continue;
            }
            const int panels = panelCount(shape.hidden, m_kernels.widest);
            add({Work::Filter, block, piecesFor(panels, shape.outSize / kLeastRows), panels});
            const int outPanels = panelCount(shape.outChannels, m_kernels.widest);
            const int tiles = (shape.outSize * shape.outSize + m_kernels.tileRows - 1) / m_kernels.tileRows;
            add({Work::Project, block, piecesFor(outPanels, tiles), outPanels});
        }
        if (m_means.defined())
            add({Work::Last, m_shapes.size(), 1, panelCount(static_cast<int>(m_means.size(1)), m_kernels.widest)});
        return items;
    }

    void runPart(int photo, const Stage &stage, int item, int thread)
    {
        const int piece = item / stage.panels;
        const int panel = item % stage.panels;
        if (stage.work == Work::Last)
            return runLast(photo, m_threads, panel, panel + 1);
        const BlockShape &shape = m_shapes[stage.block];
        const BlockWeights<T> &weights = m_weights[stage.block];
        const T *x = inputOf(stage.block, photo, m_threads);
        T *y = resultOf(stage.block, photo, m_threads);
        auto *filtered = reinterpret_cast<T *>(m_memory);
        const auto cut = [&](int total, int unit, int at) { return std::min(total, (total + unit - 1) / unit * at / stage.pieces * unit); };
        if (stage.work == Work::Project) {
            const int pixels = shape.outSize * shape.outSize;
            m_kernels.project(shape, weights, filtered, x, cut(pixels, m_kernels.tileRows, piece),
                              cut(pixels, m_kernels.tileRows, piece + 1), panel, panel + 1, y);
            return;
        }
        const int firstRow = cut(shape.outSize, 1, piece);
        const int lastRow = cut(shape.outSize, 1, piece + 1);
        if (stage.work == Work::Block)
            m_kernels.block(shape, weights, x, firstRow, lastRow, y, scratch(thread));
        else
            m_kernels.filter(shape, weights, x, firstRow, lastRow, panel, panel + 1, filtered, scratch(thread));
    }

    static constexpr int kLeastRows = 7;    ///< of a band
    static constexpr int kItemsAThread = 3; ///< so that no thread waits long for another

    const BlockKernels<T> &m_kernels;
    std::vector<BlockShape> m_shapes;
    std::vector<BlockWeights<T>> m_weights;
    torch::Tensor m_x;
    torch::Tensor m_y;
    torch::Tensor m_means;
    const T *m_lastWeights = nullptr;
    const float *m_lastBias = nullptr;
    std::vector<Stage> m_stages;
    int m_threads;
    size_t m_between = 0; ///< floats
    size_t m_filtered = 0;
    size_t m_scratch = 0;
    float *m_memory = nullptr;
};

FusedBlocks::FusedBlocks(torch::ScalarType type, Padding padding)
    : m_type(type), m_padding(padding), m_blocks(static_cast<size_t>(kBlocks + 2))
{
}

bool FusedBlocks::areFaster(torch::ScalarType type)
{
    return type == torch::kBFloat16 ? kernels::blockKernels16() != nullptr
                                    : type == torch::kFloat32 && kernels::blockKernels32() != nullptr;
}

void FusedBlocks::forget(int first)
{
    for (size_t block = static_cast<size_t>(first == 0 ? 1 : first); block < m_blocks.size(); ++block)
        m_blocks[block] = {};
}

void FusedBlocks::setBlock(int number, const FoldedConvolution &first, const FoldedConvolution &depthwise,
                           const FoldedConvolution &projection, bool adds)
{
    Block &block = m_blocks[static_cast<size_t>(number)];
    if (number == 1)
        block.stem = packed(stemRows(first.weight));
    else
        block.expansion = packed(first.weight);
    block.expansionBias = first.bias.contiguous();
    block.depthwise = depthwise.weight.contiguous();
    block.depthwiseBias = depthwise.bias.contiguous();
    block.projection = packed(projection.weight);
    block.projectionBias = projection.bias.contiguous();
    block.shape.inChannels = static_cast<int>(first.weight.size(1));
    block.shape.hidden = static_cast<int>(first.weight.size(0));
    block.shape.outChannels = static_cast<int>(projection.weight.size(0));
    block.shape.stride = depthwise.stride;
    block.shape.adds = adds;
}

void FusedBlocks::setLast(const FoldedConvolution &last)
{
    m_blocks.back().projection = packed(last.weight);
    m_blocks.back().projectionBias = last.bias.contiguous();
}

torch::Tensor FusedBlocks::packed(const torch::Tensor &weight) const
{
    const int out = static_cast<int>(weight.size(0));
    const int depth = static_cast<int>(weight.numel() / out);
    const torch::Tensor source = weight.contiguous(torch::MemoryFormat::ChannelsLast);
    torch::Tensor result = torch::empty({weight.numel()}, weight.options());
    if (m_type == torch::kBFloat16)
        kernels::packWeights(elements<const Bits16>(source), out, depth, kernels::blockKernels16()->widest, elements<Bits16>(result));
    else
        kernels::packWeights(elements<const float>(source), out, depth, kernels::blockKernels32()->widest, elements<float>(result));
    return result;
}

std::vector<BlockShape> FusedBlocks::shapes(int64_t size, int first, int last) const
{
    const auto outputs = [](int64_t in, SidePadding sides, int stride) {
        return static_cast<int>((in + sides.before + sides.after - 3) / stride + 1);
    };
    std::vector<BlockShape> all;
    for (int number = first; number < last; ++number) {
        BlockShape shape = m_blocks[static_cast<size_t>(number)].shape;
        if (number == 1) {
            const SidePadding sides = sidePadding(m_padding, size, 2);
            shape.stemSize = static_cast<int>(size);
            shape.stemPadBefore = sides.before;
            size = outputs(size, sides, 2);
        }
        const SidePadding sides = sidePadding(m_padding, size, shape.stride);
        shape.size = static_cast<int>(size);
        shape.padBefore = sides.before;
        shape.outSize = outputs(size, sides, shape.stride);
        size = shape.outSize;
        all.push_back(shape);
    }
    return all;
}

torch::Tensor FusedBlocks::run(const torch::Tensor &x, int first, int last)
{
    const std::vector<BlockShape> all = shapes(x.size(2), first, last);
    if (all.empty())
        return x;
    const torch::Tensor y = torch::empty({x.size(0), all.back().outChannels, all.back().outSize, all.back().outSize},
                                         x.options().memory_format(torch::MemoryFormat::ChannelsLast));
    pass(x, first, last, y, torch::Tensor());
    return y;
}

torch::Tensor FusedBlocks::pooledFeatures(const torch::Tensor &x, int first)
{
    const torch::Tensor means = torch::empty({x.size(0), m_blocks.back().projectionBias.numel()}, torch::kFloat32);
    pass(x, first, kBlocks + 1, torch::Tensor(), means);
    return means;
}

void FusedBlocks::pass(const torch::Tensor &x, int first, int last, const torch::Tensor &y, const torch::Tensor &means)
{
    TORCH_CHECK(x.scalar_type() == m_type && x.size(2) == x.size(3), "fused blocks: unexpected photos");
    if (x.size(0) == 0)
        return;
    const torch::Tensor input = x.contiguous(torch::MemoryFormat::ChannelsLast);
    if (m_type == torch::kBFloat16)
        Pass<Bits16>(*this, input, first, last, y, means).run();
    else
        Pass<float>(*this, input, first, last, y, means).run();
}

} // namespace flower
