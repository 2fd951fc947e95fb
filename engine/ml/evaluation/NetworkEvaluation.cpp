// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/evaluation/NetworkEvaluation.h"

#include "engine/core/ClassMatching.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/evaluation/OutOfSetScorer.h"
#include "engine/ml/inference/AnswerFeatures.h"
#include "engine/ml/inference/NetworkInput.h"
#include "engine/ml/models/FoldedBackbone.h"
#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace flower {

namespace {
constexpr int kEvaluationBatch = 16; // as fast as 32 and half of the memory
constexpr int64_t kRowsAtOnce = 1000; // probabilities in 64 bits of a thousand classes are 8 MB then

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}
} // namespace

void appendResults(const torch::Tensor &logits, const std::vector<int> &indices, const PhotoCache &cache,
                   QList<PhotoResult> &results)
{
    const torch::Tensor all = logits.to(torch::kCPU, torch::kFloat32).contiguous();
    const int64_t kept = std::min<int64_t>(5, all.size(1));
    for (int64_t first = 0; first < all.size(0); first += kRowsAtOnce) {
        const torch::Tensor rows = all.slice(0, first, std::min(all.size(0), first + kRowsAtOnce));
        const torch::Tensor logProbabilities = torch::log_softmax(rows.to(torch::kFloat64), 1);
        const auto [values, classes] = logProbabilities.topk(kept, 1);
        const auto probability = logProbabilities.accessor<double, 2>();
        const auto top = values.accessor<double, 2>();
        const auto topClass = classes.accessor<int64_t, 2>();
        for (int64_t row = 0; row < rows.size(0); ++row) {
            const Sample &sample = cache.sample(indices.at(static_cast<size_t>(first + row)));
            PhotoResult result;
            result.path = sample.path;
            result.label = sample.label;
            result.loss = -probability[row][sample.label];
            for (int64_t rank = 0; rank < kept; ++rank) {
                result.topClasses.append(static_cast<int>(topClass[row][rank]));
                result.topProbabilities.append(std::exp(top[row][rank]));
            }
            const float *const logit = rows.const_data_ptr<float>() + row * rows.size(1);
            result.logits = QList<float>(logit, logit + rows.size(1));
            results.append(result);
        }
    }
}

namespace {

/// Pooled features of some photos, and their numbers in the cache; returns false to end early.
using FeatureVisitor = std::function<bool(const torch::Tensor &features, const std::vector<int> &indices)>;

Error stopped()
{
    return {ErrorCode::Interrupted, tr("The evaluation was stopped.")};
}

/// Runs the backbone in eval mode over centre crops of the photos, in order, and over their mirror images where the model
/// answers from both. Interrupted: `visit` ended it. `still`: may be null; takes over what its parts make of the photos.
Result<void> forEachBatch(MobileNetV2 &network, const Preprocessing &preprocessing, const PhotoCache &cache,
                          const std::vector<int> &indices, torch::Device device, int threads, const FeatureVisitor &visit,
                          StillOutputs *still = nullptr)
{
    const torch::NoGradGuard noGrad;
    network->eval();
    // On the CPU the folded network answers, always in 32 bits: what is measured is what will be predicted with.
    std::optional<FoldedBackbone> folded;
    if (device.is_cpu())
        folded.emplace(network, torch::kFloat32);
    if (!folded || preprocessing.testFlip)
        still = nullptr; // the folded network alone can begin in the middle; mirror images would have to be kept as well
    if (still && still->isComplete()) {
        for (const StillOutputs::Batch &batch : still->batches()) {
            if (!visit(folded->pooledFeatures(batch.x, still->parts()), batch.indices))
                return stopped();
        }
        return {};
    }

    BatchLoader::Options options;
    options.imageSize = preprocessing.inputSize;
    options.batchSize = kEvaluationBatch;
    options.augmentation.enabled = false;
    options.threads = threads;
    BatchLoader loader(cache, indices, options);
    if (still)
        still->begin(static_cast<int64_t>(indices.size()));
    while (const std::optional<Batch> batch = loader.next()) {
        const torch::Tensor input =
            networkInput(batch->pixels.data(), batch->count, preprocessing.inputSize, preprocessing, device);
        const torch::Tensor features = answerFeatures(input, preprocessing.testFlip, [&](const torch::Tensor &pixels) {
            if (!folded)
                return network->pooledFeatures(pixels);
            if (!still)
                return folded->pooledFeatures(pixels);
            const torch::Tensor x = folded->run(pixels, 0, still->parts());
            still->add(x, batch->indices);
            return folded->pooledFeatures(x, still->parts());
        });
        if (!visit(features, batch->indices))
            return stopped();
    }
    if (still)
        still->finish();
    return {};
}

} // namespace

Result<torch::Tensor> pooledFeaturesOf(MobileNetV2 &network, const Preprocessing &preprocessing, const PhotoCache &cache,
                                       const std::vector<int> &indices, torch::Device device, int threads,
                                       const std::function<bool(int)> &afterBatch)
{
    torch::Tensor all = torch::empty({static_cast<int64_t>(indices.size()), network->featureChannels()});
    int64_t done = 0;
    const Result<void> visited = forEachBatch(network, preprocessing, cache, indices, device, threads,
                                              [&](const torch::Tensor &features, const std::vector<int> &photos) {
                                                  const auto count = static_cast<int64_t>(photos.size());
                                                  all.narrow(0, done, count).copy_(features);
                                                  done += count;
                                                  return afterBatch(static_cast<int>(done));
                                              });
    if (!visited)
        return visited.error();
    return all;
}

Result<Evaluation> evaluateNetwork(MobileNetV2 &network, const Preprocessing &preprocessing,
                                   const QList<float> &featureMean, const PhotoCache &cache,
                                   const std::vector<int> &indices, Subset subset, torch::Device device, int threads,
                                   const std::function<bool(int)> &afterBatch, StillOutputs *still)
{
    const OutOfSetScorer scorer(network, featureMean);
    QList<PhotoResult> results;
    results.reserve(static_cast<qsizetype>(indices.size()));
    const FeatureVisitor answer = [&](const torch::Tensor &features, const std::vector<int> &photos) {
        const qsizetype first = results.size();
        appendResults(network->classify(features), photos, cache, results);
        const torch::Tensor scores = scorer.scores(features).contiguous();
        for (qsizetype row = first; row < results.size(); ++row)
            results[row].outOfSetScore = scores.const_data_ptr<double>()[row - first];
        return afterBatch(static_cast<int>(results.size()));
    };
    const Result<void> visited = forEachBatch(network, preprocessing, cache, indices, device, threads, answer, still);
    if (!visited)
        return visited.error();
    return tally(subset, std::move(results), 0);
}

Result<ModelEvaluation> ModelEvaluator::evaluate(const QString &modelPath, const Dataset &dataset, std::optional<Subset> subset,
                                                 int threads, RunControl &control, const ProgressSink &progress)
{
    try {
        useTensorMemory();
        Result<LoadedModel> model = readModel(modelPath);
        if (!model)
            return model.error();
        if (threads > 0)
            at::set_num_threads(threads);

        ModelEvaluation measured;
        measured.model = model->info;
        measured.subset = subset;
        const MatchedPhotos photos = matchPhotos(dataset, subset, model->info.classNames);
        measured.unknownClasses = photos.unknownClasses;
        measured.unseenClasses = photos.unseenClasses;
        if (photos.samples.isEmpty()) {
            return Error{ErrorCode::InvalidArgument,
                         subset ? tr("None of the “%1” photos belongs to a class that this model knows. Choose the data set that "
                                     "it was trained for, or another subset.").arg(subsetKey(*subset))
                                : tr("None of the photos belongs to a class that this model knows. Its classes are: %1. Name the folders "
                                     "or labels like them.").arg(model->info.classNames.join(QStringLiteral(", ")))};
        }

        PhotoCache::Options options;
        options.shortSide = model->info.preprocessing.inputSize * 256 / 224;
        options.threads = threads;
        const Result<PhotoCache> cache = PhotoCache::build(photos.samples, options, control, [&](qint64 done, qint64 total) {
            progress(done, 2 * total); // half of the way: then the network looks at them
        });
        if (!cache)
            return cache.error();
        std::vector<int> usable;
        for (int index = 0; index < cache->size(); ++index) {
            if (cache->isUsable(index))
                usable.push_back(index);
        }
        const auto total = static_cast<qint64>(usable.size());
        Result<Evaluation> evaluation =
            evaluateNetwork(model->network, model->info.preprocessing, model->info.calibration.featureMean, *cache, usable,
                            subset.value_or(Subset::Test), torch::kCPU, 2, [&](int done) {
                                progress(total + done, 2 * total);
                                return control.checkpoint();
                            });
        if (!evaluation)
            return evaluation.error();
        evaluation->skipped = photos.unknownPhotos + cache->size() - static_cast<int>(usable.size());
        measured.evaluation = atTemperature(std::move(evaluation).value(), model->info.calibration.temperature);
        return measured;
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::OutOfMemory, tr("Memory ran out. Close other programs and try again.")};
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal, tr("LibTorch gave up: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

} // namespace flower
