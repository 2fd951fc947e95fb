// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/BlockKernels.h"

#if defined(FLOWER_X86_KERNELS)
#include <cpuid.h>
#endif

namespace flower::kernels {

namespace {

template<typename T>
void pack(const T *weights, int out, int depth, int widest, int step, T *packed)
{
    for (int index = 0; index < panelCount(out, widest); ++index) {
        const Panel panel = panelAt(out, widest, index);
        for (int k = 0; k < depth; k += step) {
            for (int channel = panel.first; channel < panel.first + panel.width; ++channel) {
                for (int s = 0; s < step; ++s)
                    *packed++ = weights[static_cast<std::ptrdiff_t>(channel) * depth + k + s];
            }
        }
    }
}

} // namespace

Panel panelAt(int channels, int widest, int index)
{
    const int first = index * widest;
    return {first, channels - first < widest ? channels - first : widest};
}

int panelCount(int channels, int widest)
{
    return (channels + widest - 1) / widest;
}

#if defined(FLOWER_X86_KERNELS)

namespace {

bool hasAvx512()
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("fma");
}

/// AMX multiplies bfloat16 several times as fast as AVX-512 does, and oneDNN uses it.
bool hasAmx()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (d & (1u << 22)) != 0; // amx-bf16
}

} // namespace

const BlockKernels<float> *blockKernels32()
{
    static const BlockKernels<float> *kBest = hasAvx512() ? &avx512::kBlock32
        : __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &avx2::kBlock32
                                                                          : nullptr;
    return kBest;
}
const BlockKernels<Bits16> *blockKernels16()
{
    static const bool kFound = hasAvx512() && __builtin_cpu_supports("avx512bf16") && !hasAmx();
    return kFound ? &avx512bf16::kBlock16 : nullptr;
}

#else

const BlockKernels<float> *blockKernels32()
{
    return nullptr;
}
const BlockKernels<Bits16> *blockKernels16()
{
    return nullptr;
}

#endif

void packWeights(const float *weights, int out, int depth, int widest, float *packed)
{
    pack(weights, out, depth, widest, 1, packed);
}
void packWeights(const Bits16 *weights, int out, int depth, int widest, Bits16 *packed)
{
    pack(weights, out, depth, widest, 2, packed);
}

} // namespace flower::kernels
