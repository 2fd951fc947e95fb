// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/data/BatchLoader.h"
#include "engine/ml/models/FoldedBackbone.h"
#include "engine/ml/training/RunKeeper.h"
#include "engine/ml/training/RunProgress.h"

#include <memory>
#include <optional>
#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// The photos of each subset that can be used, as numbers of the cache.
struct SubsetPhotos {
    std::vector<int> train;
    std::vector<int> val;
    std::vector<int> test;
};

/// What the phases of one run work on. Lives in the thread that trains.
struct RunMaterials {
    const TrainingConfig &config;
    const Dataset &dataset;
    RunControl &control;
    RunProgress progress;

    torch::Device device{torch::kCPU};
    Preprocessing preprocessing = {};
    at::Generator random = {}; ///< the run's own numbers, seeded by its seed
    MobileNetV2 network{nullptr};
    std::unique_ptr<FoldedBackbone> folded = nullptr; ///< on the CPU while BatchNorm stands still, else null
    std::unique_ptr<PhotoCache> cache = nullptr;
    SubsetPhotos photos = {};
    int skippedPhotos = 0;
    double forwardRate = -1.0; ///< images/s through the frozen backbone, once known
    RunKeeper keeper{config.runFolder};
    std::optional<Checkpoint> resumed = std::nullopt; ///< where an interrupted run stood, until a phase has gone on from there

    /// Checks settings and device, makes the run's folder, builds the network with its weights (where the run is resumed: with
    /// those that it started from), decodes the photos. Interrupted: the user asked to stop.
    Result<void> prepare();
    /// What a model made of the present network says about itself; no results yet.
    [[nodiscard]] ModelInfo modelInfo() const;
    [[nodiscard]] int usablePhotos() const;

    /// How a phase's loss is reckoned: what mistakes count in each class, and how far labels are smoothed.
    [[nodiscard]] torch::nn::functional::CrossEntropyFuncOptions lossOptions(const PhaseConfig &phase) const;
    /// With balanced sampling: what to learn from in an epoch, as numbers in photos.train; else nothing: each photo once.
    [[nodiscard]] std::optional<std::vector<int64_t>> balancedPhotos(int epoch) const;
    /// What to learn from in an epoch, as numbers of the cache.
    [[nodiscard]] std::vector<int> photosOfEpoch(int epoch) const;
    /// How a phase reads its photos in an epoch; shuffled and augmented.
    [[nodiscard]] BatchLoader::Options loaderOptions(const PhaseConfig &phase, int epoch) const;
    /// Pixels of a batch as the backbone takes them.
    [[nodiscard]] torch::Tensor inputOf(const Batch &batch, torch::ScalarType type) const;
    /// Reports where the run stands, with the time left.
    void report(Activity activity, Phase phase, int batch, int batches, double imagesPerSecond = 0.0);
    /// Tells of photos that went away since they were first read, for which grey squares stand, and of those that were changed.
    void tellOfPhotos();
    /// False when the user asked to stop. Before it waits in a pause or ends, all that was kept is on disk.
    [[nodiscard]] bool checkpoint();
    /// Whether where the run stands should be kept between two batches: before a pause or an end, and now and then.
    [[nodiscard]] bool shouldKeep() const { return control.isPauseRequested() || control.isStopRequested() || keeper.isDue(); }

private:
    Result<void> buildNetwork();
    Result<void> loadPhotos();
    [[nodiscard]] std::vector<int> trainLabels() const; ///< beside photos.train
};

/// What a phase returns when the user asked to stop.
Error interrupted();

} // namespace flower
