// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/kernels/BlockKernels.h"
#include "engine/ml/kernels/Lanes.h"

#include <cstddef>
#include <type_traits>

#ifdef __AVX512F__
#include <immintrin.h>
#endif

// Products of pixels and packed weights, the inside of a 1 × 1 convolution. Included by one file for each instruction set. A
// tile of pixels × channels stays in registers while the input's channels pass by once.

#if defined(__clang__)
#define FLOWER_UNROLL _Pragma("unroll")
#define FLOWER_OUTLINE __attribute__((noinline))
#elif defined(__GNUC__)
#define FLOWER_UNROLL _Pragma("GCC unroll 16")
#define FLOWER_OUTLINE __attribute__((noinline))
#else
#define FLOWER_UNROLL
#define FLOWER_OUTLINE
#endif

namespace {

using flower::kernels::Bits16;
using flower::kernels::Panel;
using flower::kernels::panelAt;

/// Pixels of an image: `pitch` apart, `depth` channels.
template<typename T>
struct ImagePixels {
    using Element = T;
    static constexpr int kParts = 1;
    const T *parts[kParts];
    std::ptrdiff_t pitch;
    int depth;
};

/// What the stem looks at, which lies in three rows, and strides over two pixels of three channels.
template<typename T>
struct StemPixels {
    using Element = T;
    static constexpr int kParts = 3;
    const T *parts[kParts];
    static constexpr std::ptrdiff_t pitch = 6;
    int depth; // not a constant, for which GCC unrolls all and runs out of registers
};

/// The first eight lanes, for the last register of a panel of 24.
template<int N>
inline Lanes<8> firstEight(const Lanes<N> &whole)
{
    if constexpr (N == 8)
        return whole;
#ifdef __AVX512F__
    else // not a copy of memory, for which GCC would keep the sums there
        return {__builtin_shufflevector(whole.v, whole.v, 0, 1, 2, 3, 4, 5, 6, 7)};
#endif
}
template<int N>
inline Lanes<N> loadEight(const float *p)
{
    if constexpr (N == 8)
        return Lanes<N>::load(p);
#ifdef __AVX512F__
    else
        return {(typename Lanes<N>::Floats)_mm512_maskz_loadu_ps(0xff, p)};
#endif
}

/// What one step along the depth multiplies: one channel of a pixel as it is, and all of a panel's weights for it.
template<int N, typename T>
struct Step;

template<int N>
struct Step<N, float> {
    static constexpr int kDepth = 1;
    using V = Lanes<N>;
    static V weights(const float *p) { return V::load(p); }
    static V eightWeights(const float *p) { return loadEight<N>(p); }
    static V pixel(const float *p) { return V::all(*p); }
    static void add(V &sum, const V &pixel, const V &weights) { sum.addProduct(pixel, weights); }
};

#ifdef __AVX512BF16__
/// Two channels at a time, which is what the processor multiplies.
template<>
struct Step<16, Bits16> {
    static constexpr int kDepth = 2;
    static __m512i weights(const Bits16 *p) { return _mm512_loadu_si512(p); }
    static __m512i eightWeights(const Bits16 *p) { return _mm512_maskz_loadu_epi32(0xff, p); }
    static __m512i pixel(const Bits16 *p)
    {
        int pair;
        std::memcpy(&pair, p, sizeof pair);
        return _mm512_set1_epi32(pair);
    }
    static void add(Lanes<16> &sum, __m512i pixel, __m512i weights)
    {
        sum.v = (Lanes<16>::Floats)_mm512_dpbf16_ps((__m512)sum.v, (__m512bh)pixel, (__m512bh)weights);
    }
};
template<>
struct Step<8, Bits16> {
    static constexpr int kDepth = 2;
    static __m256i weights(const Bits16 *p) { return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(p)); }
    static __m256i pixel(const Bits16 *p)
    {
        int pair;
        std::memcpy(&pair, p, sizeof pair);
        return _mm256_set1_epi32(pair);
    }
    static void add(Lanes<8> &sum, __m256i pixel, __m256i weights)
    {
        sum.v = (Lanes<8>::Floats)_mm256_dpbf16_ps((__m256)sum.v, (__m256bh)pixel, (__m256bh)weights);
    }
};
#endif

/// Rows pixels by Width channels, in registers of N lanes; `store(row, lane, sum)` takes the results.
template<int N, int Rows, int Width, typename Pixels, typename T, typename Store>
FLOWER_OUTLINE void tile(const Pixels &pixels, int row, const T *weights, const float *bias, const Store &store)
{
    using S = Step<N, T>;
    using V = Lanes<N>;
    constexpr int kVectors = (Width + N - 1) / N;
    constexpr bool kEndsHalf = Width % N != 0;
    V sums[Rows][kVectors];
    FLOWER_UNROLL
    for (int v = 0; v < kVectors; ++v) {
        V first;
        if constexpr (kEndsHalf)
            first = v == kVectors - 1 ? loadEight<N>(bias + v * N) : V::load(bias + v * N);
        else
            first = V::load(bias + v * N);
        FLOWER_UNROLL
        for (int r = 0; r < Rows; ++r)
            sums[r][v] = first;
    }
    const std::ptrdiff_t pitch = pixels.pitch;
    for (int part = 0; part < Pixels::kParts; ++part) {
        const T *x = pixels.parts[part] + row * pitch;
        for (int k = 0; k < pixels.depth; k += S::kDepth, x += S::kDepth, weights += Width * S::kDepth) {
            decltype(S::weights(weights)) w[kVectors];
            FLOWER_UNROLL
            for (int v = 0; v < kVectors; ++v) {
                if constexpr (kEndsHalf)
                    w[v] = v == kVectors - 1 ? S::eightWeights(weights + v * N * S::kDepth) : S::weights(weights + v * N * S::kDepth);
                else
                    w[v] = S::weights(weights + v * N * S::kDepth);
            }
            FLOWER_UNROLL
            for (int r = 0; r < Rows; ++r) {
                const auto pixel = S::pixel(x + r * pitch);
                FLOWER_UNROLL
                for (int v = 0; v < kVectors; ++v)
                    S::add(sums[r][v], pixel, w[v]);
            }
        }
    }
    FLOWER_UNROLL
    for (int r = 0; r < Rows; ++r) {
        FLOWER_UNROLL
        for (int v = 0; v < Width / N; ++v)
            store(row + r, v * N, sums[r][v]);
        if constexpr (kEndsHalf)
            store(row + r, Width - 8, firstEight(sums[r][kVectors - 1]));
    }
}

/// Tiles of Rows pixels as long as they fit, then of half as many, and so on.
template<int N, int Rows, int Width, typename Pixels, typename T, typename Store>
inline void tiles(const Pixels &pixels, int row, int count, const T *weights, const float *bias, const Store &store)
{
    for (; count - row >= Rows; row += Rows)
        tile<N, Rows, Width>(pixels, row, weights, bias, store);
    if constexpr (Rows > 1)
        tiles<N, Rows / 2, Width>(pixels, row, count, weights, bias, store);
}

/// How many lanes and pixels each instruction set computes at once. Two registers of lanes make its widest panel.
template<int Lanes, int Rows>
struct TileSize {
    static constexpr int kLanes = Lanes;
    static constexpr int kRows = Rows;
    static constexpr int kWidest = 2 * Lanes;
};

/// Calls work(lanes of a register, width) with constants for a panel's width.
template<typename Size, typename Work>
inline void forWidth(int width, const Work &work)
{
    constexpr int kLanes = Size::kLanes;
    if (width == 2 * kLanes) {
        work(std::integral_constant<int, kLanes>{}, std::integral_constant<int, 2 * kLanes>{});
    } else if (width == 8) {
        work(std::integral_constant<int, 8>{}, std::integral_constant<int, 8>{});
    } else if constexpr (kLanes == 16) {
        if (width == 16)
            work(std::integral_constant<int, 16>{}, std::integral_constant<int, 16>{});
        else
            work(std::integral_constant<int, 16>{}, std::integral_constant<int, 24>{});
    }
}

/// One panel of `count` pixels; `store(pixel, lane, sum)`, where lane counts from the panel's first channel.
template<typename Size, typename Pixels, typename Store>
inline void multiply(const Pixels &pixels, int count, const Panel &panel, const typename Pixels::Element *packed, const float *bias,
                     const Store &store)
{
    const auto *weights = packed + static_cast<std::ptrdiff_t>(panel.first) * pixels.depth * Pixels::kParts;
    bias += panel.first;
    forWidth<Size>(panel.width, [&](auto lanes, auto width) {
        tiles<decltype(lanes)::value, Size::kRows, decltype(width)::value>(pixels, 0, count, weights, bias, store);
    });
}

} // namespace
