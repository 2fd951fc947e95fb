// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/inference/NetworkInput.h"

#include <ATen/Parallel.h>

#include <array>

namespace flower {

namespace {

/// What each of the 256 values becomes, for each channel. mean and std are of pixels in [0, 1].
template<typename T>
using Table = std::array<std::array<T, 3>, 256>;

template<typename T>
Table<T> tableOf(const Preprocessing &preprocessing)
{
    Table<T> table;
    for (size_t value = 0; value < table.size(); ++value) {
        for (size_t channel = 0; channel < 3; ++channel) {
            const auto mean = static_cast<float>(preprocessing.mean[channel] * 255.0);
            const auto deviation = static_cast<float>(preprocessing.std[channel] * 255.0);
            table[value][channel] = static_cast<T>((static_cast<float>(value) - mean) / deviation);
        }
    }
    return table;
}

template<typename T>
void fill(const uint8_t *pixels, int64_t count, const Preprocessing &preprocessing, T *target)
{
    const Table<T> table = tableOf<T>(preprocessing);
    at::parallel_for(0, count, 16'384, [&](int64_t begin, int64_t end) {
        for (int64_t pixel = begin; pixel < end; ++pixel) {
            for (size_t channel = 0; channel < 3; ++channel)
                target[3 * pixel + static_cast<int64_t>(channel)] = table[pixels[3 * pixel + static_cast<int64_t>(channel)]][channel];
        }
    });
}

} // namespace

torch::Tensor networkInput(const uint8_t *pixels, int64_t count, int64_t size, const Preprocessing &preprocessing,
                           torch::Device device, torch::ScalarType type)
{
    torch::Tensor input = torch::empty({count, 3, size, size},
                                       torch::TensorOptions(type).memory_format(torch::MemoryFormat::ChannelsLast));
    if (type == torch::kBFloat16)
        fill(pixels, count * size * size, preprocessing, input.data_ptr<at::BFloat16>());
    else
        fill(pixels, count * size * size, preprocessing, input.data_ptr<float>());
    return input.to(device);
}

} // namespace flower
