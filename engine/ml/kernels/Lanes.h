// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>

#ifdef __AVX2__
#include <immintrin.h>
#endif

// A few floats side by side. Internal to the kernels: each of their files includes it under its own compile flags, so all
// of it lies in an unnamed namespace.

namespace {

#if defined(__GNUC__)

// Spelt out for each length, since GCC doesn't take these types as vectors where their length is a template's parameter.
template<int N>
struct VectorTypes;
template<>
struct VectorTypes<8> {
    typedef float Floats __attribute__((vector_size(32)));
    typedef std::int32_t Ints __attribute__((vector_size(32)));
    typedef std::uint32_t Bits __attribute__((vector_size(32)));
    typedef std::uint16_t Halves __attribute__((vector_size(16)));
};
template<>
struct VectorTypes<16> {
    typedef float Floats __attribute__((vector_size(64)));
    typedef std::int32_t Ints __attribute__((vector_size(64)));
    typedef std::uint32_t Bits __attribute__((vector_size(64)));
    typedef std::uint16_t Halves __attribute__((vector_size(32)));
};

/// N floats in one or more vector registers (GCC's and Clang's vector extension).
template<int N>
struct Lanes {
    using Floats = typename VectorTypes<N>::Floats;
    using Ints = typename VectorTypes<N>::Ints;
    using Bits = typename VectorTypes<N>::Bits;
    using Halves = typename VectorTypes<N>::Halves;
    static constexpr int kCount = N;
    Floats v;

    static Lanes zero() { return {Floats{}}; }
    static Lanes all(float value) { return {value - Floats{}}; } // minus: adding zero would not be the same for −0
    static Lanes load(const float *p)
    {
        Lanes r;
        std::memcpy(&r.v, p, sizeof r.v);
        return r;
    }
    static Lanes load(const std::uint16_t *p)
    {
        Halves h;
        std::memcpy(&h, p, sizeof h);
        const Bits b = __builtin_convertvector(h, Bits) << 16;
        return {(Floats)b};
    }
    void store(float *p) const { std::memcpy(p, &v, sizeof v); }
    /// Rounds to nearest, ties to even.
    void store(std::uint16_t *p) const
    {
#ifdef __AVX512BF16__
        if constexpr (N == 16) {
            const __m256bh rounded = _mm512_cvtneps_pbh((__m512)v);
            std::memcpy(p, &rounded, sizeof rounded);
            return;
        }
#endif
        const Bits b = (Bits)v;
        const Halves h = __builtin_convertvector((b + 0x7fffu + ((b >> 16) & 1u)) >> 16, Halves);
        std::memcpy(p, &h, sizeof h);
    }
    void addProduct(Lanes a, Lanes b) { v += a.v * b.v; }
    void add(Lanes a) { v += a.v; }
    [[nodiscard]] Lanes clampedTo6() const
    {
        // GCC makes a comparison and a choice of what is one instruction. (The forms with a mask of all ones are the same
        // instructions; GCC 12 warns about the plain ones.)
#ifdef __AVX512F__
        if constexpr (N == 16) {
            const __m512 positive = _mm512_maskz_max_ps(0xffff, (__m512)v, _mm512_setzero_ps());
            return {(Floats)_mm512_maskz_min_ps(0xffff, positive, _mm512_set1_ps(6.0f))};
        }
#endif
#ifdef __AVX2__
        if constexpr (N == 8) {
            const __m256 positive = _mm256_max_ps((__m256)v, _mm256_setzero_ps());
            return {(Floats)_mm256_min_ps(positive, _mm256_set1_ps(6.0f))};
        }
#endif
        const Floats low = v > 0.0f ? v : Floats{};
        const Floats six = Floats{} + 6.0f;
        return {low < six ? low : six};
    }
    /// This where 0 < gate < 6, else 0.
    [[nodiscard]] Lanes gatedBy(Lanes gate) const
    {
        const Ints open = (gate.v > 0.0f) & (gate.v < 6.0f);
        return {(Floats)((Ints)v & open)};
    }
};

#else

template<int N>
struct Lanes {
    static constexpr int kCount = N;
    float v[N];

    static Lanes zero() { return {}; }
    static Lanes all(float value)
    {
        Lanes r;
        for (int i = 0; i < N; ++i)
            r.v[i] = value;
        return r;
    }
    static Lanes load(const float *p)
    {
        Lanes r;
        std::memcpy(r.v, p, sizeof r.v);
        return r;
    }
    static Lanes load(const std::uint16_t *p)
    {
        Lanes r;
        for (int i = 0; i < N; ++i) {
            const std::uint32_t bits = std::uint32_t{p[i]} << 16;
            std::memcpy(&r.v[i], &bits, 4);
        }
        return r;
    }
    void store(float *p) const { std::memcpy(p, v, sizeof v); }
    void store(std::uint16_t *p) const
    {
        for (int i = 0; i < N; ++i) {
            std::uint32_t bits;
            std::memcpy(&bits, &v[i], 4);
            p[i] = static_cast<std::uint16_t>((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16);
        }
    }
    void addProduct(const Lanes &a, const Lanes &b)
    {
        for (int i = 0; i < N; ++i)
            v[i] += a.v[i] * b.v[i];
    }
    void add(const Lanes &a)
    {
        for (int i = 0; i < N; ++i)
            v[i] += a.v[i];
    }
    [[nodiscard]] Lanes clampedTo6() const
    {
        Lanes r;
        for (int i = 0; i < N; ++i)
            r.v[i] = v[i] > 0.0f ? (v[i] < 6.0f ? v[i] : 6.0f) : 0.0f;
        return r;
    }
    [[nodiscard]] Lanes gatedBy(const Lanes &gate) const
    {
        Lanes r;
        for (int i = 0; i < N; ++i)
            r.v[i] = gate.v[i] > 0.0f && gate.v[i] < 6.0f ? v[i] : 0.0f;
        return r;
    }
};

#endif

} // namespace
