// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/HeadTraining.h"

#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "engine/ml/inference/AnswerFeatures.h"
#include "engine/ml/training/PhaseLearner.h"

#include <algorithm>

namespace flower {

namespace {
constexpr int kFeatureBatch = 32;
} // namespace

Result<void> HeadTraining::train()
{
    const TrainingConfig &config = m_run.config;
    const PhaseConfig &phase = config.head;
    if (phase.epochs == 0)
        return {};
    MobileNetV2 &network = m_run.network;
    if (m_run.resumed && m_run.resumed->phase == Phase::FineTune)
        return {};
    if (m_run.resumed && m_run.resumed->phaseIsOver) {
        m_run.resumed->copyAll("learned", network->head()->parameters());
        return {};
    }
    const SubsetPhotos &photos = m_run.photos;
    const auto count = static_cast<int64_t>(photos.train.size());
    const int64_t channels = network->featureChannels();

    // Validation photos look the same in every epoch; training photos are kept under some views, or seen anew (0 views).
    const bool seenAnew = !config.keepsFeatures();
    const int views = phase.augmentation.enabled ? std::max(1, config.featureViews) : 1;
    Result<FeatureStore> store = FeatureStore::create(views, count, channels, config.runFolder);
    if (!store)
        return store.error();
    const torch::Tensor valFeatures = torch::empty({static_cast<int64_t>(photos.val.size()), channels});
    if (!computeValFeatures(valFeatures))
        return interrupted();
    for (int view = 0; view < views && !seenAnew; ++view) {
        if (!computeTrainFeatures(view, photos.train, store->view(view)))
            return interrupted();
    }

    BatchLabels labels = labelsOf(photos.train);
    network->setDropout(phase.dropout);
    PhaseLearner learner(m_run, m_best, Phase::Head, network->head()->parameters());
    const int batches = static_cast<int>((count + phase.batchSize - 1) / phase.batchSize);
    for (int epoch = learner.resume(); epoch < phase.epochs && !learner.isOver(); ++epoch) {
        learner.startEpoch();
        if (seenAnew) {
            std::optional<BatchLabels> seen = seeAnew(epoch, store->view(0));
            if (!seen)
                return interrupted();
            labels = std::move(*seen);
        }
        const torch::Tensor features = store->view(epoch % views);

        network->train();
        const std::optional<std::vector<int64_t>> balanced =
            seenAnew ? std::nullopt : m_run.balancedPhotos(m_run.progress.epoch); // what was seen anew is balanced already
        const torch::Tensor order = balanced ? torch::tensor(*balanced, torch::kInt64) : torch::randperm(count, torch::kInt64);
        for (int batch = 0; batch < batches; ++batch) {
            const int64_t first = int64_t{batch} * phase.batchSize;
            const torch::Tensor chosen = order.slice(0, first, std::min(count, first + phase.batchSize));
            torch::Tensor rows = features.index_select(0, chosen).to(m_run.device);
            BatchLabels shown = labels.rows(chosen, m_run.device);
            if (!seenAnew)
                shown = m_mixing.mixFeatures(rows, shown.first, m_run.progress.epoch, batch);
            learner.step(network->classify(rows), shown, batch, batches);
            if (!m_run.checkpoint())
                return interrupted();
        }
        learner.finishLearning();

        network->eval();
        QList<PhotoResult> results;
        if (!photos.val.empty()) {
            const torch::NoGradGuard noGrad;
            appendResults(network->classify(valFeatures.to(m_run.device)), photos.val, *m_run.cache, results);
        }
        m_run.progress.headEpochSeconds = learner.seconds();
        learner.finishEpoch(tally(Subset::Validation, std::move(results), 0));
    }
    return {};
}

torch::Tensor HeadTraining::labelsOf(const std::vector<int> &photos) const
{
    std::vector<int64_t> labels;
    for (const int index : photos)
        labels.push_back(m_run.cache->sample(index).label);
    return torch::tensor(labels, torch::kInt64);
}

BatchLoader::Options HeadTraining::featureOptions(int view) const
{
    BatchLoader::Options options = m_run.loaderOptions(m_run.config.head, view);
    options.batchSize = kFeatureBatch;
    options.shuffle = false;
    return options;
}

std::optional<BatchLabels> HeadTraining::seeAnew(int view, const torch::Tensor &features)
{
    const std::vector<int> photos = m_run.photosOfEpoch(m_run.progress.epoch);
    if (m_mixing.isOn())
        return computeMixedFeatures(view, photos, features);
    if (!computeTrainFeatures(view, photos, features))
        return std::nullopt;
    return BatchLabels(labelsOf(photos));
}

bool HeadTraining::computeTrainFeatures(int view, const std::vector<int> &photos, const torch::Tensor &features)
{
    BatchLoader loader(*m_run.cache, photos, featureOptions(view));
    FoldedBackbone *const folded = m_run.folded.get();
    return computeFeatures(loader, static_cast<int>(photos.size()), [&](const Batch &batch) {
        const torch::Tensor input = m_run.inputOf(batch, folded ? folded->type() : torch::kFloat32);
        return folded ? folded->pooledFeatures(input) : m_run.network->pooledFeatures(input);
    }, features);
}

std::optional<BatchLabels> HeadTraining::computeMixedFeatures(int view, const std::vector<int> &photos,
                                                              const torch::Tensor &features)
{
    BatchLoader::Options options = featureOptions(view);
    options.shuffle = true; // in their own order neighbours are mostly of one class
    BatchLoader loader(*m_run.cache, photos, options);
    FoldedBackbone *const folded = m_run.folded.get();
    std::vector<torch::Tensor> first;
    std::vector<torch::Tensor> second;
    std::vector<torch::Tensor> shares;
    const bool done = computeFeatures(loader, static_cast<int>(photos.size()), [&](const Batch &batch) {
        torch::Tensor input = m_run.inputOf(batch, folded ? folded->type() : torch::kFloat32);
        const torch::Tensor labels = torch::tensor(batch.labels, torch::kInt64).to(m_run.device);
        const BatchLabels shown = m_mixing.mixPhotos(input, labels, m_run.progress.epoch, static_cast<int>(first.size()));
        first.push_back(shown.first.cpu());
        second.push_back(shown.second.cpu());
        shares.push_back(shown.share.cpu());
        return folded ? folded->pooledFeatures(input) : m_run.network->pooledFeatures(input);
    }, features);
    if (!done)
        return std::nullopt;
    return BatchLabels(torch::cat(first), torch::cat(second), torch::cat(shares));
}

bool HeadTraining::computeValFeatures(const torch::Tensor &features)
{
    BatchLoader::Options options = featureOptions(0);
    options.augmentation.enabled = false;
    options.imageSize = m_run.config.imageSize;
    BatchLoader loader(*m_run.cache, m_run.photos.val, options);
    std::optional<FoldedBackbone> folded;
    if (m_run.folded)
        folded.emplace(m_run.network, torch::kFloat32);
    return computeFeatures(loader, static_cast<int>(m_run.photos.val.size()), [&](const Batch &batch) {
        const torch::Tensor input = m_run.inputOf(batch, torch::kFloat32);
        return answerFeatures(input, m_run.preprocessing.testFlip, [&](const torch::Tensor &pixels) {
            return folded ? folded->pooledFeatures(pixels) : m_run.network->pooledFeatures(pixels);
        });
    }, features);
}

bool HeadTraining::computeFeatures(BatchLoader &loader, int photos, const FeaturesOf &featuresOf, const torch::Tensor &features)
{
    const torch::NoGradGuard noGrad;
    m_run.network->eval();
    QElapsedTimer timer;
    timer.start();
    int done = 0;
    while (const std::optional<Batch> batch = loader.next()) {
        features.slice(0, done, done + batch->count).copy_(featuresOf(*batch));
        done += batch->count;
        m_run.forwardRate = done / std::max(1e-3, static_cast<double>(timer.elapsed()) / 1e3);
        m_run.report(Activity::ComputingFeatures, Phase::Head, done, photos, m_run.forwardRate);
        if (!m_run.checkpoint())
            return false;
    }
    return true;
}

} // namespace flower
