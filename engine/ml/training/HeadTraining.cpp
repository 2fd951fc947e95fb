// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/HeadTraining.h"

#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "engine/ml/training/PhaseLearner.h"

#include <algorithm>
#include <optional>

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
    const SubsetPhotos &photos = m_run.photos;
    const auto count = static_cast<int64_t>(photos.train.size());
    const int64_t channels = network->featureChannels();

    // Validation photos look the same in every epoch; training photos are kept under some views, or seen anew (0 views).
    const bool seenAnew = phase.augmentation.enabled && config.featureViews == 0;
    const int views = phase.augmentation.enabled ? std::max(1, config.featureViews) : 1;
    Result<FeatureStore> store = FeatureStore::create(views, count, channels, config.runFolder);
    if (!store)
        return store.error();
    const torch::Tensor valFeatures = torch::empty({static_cast<int64_t>(photos.val.size()), channels});
    if (!computeValFeatures(valFeatures))
        return interrupted();
    for (int view = 0; view < views && !seenAnew; ++view) {
        if (!computeTrainFeatures(view, store->view(view)))
            return interrupted();
    }

    std::vector<int64_t> labelsOfPhotos;
    for (const int index : photos.train)
        labelsOfPhotos.push_back(m_run.cache->sample(index).label);
    const torch::Tensor labels = torch::tensor(labelsOfPhotos, torch::kInt64);

    network->setDropout(phase.dropout);
    PhaseLearner learner(m_run, m_best, Phase::Head, network->head()->parameters());
    const int batches = static_cast<int>((count + phase.batchSize - 1) / phase.batchSize);
    for (int epoch = 0; epoch < phase.epochs; ++epoch) {
        learner.startEpoch();
        if (seenAnew && !computeTrainFeatures(epoch, store->view(0)))
            return interrupted();
        const torch::Tensor features = store->view(epoch % views);

        network->train();
        const std::optional<std::vector<int64_t>> balanced = m_run.balancedPhotos();
        const torch::Tensor order = balanced ? torch::tensor(*balanced, torch::kInt64) : torch::randperm(count, torch::kInt64);
        for (int batch = 0; batch < batches; ++batch) {
            const int64_t first = int64_t{batch} * phase.batchSize;
            const torch::Tensor chosen = order.slice(0, first, std::min(count, first + phase.batchSize));
            learner.step(network->classify(features.index_select(0, chosen).to(m_run.device)),
                         labels.index_select(0, chosen).to(m_run.device), batch, batches);
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
        if (!learner.finishEpoch(tally(Subset::Validation, std::move(results), 0)))
            break;
    }
    return {};
}

bool HeadTraining::computeTrainFeatures(int view, const torch::Tensor &features)
{
    BatchLoader::Options options = m_run.loaderOptions(m_run.config.head, view);
    options.batchSize = kFeatureBatch;
    options.shuffle = false;
    BatchLoader loader(*m_run.cache, m_run.photos.train, options);
    return computeFeatures(loader, static_cast<int>(m_run.photos.train.size()), m_run.folded.get(), features);
}

bool HeadTraining::computeValFeatures(const torch::Tensor &features)
{
    BatchLoader::Options options = m_run.loaderOptions(m_run.config.head, 0);
    options.batchSize = kFeatureBatch;
    options.shuffle = false;
    options.augmentation.enabled = false;
    BatchLoader loader(*m_run.cache, m_run.photos.val, options);
    std::optional<FoldedBackbone> folded;
    if (m_run.folded)
        folded.emplace(m_run.network, torch::kFloat32);
    return computeFeatures(loader, static_cast<int>(m_run.photos.val.size()), folded ? &*folded : nullptr, features);
}

bool HeadTraining::computeFeatures(BatchLoader &loader, int photos, FoldedBackbone *folded, const torch::Tensor &features)
{
    const torch::NoGradGuard noGrad;
    m_run.network->eval();
    QElapsedTimer timer;
    timer.start();
    int done = 0;
    while (const std::optional<Batch> batch = loader.next()) {
        const torch::Tensor input = m_run.inputOf(*batch, folded ? folded->type() : torch::kFloat32);
        features.slice(0, done, done + batch->count)
            .copy_(folded ? folded->pooledFeatures(input) : m_run.network->pooledFeatures(input));
        done += batch->count;
        m_run.forwardRate = done / std::max(1e-3, static_cast<double>(timer.elapsed()) / 1e3);
        m_run.report(Activity::ComputingFeatures, Phase::Head, done, photos, m_run.forwardRate);
        if (!m_run.checkpoint())
            return false;
    }
    return true;
}

} // namespace flower
