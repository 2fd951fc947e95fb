// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/Torch.h"

#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// What the first parts of the backbone make of some photos. While these parts stand still it is the same in every epoch: it
/// is kept from the first evaluation, and the later ones begin where the network learns.
class StillOutputs
{
public:
    /// More than this isn't kept, and every evaluation runs the whole network: about 2,500 photos at 28 × 28 × 32.
    static constexpr int64_t kMostBytes = 256'000'000;

    struct Batch {
        torch::Tensor x; ///< the parts' result, N × C × H × W
        std::vector<int> indices; ///< of the photos
    };

    /// `parts`: how many of the backbone's parts stand still.
    explicit StillOutputs(int parts, int64_t mostBytes = kMostBytes) : m_parts(parts), m_mostBytes(mostBytes) {}

    [[nodiscard]] int parts() const { return m_parts; }
    /// Whether all photos of an evaluation are there.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    [[nodiscard]] const std::vector<Batch> &batches() const { return m_batches; }

    /// Before an evaluation of so many photos.
    void begin(int64_t photos);
    /// Keeps a batch, where there is room for those of all photos.
    void add(const torch::Tensor &x, const std::vector<int> &indices);
    /// After the last batch.
    void finish();

private:
    int m_parts;
    int64_t m_mostBytes;
    int64_t m_photos = 0;
    int64_t m_missing = 0; ///< of m_photos, aren't kept yet
    bool m_isComplete = false;
    std::vector<Batch> m_batches;
};

} // namespace flower
