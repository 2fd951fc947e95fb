// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/inference/NetworkInput.h"

namespace flower {

torch::Tensor networkInput(const uint8_t *pixels, int64_t count, int64_t size, const Preprocessing &preprocessing,
                           torch::Device device)
{
    // mean and std are of pixels in [0, 1]; folding the 1/255 in leaves one pass over the floats.
    const auto channel = [&](const std::array<double, 3> &values, double scale) {
        return torch::tensor({values[0] * scale, values[1] * scale, values[2] * scale}, torch::kFloat32)
            .view({1, 3, 1, 1}).to(device);
    };
    const torch::Tensor bytes =
        torch::from_blob(const_cast<uint8_t *>(pixels), {count, size, size, 3}, torch::kUInt8).permute({0, 3, 1, 2});
    torch::Tensor input = bytes.to(device).to(torch::kFloat32, /*non_blocking=*/false, /*copy=*/true,
                                              torch::MemoryFormat::ChannelsLast);
    input.sub_(channel(preprocessing.mean, 255.0)).div_(channel(preprocessing.std, 255.0));
    return input;
}

} // namespace flower
