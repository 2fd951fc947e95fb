// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/kernels/Depthwise.h"

#include "engine/ml/kernels/DepthwiseKernels.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <vector>

namespace flower {

namespace {

using kernels::DepthwiseShape;

DepthwiseShape shapeOf(const torch::Tensor &x, const DepthwiseGeometry &geometry)
{
    const auto outputs = [&geometry](int64_t size) {
        return static_cast<int>((size + geometry.padBefore + geometry.padAfter - 3) / geometry.stride + 1);
    };
    TORCH_CHECK(x.is_contiguous(torch::MemoryFormat::ChannelsLast) && x.size(1) % 8 == 0, "depth-wise: unexpected layout");
    return {static_cast<int>(x.size(2)), static_cast<int>(x.size(3)), outputs(x.size(2)), outputs(x.size(3)),
            static_cast<int>(x.size(1)), geometry.stride, geometry.padBefore};
}

/// This thread's scratch memory, kept: the threads live for the whole run.
float *scratchFor(const DepthwiseShape &shape)
{
    thread_local std::vector<float> scratch;
    scratch.resize(std::max(scratch.size(), kernels::scratchFloats(shape)));
    return scratch.data();
}

template<typename T>
T *elements(const torch::Tensor &tensor)
{
    return static_cast<T *>(tensor.data_ptr());
}

template<typename T>
void runForward(const kernels::DepthwiseKernels<T> &kernel, const DepthwiseShape &shape, const torch::Tensor &x,
                const torch::Tensor &weights, const torch::Tensor &bias, const torch::Tensor &y)
{
    const int64_t in = int64_t{shape.height} * shape.width * shape.channels;
    const int64_t out = int64_t{shape.outHeight} * shape.outWidth * shape.channels;
    // Single photos are cut into bands of rows, so that all threads have work.
    const int64_t images = x.size(0);
    const int64_t bands = images >= at::get_num_threads() ? 1 : std::min<int64_t>(at::get_num_threads(), shape.outHeight);
    at::parallel_for(0, images * bands, 1, [&](int64_t begin, int64_t end) {
        for (int64_t item = begin; item < end; ++item) {
            const int64_t image = item / bands;
            const int64_t band = item % bands;
            kernel.forward(shape, static_cast<int>(band * shape.outHeight / bands),
                           static_cast<int>((band + 1) * shape.outHeight / bands), elements<T>(x) + image * in,
                           elements<float>(weights), elements<float>(bias), elements<T>(y) + image * out, scratchFor(shape));
        }
    });
}

template<typename T>
void runBackward(const kernels::DepthwiseKernels<T> &kernel, const DepthwiseShape &shape, const torch::Tensor &gradY,
                 const torch::Tensor &y, const torch::Tensor &x, const torch::Tensor &weights, const torch::Tensor &gradX,
                 const torch::Tensor &sums)
{
    const int64_t in = int64_t{shape.height} * shape.width * shape.channels;
    const int64_t out = int64_t{shape.outHeight} * shape.outWidth * shape.channels;
    at::parallel_for(0, x.size(0), 1, [&](int64_t begin, int64_t end) {
        for (int64_t image = begin; image < end; ++image) {
            kernel.backward(shape, elements<T>(gradY) + image * out, elements<T>(y) + image * out, elements<T>(x) + image * in,
                            elements<float>(weights), elements<T>(gradX) + image * in,
                            elements<float>(sums) + image * 10 * shape.channels, scratchFor(shape));
        }
    });
}

} // namespace

torch::Tensor depthwiseForward(const torch::Tensor &x, const torch::Tensor &weights, const torch::Tensor &bias,
                               const DepthwiseGeometry &geometry)
{
    const DepthwiseShape shape = shapeOf(x, geometry);
    const torch::Tensor y = torch::empty({x.size(0), shape.channels, shape.outHeight, shape.outWidth},
                                         x.options().memory_format(torch::MemoryFormat::ChannelsLast));
    if (x.scalar_type() == torch::kBFloat16)
        runForward(kernels::depthwiseKernels16(), shape, x, weights, bias, y);
    else
        runForward(kernels::depthwiseKernels32(), shape, x, weights, bias, y);
    return y;
}

DepthwiseGradients depthwiseBackward(const torch::Tensor &gradY, const torch::Tensor &y, const torch::Tensor &x,
                                     const torch::Tensor &weights, const DepthwiseGeometry &geometry)
{
    const DepthwiseShape shape = shapeOf(x, geometry);
    const torch::Tensor gradient = gradY.contiguous(torch::MemoryFormat::ChannelsLast);
    const torch::Tensor gradX = torch::empty_like(x, torch::MemoryFormat::ChannelsLast);
    const torch::Tensor sums = torch::empty({x.size(0), 10, shape.channels}, torch::kFloat32);
    if (x.scalar_type() == torch::kBFloat16)
        runBackward(kernels::depthwiseKernels16(), shape, gradient, y, x, weights, gradX, sums);
    else
        runBackward(kernels::depthwiseKernels32(), shape, gradient, y, x, weights, gradX, sums);
    const torch::Tensor total = sums.sum(0);
    return {gradX, total.slice(0, 0, 9), total.select(0, 9)};
}

} // namespace flower
