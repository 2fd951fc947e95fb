// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/Torch.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// What an answer is reckoned from: `featuresOf(pixels)`, or with `testFlip` its mean with what it gives for the mirror
/// images. The head is linear, so that the logits of this mean are the mean of the logits of photo and mirror image.
/// Pixels N × 3 × S × S. Features with places (N × C × H × W) are mirrored back before.
template<typename FeaturesOf>
torch::Tensor answerFeatures(const torch::Tensor &pixels, bool testFlip, FeaturesOf &&featuresOf)
{
    const torch::Tensor features = featuresOf(pixels);
    if (!testFlip)
        return features;
    torch::Tensor mirrored = featuresOf(pixels.flip({3}).contiguous(torch::MemoryFormat::ChannelsLast));
    if (mirrored.dim() == 4)
        mirrored = mirrored.flip({3});
    return (features + mirrored) / 2;
}

} // namespace flower
