// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/kernels/BlockKernels.h"
#include "engine/ml/kernels/PointwiseTile.h"

#include <cstdint>
#include <cstring>

// The inverted residual block. Included by one file for each instruction set; see BlockKernels.h for what it computes. What
// the expansion makes is six times as large as the block's input, so it never goes to memory: a band of rows is expanded, a
// panel of channels at a time, into a ring of rows that the first-level cache holds, filtered there, and projected.

namespace {

using flower::kernels::BlockShape;
using flower::kernels::BlockWeights;
using flower::kernels::panelCount;

constexpr int kRingFloats = 8192;     // of one panel
constexpr int kMostPanelChannels = 32;

// Not the standard library's: what it defines here under this file's compile flags, other files could be linked with.
inline int lesser(int a, int b) { return a < b ? a : b; }
inline int greater(int a, int b) { return a > b ? a : b; }
template<typename T>
inline void clear(T *from, std::ptrdiff_t count)
{
    std::memset(from, 0, sizeof(T) * static_cast<std::size_t>(count));
}

/// How a block is cut, and where its scratch memory lies.
class BlockPlan
{
public:
    explicit BlockPlan(const BlockShape &s)
        : columns(s.size + 2), bandRows(lesser(greater((kRingFloats / (columns * kMostPanelChannels) - 2) / s.stride, 1), s.outSize)),
          ringRows((bandRows - 1) * s.stride + 3), stemRingRows(2 * ringRows + 1), stemPitch(3 * (s.stemSize + 3))
    {
        std::size_t at = 0;
        const auto take = [&at](std::ptrdiff_t count) {
            const std::size_t place = at;
            at += (static_cast<std::size_t>(count) + 15) / 16 * 16;
            return place;
        };
        ring = take(std::ptrdiff_t{ringRows} * columns * s.hidden);
        zeros = take(std::ptrdiff_t{columns} * kMostPanelChannels);
        places = take(std::ptrdiff_t{ringRows} * s.size);
        stemRows = take(s.stemSize > 0 ? std::ptrdiff_t{stemRingRows} * stemPitch : 0);
        filtered = take(std::ptrdiff_t{bandRows} * s.outSize * s.hidden);
        floats = at;
    }

    int columns;  ///< of a ring row: one before, one behind
    int bandRows; ///< rows of the result that are computed at once
    int ringRows;
    int stemRingRows;
    int stemPitch;
    std::size_t ring;     ///< [panel][row][column][channel]
    std::size_t zeros;    ///< a row of them
    std::size_t places;   ///< where in the ring each expanded pixel goes, in pixels
    std::size_t stemRows; ///< a ring of rows of pixels, with zeros before and behind
    std::size_t filtered; ///< a band of what the depth-wise convolution gives
    std::size_t floats;
};

/// One output row of N channels: the depth-wise convolution, bias and ReLU6. Neighbouring columns share what they read, and
/// their sums don't wait for each other; what is left at the end of the row goes by half as many. `Width`: of the panel.
template<int N, int Width, int Stride, int AtOnce, typename T>
inline void filterRow(const float *const (&rows)[3], int column, int count, const Lanes<N> (&w)[9], Lanes<N> bias, T *to,
                      std::ptrdiff_t pitch)
{
    using V = Lanes<N>;
    for (; column + AtOnce <= count; column += AtOnce) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(column) * Stride * Width;
        V sums[AtOnce];
        FLOWER_UNROLL
        for (int c = 0; c < AtOnce; ++c)
            sums[c] = bias;
        FLOWER_UNROLL
        for (int r = 0; r < 3; ++r) {
            constexpr int kSeen = (AtOnce - 1) * Stride + 3;
            FLOWER_UNROLL
            for (int s = 0; s < kSeen; ++s) {
                const V seen = V::load(rows[r] + at + s * Width);
                FLOWER_UNROLL
                for (int tap = 0; tap < 3; ++tap) {
                    if ((s - tap) % Stride == 0 && s >= tap && (s - tap) / Stride < AtOnce)
                        sums[(s - tap) / Stride].addProduct(seen, w[3 * r + tap]);
                }
            }
        }
        FLOWER_UNROLL
        for (int c = 0; c < AtOnce; ++c)
            sums[c].clampedTo6().store(to + (column + c) * pitch);
    }
    if constexpr (AtOnce > 1)
        filterRow<N, Width, Stride, AtOnce / 2>(rows, column, count, w, bias, to, pitch);
}

/// One block at work on one image: expands and filters rows, in their order.
template<typename Size, typename T>
class BlockPass
{
public:
    BlockPass(const BlockShape &s, const BlockWeights<T> &weights, const T *x, int firstRow, float *scratch)
        : m_shape(s), m_plan(s), m_weights(weights), m_x(x), m_scratch(scratch),
          m_expanded(greater(0, firstRow * s.stride - s.padBefore))
    {
        clear(scratch + m_plan.zeros, std::ptrdiff_t{m_plan.columns} * kMostPanelChannels);
    }

    /// The columns outside of the image, for some panels.
    void clearEdges(int firstPanel, int lastPanel)
    {
        for (int index = firstPanel; index < lastPanel; ++index) {
            const Panel panel = panelAt(m_shape.hidden, Size::kWidest, index);
            for (int row = 0; row < m_plan.ringRows; ++row) {
                float *const first = ringRow(panel, row);
                clear(first, panel.width);
                clear(first + std::ptrdiff_t{m_plan.columns - 1} * panel.width, panel.width);
            }
        }
    }

    /// The rows [firstRow, lastRow) of the filtered image, at most bandRows, for some panels. `to` is where the first goes.
    void filter(int firstRow, int lastRow, int firstPanel, int lastPanel, T *to)
    {
        const int needed = lesser(m_shape.size, (lastRow - 1) * m_shape.stride - m_shape.padBefore + 3);
        const int from = lesser(m_expanded, needed);
        setPlaces(from, needed);
        if (m_weights.stem)
            copyStemRows(from, needed);
        for (int index = firstPanel; index < lastPanel; ++index) {
            const Panel panel = panelAt(m_shape.hidden, Size::kWidest, index);
            if (m_weights.stem)
                expandStem(from, needed, panel);
            else
                expand(from, needed, panel);
            for (int row = firstRow; row < lastRow; ++row)
                filterPanel(row, panel, to + std::ptrdiff_t{row - firstRow} * m_shape.outSize * m_shape.hidden + panel.first);
        }
        m_expanded = needed;
    }

    [[nodiscard]] const BlockPlan &plan() const { return m_plan; }
    [[nodiscard]] T *filteredBand() const { return reinterpret_cast<T *>(m_scratch + m_plan.filtered); }

private:
    [[nodiscard]] float *ringOf(const Panel &panel) const
    {
        return m_scratch + m_plan.ring + std::ptrdiff_t{m_plan.ringRows} * m_plan.columns * panel.first;
    }
    [[nodiscard]] float *ringRow(const Panel &panel, int row) const
    {
        return ringOf(panel) + std::ptrdiff_t{row % m_plan.ringRows} * m_plan.columns * panel.width;
    }

    void setPlaces(int from, int to)
    {
        std::int32_t *place = places();
        for (int row = from; row < to; ++row) {
            const int first = (row % m_plan.ringRows) * m_plan.columns + 1;
            for (int column = 0, count = m_shape.size; column < count; ++column)
                *place++ = first + column;
        }
    }
    [[nodiscard]] std::int32_t *places() const { return reinterpret_cast<std::int32_t *>(m_scratch + m_plan.places); }

    void expand(int from, int to, const Panel &panel)
    {
        const ImagePixels<T> pixels{{m_x + std::ptrdiff_t{from} * m_shape.size * m_shape.inChannels}, m_shape.inChannels, m_shape.inChannels};
        multiply<Size>(pixels, (to - from) * m_shape.size, panel, m_weights.expansion, m_weights.expansionBias,
                       [ring = ringOf(panel), width = panel.width, places = places()](int pixel, int lane, const auto &sum) {
                           sum.clampedTo6().store(ring + std::ptrdiff_t{places[pixel]} * width + lane);
                       });
    }

    [[nodiscard]] T *stemRow(int row) const
    {
        return reinterpret_cast<T *>(m_scratch + m_plan.stemRows)
            + std::ptrdiff_t{(row + 1) % m_plan.stemRingRows} * m_plan.stemPitch;
    }

    /// The pixels that the expanded rows [from, to) look at.
    void copyStemRows(int from, int to)
    {
        const int before = 3 * m_shape.stemPadBefore;
        const int count = 3 * m_shape.stemSize;
        for (int row = greater(m_copied, 2 * from - m_shape.stemPadBefore); row < 2 * to + 1 - m_shape.stemPadBefore; ++row) {
            T *const copy = stemRow(row);
            m_copied = row + 1;
            if (row < 0 || row >= m_shape.stemSize) {
                clear(copy, m_plan.stemPitch);
                continue;
            }
            clear(copy, before);
            std::memcpy(copy + before, m_x + std::ptrdiff_t{row} * count, sizeof(T) * static_cast<std::size_t>(count));
            clear(copy + before + count, m_plan.stemPitch - before - count);
        }
    }

    void expandStem(int from, int to, const Panel &panel)
    {
        for (int row = from; row < to; ++row) {
            const int top = 2 * row - m_shape.stemPadBefore;
            const StemPixels<T> pixels{{stemRow(top), stemRow(top + 1), stemRow(top + 2)}, flower::kernels::kStemDepth<T>};
            multiply<Size>(pixels, m_shape.size, panel, m_weights.stem, m_weights.expansionBias,
                           [to = ringRow(panel, row) + panel.width, width = panel.width](int pixel, int lane, const auto &sum) {
                               sum.clampedTo6().store(to + std::ptrdiff_t{pixel} * width + lane);
                           });
        }
    }

    void filterPanel(int row, const Panel &panel, T *to)
    {
        const int top = row * m_shape.stride - m_shape.padBefore;
        const float *rows[3];
        for (int tap = 0; tap < 3; ++tap) {
            const bool inside = top + tap >= 0 && top + tap < m_shape.size;
            const float *first = inside ? ringRow(panel, top + tap) : m_scratch + m_plan.zeros;
            rows[tap] = first + std::ptrdiff_t{1 - m_shape.padBefore} * panel.width;
        }
        forWidth<Size>(panel.width, [&](auto lanes, auto width) {
            constexpr int kLanes = decltype(lanes)::value;
            constexpr int kWidth = decltype(width)::value;
            for (int lane = 0; lane + kLanes <= kWidth; lane += kLanes)
                filterLanes<kLanes, kWidth>(rows, panel, lane, to);
            if constexpr (kWidth % kLanes != 0)
                filterLanes<8, kWidth>(rows, panel, kWidth - 8, to);
        });
    }

    template<int N, int Width>
    void filterLanes(const float *const (&rows)[3], const Panel &panel, int lane, T *to)
    {
        constexpr int kAtOnce = Size::kRows > 7 ? 7 : 4; // with nine weights, what the registers hold
        const float *const from[3] = {rows[0] + lane, rows[1] + lane, rows[2] + lane};
        Lanes<N> w[9];
        FLOWER_UNROLL
        for (int tap = 0; tap < 9; ++tap)
            w[tap] = Lanes<N>::load(m_weights.depthwise + std::ptrdiff_t{tap} * m_shape.hidden + panel.first + lane);
        const auto bias = Lanes<N>::load(m_weights.depthwiseBias + panel.first + lane);
        if (m_shape.stride == 1)
            filterRow<N, Width, 1, kAtOnce>(from, 0, m_shape.outSize, w, bias, to + lane, m_shape.hidden);
        else
            filterRow<N, Width, 2, kAtOnce>(from, 0, m_shape.outSize, w, bias, to + lane, m_shape.hidden);
    }

    BlockShape m_shape;
    BlockPlan m_plan;
    BlockWeights<T> m_weights;
    const T *m_x;
    float *m_scratch;
    int m_expanded;    ///< the next row that goes into the ring
    int m_copied = -1; ///< the next row of pixels that goes into the stem's ring
};

/// `count` pixels from `filtered` on; x and y stand at the first of them.
template<typename Size, typename T>
void projectPixels(const BlockShape &s, const BlockWeights<T> &weights, const T *filtered, const T *x, int count, int firstPanel,
                   int lastPanel, T *y)
{
    const ImagePixels<T> pixels{{filtered}, s.hidden, s.hidden};
    for (int index = firstPanel; index < lastPanel; ++index) {
        const Panel panel = panelAt(s.outChannels, Size::kWidest, index);
        const auto place = [&panel, channels = s.outChannels](int pixel, int lane) {
            return std::ptrdiff_t{pixel} * channels + panel.first + lane;
        };
        if (s.adds) {
            multiply<Size>(pixels, count, panel, weights.projection, weights.projectionBias, [=](int pixel, int lane, const auto &sum) {
                auto total = sum;
                total.add(std::decay_t<decltype(sum)>::load(x + place(pixel, lane)));
                total.store(y + place(pixel, lane));
            });
        } else {
            multiply<Size>(pixels, count, panel, weights.projection, weights.projectionBias,
                           [=](int pixel, int lane, const auto &sum) { sum.store(y + place(pixel, lane)); });
        }
    }
}

template<typename Size, typename T>
struct Block {
    static std::size_t scratchFloats(const BlockShape &s) { return BlockPlan(s).floats; }

    static void block(const BlockShape &s, const BlockWeights<T> &weights, const T *x, int firstRow, int lastRow, T *y, float *scratch)
    {
        BlockPass<Size, T> pass(s, weights, x, firstRow, scratch);
        const int panels = panelCount(s.hidden, Size::kWidest);
        pass.clearEdges(0, panels);
        for (int row = firstRow; row < lastRow; row += pass.plan().bandRows) {
            const int end = lesser(lastRow, row + pass.plan().bandRows);
            pass.filter(row, end, 0, panels, pass.filteredBand());
            const std::ptrdiff_t at = std::ptrdiff_t{row} * s.outSize * s.outChannels;
            projectPixels<Size>(s, weights, static_cast<const T *>(pass.filteredBand()), x + (s.adds ? at : 0),
                                (end - row) * s.outSize, 0, panelCount(s.outChannels, Size::kWidest), y + at);
        }
    }

    static void filter(const BlockShape &s, const BlockWeights<T> &weights, const T *x, int firstRow, int lastRow, int firstPanel,
                       int lastPanel, T *filtered, float *scratch)
    {
        BlockPass<Size, T> pass(s, weights, x, firstRow, scratch);
        pass.clearEdges(firstPanel, lastPanel);
        for (int row = firstRow; row < lastRow; row += pass.plan().bandRows) {
            const int end = lesser(lastRow, row + pass.plan().bandRows);
            pass.filter(row, end, firstPanel, lastPanel, filtered + std::ptrdiff_t{row} * s.outSize * s.hidden);
        }
    }

    static void project(const BlockShape &s, const BlockWeights<T> &weights, const T *filtered, const T *x, int firstPixel,
                        int lastPixel, int firstPanel, int lastPanel, T *y)
    {
        const std::ptrdiff_t at = std::ptrdiff_t{firstPixel} * s.outChannels;
        projectPixels<Size>(s, weights, filtered + std::ptrdiff_t{firstPixel} * s.hidden, x + (s.adds ? at : 0),
                            lastPixel - firstPixel, firstPanel, lastPanel, y + at);
    }

    static void pooled(const T *x, int pixels, int inChannels, int outChannels, const T *weights, const float *bias, int firstPanel,
                       int lastPanel, float *means)
    {
        const float share = 1.0f / static_cast<float>(pixels);
        for (int index = firstPanel; index < lastPanel; ++index) {
            const Panel panel = panelAt(outChannels, Size::kWidest, index);
            float *const sums = means + panel.first;
            clear(sums, panel.width);
            multiply<Size>(ImagePixels<T>{{x}, inChannels, inChannels}, pixels, panel, weights, bias, [=](int, int lane, const auto &sum) {
                auto total = std::decay_t<decltype(sum)>::load(sums + lane);
                total.add(sum.clampedTo6());
                total.store(sums + lane);
            });
            for (int lane = 0; lane < panel.width; ++lane)
                sums[lane] *= share;
        }
    }

    template<typename Kernels>
    static constexpr Kernels kernels()
    {
        return {Size::kWidest, Size::kRows, &scratchFloats, &block, &filter, &project, &pooled};
    }
};

} // namespace
