// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"
#include "engine/data/SeededRandom.h"
#include "engine/ml/training/BatchLabels.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// Mixup (Zhang et al. 2018) and CutMix (Yun et al. 2019): each photo of a batch is mixed with another one of it, and so are
/// their labels. One share λ ~ Beta(α, α) and one pairing a batch; where both are on, a coin decides which of them the batch
/// gets. All of it comes from (seed, epoch, batch), so that threads change nothing.
class BatchMixing
{
public:
    BatchMixing(const PhaseConfig &phase, quint64 seed) : m_mixup(phase.mixupAlpha), m_cutmix(phase.cutmixAlpha), m_seed(seed) {}

    [[nodiscard]] bool isOn() const { return m_mixup > 0 || m_cutmix > 0; }

    /// Mixes photos (N × C × S × S, any float type), which are replaced, and says what they show then. Off: the labels as they
    /// are. `epoch` and `batch` number the draws.
    BatchLabels mixPhotos(torch::Tensor &photos, const torch::Tensor &labels, int epoch, int batch) const;
    /// The same for pooled features (N × C): Mixup only, as Manifold Mixup does (Verma et al. 2019), because features have no
    /// places that a box could cut out.
    BatchLabels mixFeatures(torch::Tensor &features, const torch::Tensor &labels, int epoch, int batch) const;

private:
    [[nodiscard]] SeededRandom randomOf(int epoch, int batch) const;

    double m_mixup;
    double m_cutmix;
    quint64 m_seed;
};

/// A draw from Beta(alpha, alpha); alpha > 0. The same numbers on every system but for the rounding of log, cos and exp.
double drawBeta(double alpha, SeededRandom &random);

} // namespace flower
