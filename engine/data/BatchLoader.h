// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"
#include "engine/data/PhotoCache.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace flower {

/// Photos ready for the network: uint8 RGB, N × size × size × 3 (channels last), with their labels.
struct Batch {
    int count = 0;
    int imageSize = 0;
    std::vector<uint8_t> pixels;
    std::vector<int64_t> labels;
    std::vector<int> indices; ///< into the PhotoCache
};

/// Crops, augments and packs photos on its own threads, ahead of the network. The batches come in a fixed order and are
/// the same for the same seed, whatever the number of threads: each photo's randomness comes from (seed, epoch, index).
/// Constructed, read and destroyed by one thread.
class BatchLoader
{
public:
    struct Options {
        int imageSize = 224;
        int batchSize = 32;
        bool shuffle = false;
        /// disabled: centre crop of the photo scaled so that its short side is imageSize · 256 / 224
        Augmentation augmentation;
        quint64 seed = 1;
        int epoch = 0;
        int threads = 1;
        int ahead = 4;            ///< batches kept ready
        int firstBatch = 0;       ///< what comes before is left out
    };

    /// `indices`: which photos of the cache, all usable; one that is there twice is seen under two views. `cache` outlives
    /// the loader.
    BatchLoader(const PhotoCache &cache, std::vector<int> indices, const Options &options);
    ~BatchLoader(); ///< stops the threads

    /// Of all photos, also of those left out.
    [[nodiscard]] int batchCount() const;
    /// The next batch (the last may be smaller), or nothing at the end. Blocks until it is ready.
    std::optional<Batch> next();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace flower
