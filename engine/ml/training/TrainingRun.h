// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/data/BatchLoader.h"
#include "engine/ml/models/FoldedBackbone.h"
#include "engine/ml/training/RunReporter.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>
#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

class LearningRateSchedule;

/// One run from photos to the saved model: prepare, phase 1, phase 2, test. Lives in the thread that trains and is used
/// once.
class TrainingRun
{
public:
    TrainingRun(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                const TrainingEventSink &sink);
    ~TrainingRun();

    /// Trains to the end and sends all events but RunFinished. Throws what LibTorch throws.
    Result<TrainingSummary> run();

private:
    /// The photos of one subset, as numbers of the cache.
    struct Photos {
        std::vector<int> train;
        std::vector<int> val;
        std::vector<int> test;
    };
    /// Sums over the batches of an epoch.
    struct EpochSums {
        double loss = 0.0;
        int64_t right = 0;
        int64_t photos = 0;
        double learningSeconds = 0.0;
    };

    Result<void> prepare();
    Result<void> loadPhotos();
    Result<void> buildNetwork();
    /// Both return false when the user asked to stop.
    bool trainHead();
    bool trainAllLayers();
    /// Features of `indices`, N × C in their order; nothing when stopped. `view` < 0: centre crops.
    std::optional<torch::Tensor> computeFeatures(const std::vector<int> &indices, int view);
    /// One optimiser step; `logits` carry the graph. `afterBackward` sets the gradients that lie outside of it.
    void step(const torch::Tensor &logits, const torch::Tensor &labels, torch::optim::Optimizer &optimizer,
              const PhaseConfig &phase, double learningRate, double epochPosition, EpochSums &sums,
              const std::function<void()> &afterBackward = {});
    /// One batch of phase 2.
    void learn(const Batch &batch, int firstLearning, torch::optim::Optimizer &optimizer, double learningRate,
               double epochPosition, EpochSums &sums);
    /// Validates, keeps the best, reports; returns false where early stopping ends the phase.
    bool finishEpoch(Phase which, const EpochSums &sums, const Evaluation &validation, double learningRate,
                     const QElapsedTimer &epochTimer, LearningRateSchedule &schedule);
    void keepBest(const Evaluation &validation);
    void restoreBest();
    Result<void> saveModel(double testTop1);
    void report(Activity activity, Phase phase, int batch, int batches, double imagesPerSecond);
    [[nodiscard]] double secondsLeft() const;
    [[nodiscard]] BatchLoader::Options loaderOptions(const PhaseConfig &phase, int epoch) const;
    [[nodiscard]] std::unique_ptr<torch::optim::Optimizer> makeOptimizer(const PhaseConfig &phase,
                                                                         std::vector<torch::Tensor> parameters) const;

    const TrainingConfig &m_config;
    const Dataset &m_dataset;
    RunControl &m_control;
    RunReporter m_reporter;
    QElapsedTimer m_timer;

    std::unique_ptr<PhotoCache> m_cache;
    Photos m_photos;
    Preprocessing m_preprocessing;
    torch::Device m_device{torch::kCPU};
    MobileNetV2 m_network{nullptr};
    std::unique_ptr<FoldedBackbone> m_folded; ///< on the CPU while BatchNorm stands still, else null
    std::vector<torch::Tensor> m_bestState; ///< parameters and buffers, on the CPU
    std::optional<Evaluation> m_bestValidation;
    TrainingSummary m_summary;

    int m_epoch = 0;              ///< 1-based over both phases
    int m_epochsWithoutBest = 0;
    double m_phaseBestScore = 0.0;
    bool m_phaseHasScore = false;
    double m_headEpochSeconds = -1.0;
    double m_fineTuneEpochSeconds = -1.0;
    double m_forwardRate = -1.0;  ///< images/s through the frozen backbone
};

} // namespace flower
