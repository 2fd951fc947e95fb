// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ModelInfo.h"

#include <array>

// The shape of MobileNet-V2 as numbers: table 2 of Sandler et al. 2018. No library is needed to reckon with it.

namespace flower::mobilenetv2 {

/// One line of the table: expansion, channels at width 1, blocks, stride of the first block.
struct Stage {
    int expansion;
    int channels;
    int blocks;
    int stride;
};
inline constexpr std::array<Stage, 7> kStages{{
    {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1},
}};
inline constexpr int kStemChannels = 32;

/// Channels of the last convolution, and so of the pooled features.
int lastChannels(double width);

} // namespace flower::mobilenetv2

namespace flower {

/// `channels` rounded to the nearest multiple of 8 that is not below 90 % of it, at least 8.
int roundedChannels(double channels);

/// Parameters and multiply-adds of a network of `classes` classes for square photos of `inputSize` pixels.
ArchitectureInfo describeMobileNetV2(double width, int classes, int inputSize);

} // namespace flower
