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
            static_cast<int>(x.size(1)), geometry.stride, geometry.padBefore, geometry.rectified};
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

namespace {

/// C × 1 × 3 × 3 to 9 × C, float.
torch::Tensor taps(const torch::Tensor &weight)
{
    return weight.detach().to(torch::kFloat32).reshape({-1, 9}).t().contiguous();
}

class DepthwiseConvolution : public torch::autograd::Function<DepthwiseConvolution>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &x, const torch::Tensor &weight,
                                 int64_t stride, int64_t padBefore, int64_t padAfter)
    {
        const DepthwiseGeometry geometry{static_cast<int>(stride), static_cast<int>(padBefore), static_cast<int>(padAfter), false};
        context->save_for_backward({x, weight});
        context->saved_data["geometry"] = std::vector<int64_t>{stride, padBefore, padAfter};
        return depthwiseForward(x, taps(weight), torch::zeros({x.size(1)}), geometry);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   const torch::autograd::variable_list &gradients)
    {
        const torch::autograd::variable_list saved = context->get_saved_variables();
        const std::vector<int64_t> sides = context->saved_data["geometry"].toIntVector();
        const DepthwiseGeometry geometry{static_cast<int>(sides[0]), static_cast<int>(sides[1]), static_cast<int>(sides[2]), false};
        const torch::Tensor gradY = gradients[0].contiguous(torch::MemoryFormat::ChannelsLast);
        const DepthwiseGradients ours = depthwiseBackward(gradY, gradY, saved[0], taps(saved[1]), geometry);
        return {ours.x, ours.weights.t().reshape_as(saved[1]), torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

} // namespace

torch::Tensor depthwiseConvolution(const torch::Tensor &x, const torch::Tensor &weight, const DepthwiseGeometry &geometry)
{
    return DepthwiseConvolution::apply(x, weight, int64_t{geometry.stride}, int64_t{geometry.padBefore},
                                       int64_t{geometry.padAfter});
}

} // namespace flower
