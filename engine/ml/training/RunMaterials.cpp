// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/RunMaterials.h"

#include "engine/core/ClassBalance.h"
#include "engine/data/BalancedSample.h"
#include "engine/ml/Engine.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/inference/NetworkInput.h"
#include "engine/ml/weights/ModelFile.h"

#include <ATen/CPUGeneratorImpl.h>

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cmath>
#include <mutex>
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

} // namespace

Result<void> RunMaterials::prepare()
{
    if (dataset.classCount() < 2)
        return Error{ErrorCode::InvalidArgument, tr("There is only one kind of flower here. Add photos of a second one.")};
    if (!QDir().mkpath(config.runFolder)) {
        return Error{ErrorCode::Unwritable,
                     tr("The folder %1 can't be made. Choose another place for the run.").arg(config.runFolder)};
    }
    if (config.device == Device::Cuda && !isDeviceAvailable(Device::Cuda))
        return Error{ErrorCode::Unsupported, tr("No CUDA device can be used here. Choose “auto” or “cpu”.")};
    if (config.device == Device::Mps && !isDeviceAvailable(Device::Mps))
        return Error{ErrorCode::Unsupported, tr("MPS can't be used here. Choose “auto” or “cpu”.")};

    useTensorMemory();
    at::set_num_threads(config.threads > 0 ? config.threads
                                           : std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
    device = torchDevice(config.device);
    {
        const std::lock_guard lock(sharedRandomNumbers());
        torch::manual_seed(config.seed);
        if (const Result<void> built = buildNetwork(); !built)
            return built;
        random = at::detail::getDefaultCPUGenerator().clone();
    }
    network->setRandomNumbers(random);
    return loadPhotos();
}

Result<void> RunMaterials::buildNetwork()
{
    std::optional<WeightsFile> weights;
    const QString weightsPath = resumed ? keeper.folder().startPath() : config.weightsPath;
    if (!weightsPath.isEmpty()) {
        Result<WeightsFile> read = readWeights(weightsPath);
        if (!read)
            return read.error();
        weights = std::move(read).value();
        preprocessing = weights->info.preprocessing;
        if (std::abs(weights->info.architecture.width - config.width) > 1e-6) {
            return Error{ErrorCode::InvalidArgument,
                         tr("The weights are of width %1, but the network is set to %2. Choose the same width or other weights.")
                             .arg(weights->info.architecture.width).arg(config.width)};
        }
    } else {
        progress.reporter.send(Notice{tr("The network starts from scratch, without pretrained weights. It needs many more photos "
                                         "and epochs to become as good.")});
    }
    preprocessing.inputSize = config.imageSize;
    preprocessing.testFlip = config.testFlip; // whatever the weights' own model did

    MobileNetV2Options options;
    options.width = config.width;
    options.classes = dataset.classCount();
    options.dropout = config.head.dropout;
    options.padding = preprocessing.padding;
    options.batchNormEpsilon = preprocessing.batchNormEpsilon;
    network = MobileNetV2(options);
    if (weights) {
        if (const Result<void> copied = resumed ? copyNetwork(*weights, network) : copyBackbone(*weights, network); !copied)
            return copied;
    }
    network->to(device);
    for (torch::Tensor &parameter : network->parameters()) {
        if (parameter.dim() == 4)
            parameter.set_data(parameter.detach().contiguous(torch::MemoryFormat::ChannelsLast));
    }
    if (device.is_cpu())
        folded = std::make_unique<FoldedBackbone>(network, learningType(config.precision));
    return {};
}

Result<void> RunMaterials::loadPhotos()
{
    PhotoCache::Options options;
    options.shortSide = config.imageSize * 256 / 224;
    options.threads = config.threads;
    options.maxBytes = qint64(config.cacheMegabytes) * 1'000'000;
    Result<PhotoCache> built = PhotoCache::build(dataset.samples, options, control, [this](qint64 done, qint64 total) {
        report(Activity::LoadingPhotos, Phase::Head, static_cast<int>(done), static_cast<int>(total));
    });
    if (!built)
        return built.error();
    cache = std::make_unique<PhotoCache>(std::move(built).value());
    for (int index = 0; index < cache->size(); ++index) {
        if (!cache->isUsable(index))
            continue;
        switch (cache->sample(index).subset) {
        case Subset::Train:
            photos.train.push_back(index);
            break;
        case Subset::Validation:
            photos.val.push_back(index);
            break;
        case Subset::Test:
            photos.test.push_back(index);
            break;
        }
    }
    skippedPhotos = static_cast<int>(cache->problems().size());
    if (!cache->problems().isEmpty())
        progress.reporter.send(PhotosSkipped{cache->problems()});
    if (photos.train.size() < 2) {
        return Error{ErrorCode::InvalidArgument,
                     tr("There are not enough readable photos to train on. Add photos, at least ten of each kind.")};
    }

    const ArchitectureInfo architecture = describeMobileNetV2(config.width, dataset.classCount(), config.imageSize);
    progress.reporter.send(RunStarted{dataset.classCount(), static_cast<int>(photos.train.size()),
                                      static_cast<int>(photos.val.size()), static_cast<int>(photos.test.size()),
                                      config.head.epochs, config.fineTune.epochs, architecture.parameters,
                                      architecture.multiplyAdds, QString::fromStdString(device.str()),
                                      at::get_num_threads()});
    return {};
}

ModelInfo RunMaterials::modelInfo() const
{
    ModelInfo info;
    info.architecture = describeMobileNetV2(config.width, dataset.classCount(), config.imageSize);
    info.preprocessing = preprocessing;
    info.classNames = dataset.classNames;
    info.trainedOn = dataset.name;
    info.trainedAt = QDateTime::currentDateTimeUtc();
    return info;
}

int RunMaterials::usablePhotos() const
{
    return static_cast<int>(photos.train.size() + photos.val.size() + photos.test.size());
}

std::vector<int> RunMaterials::trainLabels() const
{
    std::vector<int> labels;
    labels.reserve(photos.train.size());
    for (const int index : photos.train)
        labels.push_back(cache->sample(index).label);
    return labels;
}

torch::nn::functional::CrossEntropyFuncOptions RunMaterials::lossOptions(const PhaseConfig &phase) const
{
    auto options = torch::nn::functional::CrossEntropyFuncOptions().label_smoothing(phase.labelSmoothing);
    if (config.classBalance != ClassBalance::Weights)
        return options;
    QList<int> counts(dataset.classCount(), 0);
    for (const int label : trainLabels())
        ++counts[label];
    const QList<double> weights = flower::classWeights(counts);
    return options.weight(torch::tensor(std::vector<double>(weights.cbegin(), weights.cend()), torch::kFloat32).to(device));
}

std::optional<std::vector<int64_t>> RunMaterials::balancedPhotos(int epoch) const
{
    if (config.classBalance != ClassBalance::Sampling)
        return std::nullopt;
    return balancedSample(trainLabels(), config.seed, epoch);
}

std::vector<int> RunMaterials::photosOfEpoch(int epoch) const
{
    const std::optional<std::vector<int64_t>> balanced = balancedPhotos(epoch);
    if (!balanced)
        return photos.train;
    std::vector<int> chosen;
    chosen.reserve(balanced->size());
    for (const int64_t number : *balanced)
        chosen.push_back(photos.train[static_cast<size_t>(number)]);
    return chosen;
}

BatchLoader::Options RunMaterials::loaderOptions(const PhaseConfig &phase, int epoch) const
{
    BatchLoader::Options options;
    options.imageSize = config.viewSize(phase);
    options.batchSize = phase.batchSize;
    options.shuffle = true;
    options.augmentation = phase.augmentation;
    options.seed = config.seed;
    options.epoch = epoch;
    options.threads = 2;
    return options;
}

torch::Tensor RunMaterials::inputOf(const Batch &batch, torch::ScalarType type) const
{
    return networkInput(batch.pixels.data(), batch.count, batch.imageSize, preprocessing, device, type);
}

void RunMaterials::report(Activity activity, Phase phase, int batch, int batches, double imagesPerSecond)
{
    Progress now;
    now.activity = activity;
    now.phase = phase;
    now.epoch = progress.epoch;
    now.epochs = config.head.epochs + config.fineTune.epochs;
    now.batch = batch;
    now.batches = batches;
    now.imagesPerSecond = imagesPerSecond;
    now.secondsLeft = progress.secondsLeft(config, static_cast<int>(photos.train.size()), static_cast<int>(photos.val.size()),
                                           forwardRate);
    progress.reporter.progress(std::move(now));
}

bool RunMaterials::checkpoint()
{
    if (control.isPauseRequested() || control.isStopRequested())
        keeper.finish(progress.reporter);
    return progress.reporter.checkpoint(control);
}

void RunMaterials::tellOfPhotos()
{
    const PhotoCache::News news = cache->takeNews();
    if (!news.lost.isEmpty()) {
        progress.reporter.send(Notice{tr("%1 of the photos can't be read any more, and the network sees a grey square for each. Put them back, or "
                                         "stop the run and train again without them. The first: %2 (%3)")
                                          .arg(news.lost.size()).arg(news.lost.first().path, news.lost.first().reason)});
    }
    if (!news.changed.isEmpty()) {
        progress.reporter.send(Notice{tr("%1 of the photos were changed since the run began, and the network sees them as they are now. If that "
                                         "wasn't meant, put them back, stop the run and train again. The first: %2")
                                          .arg(news.changed.size()).arg(news.changed.first())});
    }
}

Error interrupted()
{
    return {ErrorCode::Interrupted, tr("The training was stopped.")};
}

} // namespace flower
