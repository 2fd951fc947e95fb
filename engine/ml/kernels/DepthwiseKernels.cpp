// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/DepthwiseKernels.h"

namespace flower::kernels {

#if defined(FLOWER_X86_KERNELS)

namespace {

enum class InstructionSet { Portable, Avx2, Avx512 };

InstructionSet bestInstructionSet()
{
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512dq"))
        return InstructionSet::Avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return InstructionSet::Avx2;
    return InstructionSet::Portable;
}

template<typename T>
const DepthwiseKernels<T> &choose(const DepthwiseKernels<T> &avx512Kernels,
                                  const DepthwiseKernels<T> &avx2Kernels, const DepthwiseKernels<T> &portableKernels)
{
    static const InstructionSet kBest = bestInstructionSet();
    return kBest == InstructionSet::Avx512 ? avx512Kernels : kBest == InstructionSet::Avx2 ? avx2Kernels : portableKernels;
}

} // namespace

const DepthwiseKernels<float> &depthwiseKernels32()
{
    return choose(avx512::kKernels32, avx2::kKernels32, portable::kKernels32);
}
const DepthwiseKernels<Bits16> &depthwiseKernels16()
{
    return choose(avx512::kKernels16, avx2::kKernels16, portable::kKernels16);
}
bool processorHasBfloat16()
{
    // GCC 12 doesn't know "amx-bf16" by name; every processor with AMX has AVX-512 BF16 too.
    return bestInstructionSet() == InstructionSet::Avx512 && __builtin_cpu_supports("avx512bf16");
}

#else

const DepthwiseKernels<float> &depthwiseKernels32()
{
    return portable::kKernels32;
}
const DepthwiseKernels<Bits16> &depthwiseKernels16()
{
    return portable::kKernels16;
}
bool processorHasBfloat16()
{
    return false;
}

#endif

} // namespace flower::kernels
