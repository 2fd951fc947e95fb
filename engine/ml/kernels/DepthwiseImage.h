// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/kernels/DepthwiseKernels.h"
#include "engine/ml/kernels/Lanes.h"

#include <cstddef>
#include <type_traits>

// The depth-wise kernels themselves. Included by one file for each instruction set, with its number of lanes; see
// DepthwiseKernels.h for what they compute. Memory is read row by row, all channels at once, as it lies. Each row is widened
// to float on the way and sorted into blocks of channels, so that the inner loops walk along a row inside the first-level
// cache; a ring keeps the rows that are still needed. A column of zeros on either side takes the edges out of the loops.

namespace {

using flower::kernels::DepthwiseShape;

constexpr int kRing = 4;          // rows
constexpr int kBlockChannels = 32; // a cache line of bfloat16

/// Calls work(first channel, channels, lanes) for blocks of 32 and a rest of 16 and 8; registers of N lanes, 8 in eights.
template<int N, typename Work>
inline void forBlocks(int channels, Work &&work)
{
    int channel = 0;
    for (; channel + kBlockChannels <= channels; channel += kBlockChannels)
        work(channel, kBlockChannels, Lanes<N>{});
    if (channel + 16 <= channels) {
        work(channel, 16, Lanes<N>{});
        channel += 16;
    }
    if (channel < channels)
        work(channel, 8, Lanes<8>{});
}

/// Rows as floats. A block of channels that starts at channel c stands at c · (columns + 3): first the column −1.
class RowRing
{
public:
    RowRing(float *memory, int columns, int channels)
        : m_memory(memory), m_columns(columns + 3), m_pitch(static_cast<std::ptrdiff_t>(m_columns) * channels)
    {
        std::memset(m_memory, 0, sizeof(float) * static_cast<std::size_t>((kRing + 1) * m_pitch));
    }
    /// A row; `index` −1 stands for the row of zeros.
    [[nodiscard]] float *row(int index) const { return m_memory + (index < 0 ? kRing : index % kRing) * m_pitch; }
    /// Where column 0 of a block stands in a row, in floats.
    [[nodiscard]] std::ptrdiff_t block(int channel, int lanes) const
    {
        return static_cast<std::ptrdiff_t>(channel) * m_columns + lanes;
    }
    /// Behind the ring: room for one more row.
    [[nodiscard]] float *spare() const { return m_memory + (kRing + 1) * m_pitch; }

private:
    float *m_memory;
    int m_columns;
    std::ptrdiff_t m_pitch;
};

/// Reads a row of pixels, all channels; `value(offset, lanes)` gives the floats at an offset from the row's beginning.
template<int N, typename Value>
inline void fillRow(const RowRing &ring, float *row, int columns, int channels, Value &&value)
{
    for (int column = 0; column < columns; ++column) {
        const std::ptrdiff_t pixel = static_cast<std::ptrdiff_t>(column) * channels;
        forBlocks<N>(channels, [&](int channel, int lanes, auto v) {
            constexpr int kLanes = decltype(v)::kCount;
            float *to = row + ring.block(channel, lanes) + column * lanes;
            for (int lane = 0; lane < lanes; lane += kLanes)
                value(pixel + channel + lane, v).store(to + lane);
        });
    }
}

template<typename T, int N>
void forward(const DepthwiseShape &s, int firstRow, int lastRow, const T *x, const float *weights, const float *bias, T *y,
             float *scratch)
{
    const RowRing ring(scratch, s.width, s.channels);
    const int top0 = firstRow * s.stride - s.padBefore;
    int filled = top0 > 0 ? top0 : 0; // the next input row that goes into the ring
    for (int out = firstRow; out < lastRow; ++out) {
        const int top = out * s.stride - s.padBefore;
        for (; filled < s.height && filled <= top + 2; ++filled) {
            const T *from = x + static_cast<std::ptrdiff_t>(filled) * s.width * s.channels;
            fillRow<N>(ring, ring.row(filled), s.width, s.channels,
                       [from](std::ptrdiff_t at, auto v) { return decltype(v)::load(from + at); });
        }
        const float *rows[3];
        for (int tap = 0; tap < 3; ++tap)
            rows[tap] = ring.row(top + tap < s.height ? top + tap : -1);
        T *to = y + static_cast<std::ptrdiff_t>(out) * s.outWidth * s.channels;
        forBlocks<N>(s.channels, [&](int channel, int lanes, auto v) {
            using V = decltype(v);
            const std::ptrdiff_t block = ring.block(channel, lanes) - s.padBefore * lanes;
            for (int lane = 0; lane < lanes; lane += V::kCount) {
                V w[9];
                for (int tap = 0; tap < 9; ++tap)
                    w[tap] = V::load(weights + tap * s.channels + channel + lane);
                const V b = V::load(bias + channel + lane);
                const float *const row0 = rows[0] + block + lane;
                const float *const row1 = rows[1] + block + lane;
                const float *const row2 = rows[2] + block + lane;
                T *result = to + channel + lane;
                const int step = s.stride * lanes;
                for (int column = 0, at = 0; column < s.outWidth; ++column, at += step, result += s.channels) {
                    V sum0 = b;
                    V sum1 = V::zero();
                    V sum2 = V::zero();
                    for (int tap = 0; tap < 3; ++tap) {
                        sum0.addProduct(V::load(row0 + at + tap * lanes), w[tap]);
                        sum1.addProduct(V::load(row1 + at + tap * lanes), w[3 + tap]);
                        sum2.addProduct(V::load(row2 + at + tap * lanes), w[6 + tap]);
                    }
                    sum0.add(sum1);
                    sum0.add(sum2);
                    (s.rectified ? sum0.clampedTo6() : sum0).store(result);
                }
            }
        });
    }
}

/// The taps along one axis that reach an output pixel from input position `at`, and which.
inline int tapsAt(const DepthwiseShape &s, int at, int *taps, int *outputs)
{
    int count = 0;
    for (int tap = 0; tap < 3; ++tap) {
        const int shifted = at + s.padBefore - tap;
        if ((shifted % s.stride + s.stride) % s.stride == 0) {
            taps[count] = tap;
            outputs[count++] = shifted >= 0 ? shifted / s.stride : -1;
        }
    }
    return count;
}

/// The taps of one input row that look at output rows, and those of every stride-th column from `firstColumn` on.
struct Taps {
    int rows[3];        ///< tap rows
    int outRows[3];     ///< the output row that each looks at; may lie outside
    int columns[3];
    int outColumns[3];  ///< for `firstColumn`; the next of ours looks one further
    int firstColumn;
};

/// gradX of one row, and what the row adds to the sums of the taps. `x` is the row as floats.
template<typename T, typename V, int Rows, int Columns>
inline void backwardRow(const DepthwiseShape &s, const RowRing &ring, const Taps &taps, const float *x, const float *weights,
                        T *gradX, float *sums, int channel, int lanes)
{
    const std::ptrdiff_t block = ring.block(channel, lanes);
    for (int lane = 0; lane < lanes; lane += V::kCount) {
        V w[Rows * Columns];
        V gradW[Rows * Columns];
        const float *gradients[Rows];
        for (int r = 0; r < Rows; ++r) {
            gradients[r] = ring.row(taps.outRows[r] < s.outHeight ? taps.outRows[r] : -1) + block + lane;
            for (int c = 0; c < Columns; ++c) {
                const int at = (3 * taps.rows[r] + taps.columns[c]) * s.channels + channel + lane;
                w[r * Columns + c] = V::load(weights + at);
                gradW[r * Columns + c] = V::load(sums + at);
            }
        }
        int offset = 0; // of the output column at hand from that of the first
        for (int column = taps.firstColumn; column < s.width; column += s.stride, offset += lanes) {
            const V input = V::load(x + block + column * lanes + lane);
            V partial[Rows];
            for (int r = 0; r < Rows; ++r) {
                partial[r] = V::zero();
                for (int c = 0; c < Columns; ++c) {
                    const V gradient = V::load(gradients[r] + taps.outColumns[c] * lanes + offset);
                    partial[r].addProduct(gradient, w[r * Columns + c]);
                    gradW[r * Columns + c].addProduct(gradient, input);
                }
            }
            for (int r = 1; r < Rows; ++r)
                partial[0].add(partial[r]);
            partial[0].gatedBy(input).store(gradX + static_cast<std::ptrdiff_t>(column) * s.channels + channel + lane);
        }
        for (int r = 0; r < Rows; ++r) {
            for (int c = 0; c < Columns; ++c)
                gradW[r * Columns + c].store(sums + (3 * taps.rows[r] + taps.columns[c]) * s.channels + channel + lane);
        }
    }
}

template<typename T, int N>
void backward(const DepthwiseShape &s, const T *gradY, const T *y, const T *x, const float *weights, T *gradX, float *sums,
              float *scratch)
{
    const int widest = s.width > s.outWidth ? s.width : s.outWidth;
    const RowRing ring(scratch, widest, s.channels);
    std::memset(sums, 0, sizeof(float) * 10 * static_cast<std::size_t>(s.channels));
    float *biasSums = sums + 9 * static_cast<std::ptrdiff_t>(s.channels);
    int filled = 0; // output rows that went into the ring
    for (int in = 0; in < s.height; ++in) {
        Taps taps;
        const int rowCount = tapsAt(s, in, taps.rows, taps.outRows);
        for (; filled < s.outHeight && filled <= (in + s.padBefore) / s.stride; ++filled) {
            const std::ptrdiff_t row = static_cast<std::ptrdiff_t>(filled) * s.outWidth * s.channels;
            fillRow<N>(ring, ring.row(filled), s.outWidth, s.channels, [&](std::ptrdiff_t at, auto v) {
                using V = decltype(v);
                V gradient = V::load(gradY + row + at);
                if (s.rectified)
                    gradient = gradient.gatedBy(V::load(y + row + at));
                float *sum = biasSums + at % s.channels;
                V total = V::load(sum);
                total.add(gradient);
                total.store(sum);
                return gradient;
            });
        }
        const std::ptrdiff_t offset = static_cast<std::ptrdiff_t>(in) * s.width * s.channels;
        fillRow<N>(ring, ring.spare(), s.width, s.channels,
                   [from = x + offset](std::ptrdiff_t at, auto v) { return decltype(v)::load(from + at); });
        for (taps.firstColumn = 0; taps.firstColumn < s.stride && taps.firstColumn < s.width; ++taps.firstColumn) {
            const int columnCount = tapsAt(s, taps.firstColumn, taps.columns, taps.outColumns);
            forBlocks<N>(s.channels, [&](int channel, int lanes, auto v) {
                const auto run = [&](auto rows, auto columns) {
                    backwardRow<T, decltype(v), decltype(rows)::value, decltype(columns)::value>(
                        s, ring, taps, ring.spare(), weights, gradX + offset, sums, channel, lanes);
                };
                using One = std::integral_constant<int, 1>;
                using Two = std::integral_constant<int, 2>;
                using Three = std::integral_constant<int, 3>;
                if (rowCount == 3)
                    run(Three{}, Three{});
                else if (rowCount == 2 && columnCount == 2)
                    run(Two{}, Two{});
                else if (rowCount == 2)
                    run(Two{}, One{});
                else if (columnCount == 2)
                    run(One{}, Two{});
                else
                    run(One{}, One{});
            });
        }
    }
}

} // namespace
