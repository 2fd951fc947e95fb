// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/FineTuning.h"

#include "engine/data/AugmentedViews.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/evaluation/NetworkEvaluation.h"

#include <algorithm>

namespace flower {

Result<void> FineTuning::train()
{
    const TrainingConfig &config = m_run.config;
    const PhaseConfig &phase = config.fineTune;
    if (phase.epochs == 0)
        return {};
    m_run.network->setDropout(phase.dropout);
    if (config.batchNormLearns)
        m_run.folded.reset();
    releaseUnusedTensorMemory();

    m_firstLearning = config.learningBlocks >= kBlockCount ? 0 : 1 + kBlockCount - config.learningBlocks;
    PhaseLearner learner(m_run, m_best, Phase::FineTune, releaseParameters());
    const int firstView = kFirstFineTuneView + m_run.progress.epoch;
    for (int epoch = 0; epoch < phase.epochs; ++epoch) {
        learner.startEpoch();
        setTrainingMode();
        BatchLoader loader(*m_run.cache, photosOfEpoch(), m_run.loaderOptions(phase, firstView + epoch));
        const int batches = loader.batchCount();
        for (int number = 0; const std::optional<Batch> batch = loader.next(); ++number) {
            if (batch->count < 2 && config.batchNormLearns)
                continue; // BatchNorm has no variance of a single photo
            learn(*batch, learner, number, batches);
            m_run.report(Activity::Learning, Phase::FineTune, number + 1, batches, learner.imagesPerSecond());
            if (!m_run.checkpoint())
                return interrupted();
        }
        learner.finishLearning();

        const Result<Evaluation> validation = validate();
        if (!validation)
            return validation.error();
        m_run.progress.fineTuneEpochSeconds = learner.seconds();
        if (!learner.finishEpoch(*validation))
            break;
    }
    return {};
}

std::vector<int> FineTuning::photosOfEpoch() const
{
    const std::optional<std::vector<int64_t>> balanced = m_run.balancedPhotos();
    if (!balanced)
        return m_run.photos.train;
    std::vector<int> photos;
    photos.reserve(balanced->size());
    for (const int64_t number : *balanced)
        photos.push_back(m_run.photos.train[static_cast<size_t>(number)]);
    return photos;
}

std::vector<torch::Tensor> FineTuning::releaseParameters()
{
    std::vector<torch::Tensor> learning = m_run.network->head()->parameters();
    const torch::nn::Sequential parts = m_run.network->features();
    for (int part = 0; part < MobileNetV2Impl::kFeatureLayers; ++part) {
        for (torch::Tensor &parameter : parts->ptr(static_cast<size_t>(part))->parameters()) {
            const bool learns = part >= m_firstLearning;
            parameter.set_requires_grad(learns);
            if (learns)
                learning.push_back(parameter);
        }
    }
    return learning;
}

void FineTuning::setTrainingMode()
{
    m_run.network->train();
    const torch::nn::Sequential parts = m_run.network->features();
    for (int part = 0; part < MobileNetV2Impl::kFeatureLayers; ++part)
        parts->ptr(static_cast<size_t>(part))->train(m_run.config.batchNormLearns && part >= m_firstLearning);
}

void FineTuning::learn(const Batch &batch, PhaseLearner &learner, int number, int batches)
{
    const torch::Tensor labels =
        torch::from_blob(const_cast<int64_t *>(batch.labels.data()), {batch.count}, torch::kInt64).to(m_run.device);
    MobileNetV2 &network = m_run.network;
    torch::Tensor x = m_run.inputOf(batch, m_run.folded ? m_run.folded->type() : torch::kFloat32);
    if (FoldedBackbone *folded = m_run.folded.get()) {
        const torch::Tensor pooled = folded->forward(folded->run(x, 0, m_firstLearning), m_firstLearning).requires_grad_();
        learner.step(network->classify(pooled), labels, number, batches, [&] { folded->backward(pooled.grad()); });
        folded->fold(m_firstLearning);
        return;
    }
    if (m_firstLearning > 0) {
        const torch::NoGradGuard noGrad;
        x = network->runFeatures(x, 0, m_firstLearning);
    }
    x = network->runFeatures(x, m_firstLearning, MobileNetV2Impl::kFeatureLayers);
    learner.step(network->classify(x.mean({2, 3})), labels, number, batches);
}

Result<Evaluation> FineTuning::validate()
{
    const std::vector<int> &photos = m_run.photos.val;
    if (photos.empty())
        return Evaluation();
    return evaluateNetwork(m_run.network, m_run.preprocessing, {}, *m_run.cache, photos, Subset::Validation, m_run.device, 2,
                           [&](int done) {
                               m_run.report(Activity::Validating, Phase::FineTune, done, static_cast<int>(photos.size()));
                               return m_run.checkpoint();
                           });
}

} // namespace flower
