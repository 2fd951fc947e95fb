// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/FineTuning.h"

#include "engine/data/AugmentedViews.h"
#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "engine/ml/training/FineTuneStep.h"
#include "engine/ml/training/PhaseLearner.h"
#include "engine/ml/training/WeightAverage.h"

#include <optional>

namespace flower {

namespace {

/// Nothing where no average is wanted.
std::optional<WeightAverage> averageOf(const FineTuneStep &step, double decay)
{
    if (decay <= 0)
        return std::nullopt;
    std::vector<torch::Tensor> tensors = step.learning();
    const std::vector<torch::Tensor> statistics = step.statistics();
    tensors.insert(tensors.end(), statistics.begin(), statistics.end());
    return WeightAverage(std::move(tensors), decay);
}

} // namespace

Result<void> FineTuning::train()
{
    const TrainingConfig &config = m_run.config;
    const PhaseConfig &phase = config.fineTune;
    if (phase.epochs == 0)
        return {};
    FineTuneStep step(m_run);
    StillOutputs still(step.firstLearning());
    std::optional<WeightAverage> average = averageOf(step, config.averageDecay);
    PhaseLearner learner(m_run, m_best, Phase::FineTune, step.learning(), step.statistics(), average ? &*average : nullptr);
    const int firstView = kFirstFineTuneView + config.head.epochs; // also where phase 1 ended early
    const int begin = learner.resume();
    step.weightsChanged();
    for (int epoch = begin; epoch < phase.epochs && !learner.isOver(); ++epoch) {
        learner.startEpoch();
        if (average && epoch > 0) {
            average->useLearned();
            step.weightsChanged();
        }
        step.setTrainingMode();
        BatchLoader::Options options = m_run.loaderOptions(phase, firstView + epoch);
        options.firstBatch = learner.firstBatch();
        BatchLoader loader(*m_run.cache, m_run.photosOfEpoch(m_run.progress.epoch), options);
        const int batches = loader.batchCount();
        for (int number = options.firstBatch; const std::optional<Batch> batch = loader.next(); ++number) {
            if (!step.canLearnFrom(*batch))
                continue;
            step.learnFrom(*batch, m_run.progress.epoch, number,
                           [&](const torch::Tensor &logits, const BatchLabels &labels, const std::function<void()> &afterBackward) {
                               learner.step(logits, labels, number, batches, afterBackward);
                           });
            if (average)
                average->update();
            m_run.report(Activity::Learning, Phase::FineTune, number + 1, batches, learner.imagesPerSecond());
            if (m_run.shouldKeep())
                learner.keep(number + 1);
            if (!m_run.checkpoint())
                return interrupted();
        }
        learner.finishLearning();

        if (average)
            average->useAverage(); // validated and kept, and after the last epoch the result
        const Result<Evaluation> validation = validate(still);
        if (!validation)
            return validation.error();
        m_run.progress.fineTuneEpochSeconds = learner.seconds();
        learner.finishEpoch(*validation);
    }
    return {};
}

Result<Evaluation> FineTuning::validate(StillOutputs &still)
{
    const std::vector<int> &photos = m_run.photos.val;
    if (photos.empty())
        return Evaluation();
    return evaluateNetwork(m_run.network, m_run.preprocessing, {}, *m_run.cache, photos, Subset::Validation, m_run.device, 2,
                           [&](int done) {
                               m_run.report(Activity::Validating, Phase::FineTune, done, static_cast<int>(photos.size()));
                               return m_run.checkpoint();
                           }, &still);
}

} // namespace flower
