// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/TrainingRun.h"

#include "engine/ml/Engine.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "engine/ml/inference/NetworkInput.h"
#include "engine/ml/training/LearningRateSchedule.h"
#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cmath>
#include <thread>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

torch::Device torchDevice(Device wanted)
{
    if ((wanted == Device::Auto || wanted == Device::Cuda) && isDeviceAvailable(Device::Cuda))
        return torch::kCUDA;
    if (wanted == Device::Mps && isDeviceAvailable(Device::Mps))
        return torch::kMPS;
    return torch::kCPU;
}

/// Parameters and buffers in a fixed order.
std::vector<torch::Tensor> stateOf(MobileNetV2 &network)
{
    std::vector<torch::Tensor> state = network->parameters();
    const std::vector<torch::Tensor> buffers = network->buffers();
    state.insert(state.end(), buffers.begin(), buffers.end());
    return state;
}

void setLearningRate(torch::optim::Optimizer &optimizer, double rate)
{
    for (torch::optim::OptimizerParamGroup &group : optimizer.param_groups())
        group.options().set_lr(rate);
}

} // namespace

TrainingRun::TrainingRun(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                         const TrainingEventSink &sink)
    : m_config(config), m_dataset(dataset), m_control(control), m_reporter(runId, sink)
{
    m_summary.runId = runId;
    m_summary.runFolder = config.runFolder;
    m_timer.start();
}

TrainingRun::~TrainingRun() = default;

Result<TrainingSummary> TrainingRun::run()
{
    m_reporter.setState(RunState::Preparing);
    if (const Result<void> prepared = prepare(); !prepared) {
        if (prepared.error().code != ErrorCode::Interrupted)
            return prepared.error();
        m_summary.state = RunState::Stopped;
        m_summary.seconds = static_cast<double>(m_timer.elapsed()) / 1e3;
        return m_summary;
    }

    m_reporter.setState(RunState::Training);
    const bool trained = trainHead() && trainAllLayers();
    m_summary.state = trained ? RunState::Completed : RunState::Stopped;

    if (!m_bestState.empty()) {
        if (m_config.keepBest || !trained)
            restoreBest();
        if (trained && !m_photos.test.empty()) {
            m_reporter.setState(RunState::Testing);
            Result<Evaluation> test =
                evaluateNetwork(m_network, m_preprocessing, *m_cache, m_photos.test, Subset::Test, m_device, 2, [this](int done) {
                    report(Activity::Testing, Phase::FineTune, done, static_cast<int>(m_photos.test.size()), 0.0);
                    return m_reporter.checkpoint(m_control);
                });
            if (test)
                m_summary.test = std::move(test).value();
        }
        if (const Result<void> saved = saveModel(m_summary.test ? m_summary.test->top1 : -1.0); !saved)
            return saved.error();
    }
    m_summary.validation = m_bestValidation;
    m_summary.seconds = static_cast<double>(m_timer.elapsed()) / 1e3;
    return m_summary;
}

Result<void> TrainingRun::prepare()
{
    if (m_dataset.classCount() < 2)
        return Error{ErrorCode::InvalidArgument, tr("There is only one kind of flower here. Add photos of a second one.")};
    if (!QDir().mkpath(m_config.runFolder)) {
        return Error{ErrorCode::Unwritable,
                     tr("The folder %1 can't be made. Choose another place for the run.").arg(m_config.runFolder)};
    }
    if (m_config.device == Device::Cuda && !isDeviceAvailable(Device::Cuda))
        return Error{ErrorCode::Unsupported, tr("No CUDA device can be used here. Choose “auto” or “cpu”.")};
    if (m_config.device == Device::Mps && !isDeviceAvailable(Device::Mps))
        return Error{ErrorCode::Unsupported, tr("MPS can't be used here. Choose “auto” or “cpu”.")};

    useTensorMemory();
    at::set_num_threads(m_config.threads > 0 ? m_config.threads
                                             : std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    torch::manual_seed(m_config.seed);
    m_device = torchDevice(m_config.device);
    if (const Result<void> built = buildNetwork(); !built)
        return built;
    return loadPhotos();
}

Result<void> TrainingRun::buildNetwork()
{
    m_preprocessing = Preprocessing();
    std::optional<WeightsFile> weights;
    if (!m_config.weightsPath.isEmpty()) {
        Result<WeightsFile> read = readWeights(m_config.weightsPath);
        if (!read)
            return read.error();
        weights = std::move(read).value();
        m_preprocessing = weights->info.preprocessing;
        if (std::abs(weights->info.architecture.width - m_config.width) > 1e-6) {
            return Error{ErrorCode::InvalidArgument,
                         tr("The weights are of width %1, but the network is set to %2. Choose the same width or other weights.")
                             .arg(weights->info.architecture.width).arg(m_config.width)};
        }
    } else {
        m_reporter.send(Notice{tr("The network starts from scratch, without pretrained weights. It needs many more photos and "
                                  "epochs to become as good.")});
    }
    m_preprocessing.inputSize = m_config.imageSize;

    MobileNetV2Options options;
    options.width = m_config.width;
    options.classes = m_dataset.classCount();
    options.dropout = m_config.head.dropout;
    options.padding = m_preprocessing.padding;
    options.batchNormEpsilon = m_preprocessing.batchNormEpsilon;
    m_network = MobileNetV2(options);
    if (weights) {
        if (const Result<void> copied = copyBackbone(*weights, m_network); !copied)
            return copied;
    }
    m_network->to(m_device);
    for (torch::Tensor &parameter : m_network->parameters()) {
        if (parameter.dim() == 4)
            parameter.set_data(parameter.detach().contiguous(torch::MemoryFormat::ChannelsLast));
    }
    if (m_device.is_cpu())
        m_folded = std::make_unique<FoldedBackbone>(m_network, learningType(m_config.precision));
    return {};
}

Result<void> TrainingRun::loadPhotos()
{
    PhotoCache::Options options;
    options.shortSide = m_config.imageSize * 256 / 224;
    options.threads = m_config.threads;
    options.maxBytes = qint64(m_config.cacheMegabytes) * 1'000'000;
    Result<PhotoCache> cache = PhotoCache::build(m_dataset.samples, options, m_control, [this](qint64 done, qint64 total) {
        report(Activity::LoadingPhotos, Phase::Head, static_cast<int>(done), static_cast<int>(total), 0.0);
    });
    if (!cache)
        return cache.error();
    m_cache = std::make_unique<PhotoCache>(std::move(cache).value());
    for (int index = 0; index < m_cache->size(); ++index) {
        if (!m_cache->isUsable(index))
            continue;
        switch (m_cache->sample(index).subset) {
        case Subset::Train:
            m_photos.train.push_back(index);
            break;
        case Subset::Validation:
            m_photos.val.push_back(index);
            break;
        case Subset::Test:
            m_photos.test.push_back(index);
            break;
        }
    }
    m_summary.skippedPhotos = static_cast<int>(m_cache->problems().size());
    if (!m_cache->problems().isEmpty())
        m_reporter.send(PhotosSkipped{m_cache->problems()});
    if (m_photos.train.size() < 2) {
        return Error{ErrorCode::InvalidArgument,
                     tr("There are not enough readable photos to train on. Add photos, at least ten of each kind.")};
    }

    const ArchitectureInfo architecture =
        describeMobileNetV2(m_config.width, m_dataset.classCount(), m_config.imageSize);
    m_reporter.send(RunStarted{m_dataset.classCount(), static_cast<int>(m_photos.train.size()),
                               static_cast<int>(m_photos.val.size()), static_cast<int>(m_photos.test.size()),
                               m_config.head.epochs, m_config.fineTune.epochs, architecture.parameters,
                               architecture.multiplyAdds, QString::fromStdString(m_device.str()), at::get_num_threads()});
    return {};
}

std::optional<torch::Tensor> TrainingRun::computeFeatures(const std::vector<int> &indices, int view)
{
    const torch::NoGradGuard noGrad;
    m_network->eval();
    BatchLoader::Options options = loaderOptions(m_config.head, std::max(0, view));
    options.batchSize = 32;
    options.shuffle = false;
    if (view < 0)
        options.augmentation.enabled = false;
    BatchLoader loader(*m_cache, indices, options);
    std::vector<torch::Tensor> parts;
    QElapsedTimer timer;
    timer.start();
    int done = 0;
    while (const std::optional<Batch> batch = loader.next()) {
        const torch::Tensor input = networkInput(batch->pixels.data(), batch->count, m_config.imageSize, m_preprocessing, m_device,
                                                 m_folded ? m_folded->type() : torch::kFloat32);
        parts.push_back(m_folded ? m_folded->pooledFeatures(input) : m_network->pooledFeatures(input));
        done += batch->count;
        m_forwardRate = done / std::max(1e-3, static_cast<double>(timer.elapsed()) / 1e3);
        report(Activity::ComputingFeatures, Phase::Head, done, static_cast<int>(indices.size()), m_forwardRate);
        if (!m_reporter.checkpoint(m_control))
            return std::nullopt;
    }
    return parts.empty() ? torch::Tensor() : torch::cat(parts);
}

bool TrainingRun::trainHead()
{
    const PhaseConfig &phase = m_config.head;
    if (phase.epochs == 0)
        return true;
    m_network->setDropout(phase.dropout);
    const std::unique_ptr<torch::optim::Optimizer> optimizer = makeOptimizer(phase, m_network->head()->parameters());
    LearningRateSchedule schedule(phase);

    std::vector<int64_t> labels;
    for (const int index : m_photos.train)
        labels.push_back(m_cache->sample(index).label);
    const torch::Tensor allLabels = torch::tensor(labels, torch::kInt64).to(m_device);

    // The backbone stands still: its features of the validation photos are the same in every epoch.
    const std::optional<torch::Tensor> valFeatures = computeFeatures(m_photos.val, -1);
    if (!valFeatures)
        return false;
    std::vector<torch::Tensor> views; // N × C each
    for (int view = 0; view < (phase.augmentation.enabled ? m_config.featureViews : 1); ++view) {
        const std::optional<torch::Tensor> features = computeFeatures(m_photos.train, view);
        if (!features)
            return false;
        views.push_back(*features);
    }

    const auto count = static_cast<int64_t>(m_photos.train.size());
    const int batches = static_cast<int>((count + phase.batchSize - 1) / phase.batchSize);
    m_phaseHasScore = false;
    for (int epoch = 0; epoch < phase.epochs; ++epoch) {
        QElapsedTimer epochTimer;
        epochTimer.start();
        ++m_epoch;
        torch::Tensor features;
        if (views.empty()) {
            const std::optional<torch::Tensor> fresh = computeFeatures(m_photos.train, epoch);
            if (!fresh)
                return false;
            features = *fresh;
        } else {
            features = views.at(static_cast<size_t>(epoch) % views.size());
        }

        m_network->train();
        const torch::Tensor order = torch::randperm(count, torch::kInt64).to(m_device);
        EpochSums sums;
        double rate = 0.0;
        for (int batch = 0; batch < batches; ++batch) {
            const int64_t first = static_cast<int64_t>(batch) * phase.batchSize;
            const torch::Tensor chosen = order.slice(0, first, std::min(count, first + phase.batchSize));
            rate = schedule.at(epoch + double(batch) / batches);
            step(m_network->classify(features.index_select(0, chosen)), allLabels.index_select(0, chosen), *optimizer, phase,
                 rate, m_epoch - 1 + double(batch + 1) / batches, sums);
            if (!m_reporter.checkpoint(m_control))
                return false;
        }
        sums.learningSeconds = static_cast<double>(epochTimer.elapsed()) / 1e3;

        m_network->eval();
        QList<PhotoResult> results;
        if (!m_photos.val.empty()) {
            const torch::NoGradGuard noGrad;
            appendResults(m_network->classify(*valFeatures), m_photos.val, *m_cache, results);
        }
        m_headEpochSeconds = static_cast<double>(epochTimer.elapsed()) / 1e3;
        const bool goOn = finishEpoch(Phase::Head, sums, summarize(Subset::Validation, std::move(results), 0), rate,
                                      epochTimer, schedule);
        m_summary.headValTop1 = m_summary.bestValTop1;
        if (!goOn)
            break;
    }
    return true;
}

bool TrainingRun::trainAllLayers()
{
    const PhaseConfig &phase = m_config.fineTune;
    if (phase.epochs == 0)
        return true;
    if (m_config.keepBest && !m_bestState.empty())
        restoreBest();
    m_network->setDropout(phase.dropout);
    if (m_config.batchNormLearns)
        m_folded.reset();
    releaseUnusedTensorMemory();

    // Layers in front of the first learning one are run without a graph, in eval mode.
    const int firstLearning = m_config.learningBlocks >= kBlockCount ? 0 : 1 + kBlockCount - m_config.learningBlocks;
    std::vector<torch::Tensor> learning = m_network->head()->parameters();
    const torch::nn::Sequential features = m_network->features();
    for (size_t layer = 0; layer < features->size(); ++layer) {
        for (torch::Tensor &parameter : features->ptr(layer)->parameters()) {
            const bool learns = static_cast<int>(layer) >= firstLearning;
            parameter.set_requires_grad(learns);
            if (learns)
                learning.push_back(parameter);
        }
    }
    const std::unique_ptr<torch::optim::Optimizer> optimizer = makeOptimizer(phase, learning);
    LearningRateSchedule schedule(phase);
    const int firstEpoch = m_epoch;
    m_phaseHasScore = false;

    for (int epoch = 0; epoch < phase.epochs; ++epoch) {
        QElapsedTimer epochTimer;
        epochTimer.start();
        ++m_epoch;
        m_network->train();
        m_network->features()->train(m_config.batchNormLearns);
        for (int layer = 0; layer < firstLearning; ++layer)
            features->ptr(static_cast<size_t>(layer))->eval();

        BatchLoader loader(*m_cache, m_photos.train, loaderOptions(phase, 1000 + firstEpoch + epoch));
        const int batches = loader.batchCount();
        EpochSums sums;
        double rate = 0.0;
        for (int number = 0; const std::optional<Batch> batch = loader.next(); ++number) {
            if (batch->count < 2 && m_config.batchNormLearns)
                continue; // BatchNorm has no variance of a single photo
            rate = schedule.at(epoch + double(number) / batches);
            learn(*batch, firstLearning, *optimizer, rate, m_epoch - 1 + double(number + 1) / batches, sums);
            report(Activity::Learning, Phase::FineTune, number + 1, batches,
                   static_cast<double>(sums.photos) / std::max(1e-3, static_cast<double>(epochTimer.elapsed()) / 1e3));
            if (!m_reporter.checkpoint(m_control))
                return false;
        }
        sums.learningSeconds = static_cast<double>(epochTimer.elapsed()) / 1e3;

        Evaluation validation;
        if (!m_photos.val.empty()) {
            Result<Evaluation> measured = evaluateNetwork(
                m_network, m_preprocessing, *m_cache, m_photos.val, Subset::Validation, m_device, 2, [this](int done) {
                    report(Activity::Validating, Phase::FineTune, done, static_cast<int>(m_photos.val.size()), 0.0);
                    return m_reporter.checkpoint(m_control);
                });
            if (!measured)
                return false;
            validation = std::move(measured).value();
        }
        m_fineTuneEpochSeconds = static_cast<double>(epochTimer.elapsed()) / 1e3;
        if (!finishEpoch(Phase::FineTune, sums, validation, rate, epochTimer, schedule))
            break;
    }
    return true;
}

void TrainingRun::learn(const Batch &batch, int firstLearning, torch::optim::Optimizer &optimizer, double learningRate,
                        double epochPosition, EpochSums &sums)
{
    const torch::Tensor labels =
        torch::from_blob(const_cast<int64_t *>(batch.labels.data()), {batch.count}, torch::kInt64).to(m_device);
    torch::Tensor x = networkInput(batch.pixels.data(), batch.count, m_config.imageSize, m_preprocessing, m_device,
                                   m_folded ? m_folded->type() : torch::kFloat32);
    if (m_folded) {
        const torch::Tensor pooled =
            m_folded->forward(m_folded->run(x, 0, firstLearning), firstLearning).requires_grad_();
        step(m_network->classify(pooled), labels, optimizer, m_config.fineTune, learningRate, epochPosition, sums,
             [&] { m_folded->backward(pooled.grad()); });
        m_folded->fold(firstLearning);
        return;
    }
    if (firstLearning > 0) {
        const torch::NoGradGuard noGrad;
        x = m_network->runFeatures(x, 0, firstLearning);
    }
    x = m_network->runFeatures(x, firstLearning, MobileNetV2Impl::kFeatureLayers).mean({2, 3});
    step(m_network->classify(x), labels, optimizer, m_config.fineTune, learningRate, epochPosition, sums);
}

void TrainingRun::step(const torch::Tensor &logits, const torch::Tensor &labels, torch::optim::Optimizer &optimizer,
                       const PhaseConfig &phase, double learningRate, double epochPosition, EpochSums &sums,
                       const std::function<void()> &afterBackward)
{
    const torch::Tensor loss = torch::nn::functional::cross_entropy(
        logits, labels, torch::nn::functional::CrossEntropyFuncOptions().label_smoothing(phase.labelSmoothing));
    optimizer.zero_grad();
    loss.backward();
    if (afterBackward)
        afterBackward();
    setLearningRate(optimizer, learningRate);
    optimizer.step();

    const auto lossValue = loss.item<double>();
    const auto right = logits.detach().argmax(1).eq(labels).sum().item<int64_t>();
    const int64_t photos = labels.size(0);
    sums.loss += lossValue * static_cast<double>(photos);
    sums.right += right;
    sums.photos += photos;
    m_reporter.addPoint({epochPosition, lossValue, static_cast<double>(right) / static_cast<double>(photos), learningRate});
}

bool TrainingRun::finishEpoch(Phase which, const EpochSums &sums, const Evaluation &validation, double learningRate,
                              const QElapsedTimer &epochTimer, LearningRateSchedule &schedule)
{
    const PhaseConfig &phase = m_config.phase(which);
    const double photos = std::max<double>(1.0, static_cast<double>(sums.photos));
    EpochResult result;
    result.phase = which;
    result.epoch = m_epoch;
    result.trainLoss = sums.loss / photos;
    result.trainTop1 = static_cast<double>(sums.right) / photos;
    result.valLoss = validation.loss;
    result.valTop1 = validation.top1;
    result.valTop5 = validation.top5;
    result.learningRate = learningRate;
    result.imagesPerSecond = photos / std::max(1e-3, sums.learningSeconds);

    // Without validation photos the training loss decides: the only thing that is known.
    const bool validated = validation.photos > 0;
    const bool isBest = !validated || !m_bestValidation || validation.top1 > m_bestValidation->top1
        || (validation.top1 == m_bestValidation->top1 && validation.loss < m_bestValidation->loss);
    result.isBest = isBest;
    if (isBest)
        keepBest(validation);
    m_summary.epochsDone = m_epoch;
    result.seconds = static_cast<double>(epochTimer.elapsed()) / 1e3;
    m_reporter.send(result);

    const double score = !validated                                   ? -result.trainLoss
                         : phase.metric == MonitoredMetric::ValTop1 ? validation.top1
                                                                      : -validation.loss;
    schedule.epochEnded(score);
    m_epochsWithoutBest = m_phaseHasScore && score <= m_phaseBestScore ? m_epochsWithoutBest + 1 : 0;
    m_phaseBestScore = m_phaseHasScore ? std::max(m_phaseBestScore, score) : score;
    m_phaseHasScore = true;
    if (phase.earlyStopping && m_epochsWithoutBest >= phase.patience) {
        m_reporter.send(Notice{tr("Phase %1 ended early: nothing improved for %2 epochs.")
                                   .arg(which == Phase::Head ? 1 : 2).arg(phase.patience)});
        return false;
    }
    return true;
}

void TrainingRun::keepBest(const Evaluation &validation)
{
    const torch::NoGradGuard noGrad;
    m_bestState.clear();
    for (const torch::Tensor &tensor : stateOf(m_network))
        m_bestState.push_back(tensor.detach().to(torch::kCPU, tensor.scalar_type(), false, /*copy=*/true));
    if (validation.photos > 0)
        m_bestValidation = validation;
    m_summary.bestEpoch = m_epoch;
    m_summary.bestValTop1 = validation.top1;
}

void TrainingRun::restoreBest()
{
    const torch::NoGradGuard noGrad;
    const std::vector<torch::Tensor> state = stateOf(m_network);
    for (size_t index = 0; index < state.size(); ++index)
        state[index].copy_(m_bestState.at(index));
    if (m_folded)
        m_folded->fold();
}

Result<void> TrainingRun::saveModel(double testTop1)
{
    ModelInfo info;
    info.architecture = describeMobileNetV2(m_config.width, m_dataset.classCount(), m_config.imageSize);
    info.preprocessing = m_preprocessing;
    info.classNames = m_dataset.classNames;
    info.trainedOn = m_dataset.name;
    info.trainedAt = QDateTime::currentDateTimeUtc();
    info.valTop1 = m_bestValidation ? m_bestValidation->top1 : -1.0;
    info.testTop1 = testTop1;
    const bool bestIsSaved = m_config.keepBest || m_summary.state == RunState::Stopped || m_summary.bestEpoch == m_epoch;
    if (m_bestValidation && bestIsSaved)
        info.calibration = calibrate(*m_bestValidation, m_summary.test);
    const QString path = QDir(m_config.runFolder).filePath(QStringLiteral("model.safetensors"));
    if (Result<void> written = writeModel(path, m_network, info); !written)
        return written;
    m_summary.modelPath = path;
    return {};
}

void TrainingRun::report(Activity activity, Phase phase, int batch, int batches, double imagesPerSecond)
{
    Progress progress;
    progress.activity = activity;
    progress.phase = phase;
    progress.epoch = m_epoch;
    progress.epochs = m_config.head.epochs + m_config.fineTune.epochs;
    progress.batch = batch;
    progress.batches = batches;
    progress.imagesPerSecond = imagesPerSecond;
    progress.secondsLeft = secondsLeft();
    m_reporter.progress(std::move(progress));
}

double TrainingRun::secondsLeft() const
{
    const int headLeft = std::max(0, m_config.head.epochs - m_epoch);
    const int fineTuneLeft = m_config.head.epochs + m_config.fineTune.epochs - std::max(m_epoch, m_config.head.epochs);
    double fineTuneEpoch = m_fineTuneEpochSeconds;
    if (fineTuneEpoch < 0 && m_forwardRate > 0) {
        // Backward costs about twice as much as forward: an estimate until the first such epoch has been timed.
        fineTuneEpoch = (3.5 * static_cast<double>(m_photos.train.size()) + static_cast<double>(m_photos.val.size()))
            / m_forwardRate;
    }
    if (fineTuneEpoch < 0 || (headLeft > 0 && m_headEpochSeconds < 0))
        return -1.0;
    return headLeft * std::max(0.0, m_headEpochSeconds) + fineTuneLeft * fineTuneEpoch;
}

BatchLoader::Options TrainingRun::loaderOptions(const PhaseConfig &phase, int epoch) const
{
    BatchLoader::Options options;
    options.imageSize = m_config.imageSize;
    options.batchSize = phase.batchSize;
    options.shuffle = true;
    options.augmentation = phase.augmentation;
    options.seed = m_config.seed;
    options.epoch = epoch;
    options.threads = 2;
    return options;
}

std::unique_ptr<torch::optim::Optimizer> TrainingRun::makeOptimizer(const PhaseConfig &phase,
                                                                    std::vector<torch::Tensor> parameters) const
{
    if (phase.optimizer == Optimizer::Sgd) {
        return std::make_unique<torch::optim::SGD>(
            std::move(parameters),
            torch::optim::SGDOptions(phase.learningRate).momentum(phase.momentum).weight_decay(phase.weightDecay));
    }
    return std::make_unique<torch::optim::AdamW>(
        std::move(parameters), torch::optim::AdamWOptions(phase.learningRate).weight_decay(phase.weightDecay));
}

} // namespace flower
