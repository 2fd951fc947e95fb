// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/models/MobileNetV2.h"

#include <QList>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// How far a photo's features point away from every class: −max over the classes c of cos(f − mean, w_c − mean of w),
/// where f are the pooled features, w_c the head's weights of c, and mean the average of f over photos of known classes.
/// In [−1, 1], the higher, the farther; free of the temperature. On kinds left out of training it tells better than
/// energy (Liu et al. 2020) and the distances that docs/accuracy.md lists; like neural-collapse scores (Liu and Qin 2023,
/// "Detecting Out-of-Distribution through the Lens of Neural Collapse") it asks whether features lie along a class's weights.
class OutOfSetScorer
{
public:
    /// `featureMean`: as many numbers as the network has feature channels. Empty: every score is 0.
    OutOfSetScorer(const MobileNetV2 &network, const QList<float> &featureMean);

    /// Pooled features N × C, on any device, to N scores in float64 on the CPU.
    [[nodiscard]] torch::Tensor scores(const torch::Tensor &features) const;

private:
    torch::Tensor m_mean;       ///< C; undefined: every score is 0
    torch::Tensor m_directions; ///< classes × C, of length 1
};

} // namespace flower
