// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ClassMatching.h"
#include "engine/core/Contracts.h"

#include <QColor>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>
#include <tuple>

// Stand-ins for the engine behind the window: quick, and the same each time.

namespace flower::testing {

inline Dataset fakeDataset(int classes, int photosPerClass)
{
    const QStringList names{QStringLiteral("bluebell"), QStringLiteral("daisy"), QStringLiteral("iris <b>"),
                            QStringLiteral("Löwenzahn"), QStringLiteral("pansy"), QStringLiteral("tulip")};
    Dataset dataset;
    dataset.name = QStringLiteral("meadow");
    dataset.rootPath = QStringLiteral("/photos/meadow");
    for (int label = 0; label < classes; ++label) {
        dataset.classNames.append(names.value(label, QStringLiteral("kind %1").arg(label)));
        for (int number = 0; number < photosPerClass; ++number) {
            dataset.samples.append({QStringLiteral("/photos/meadow/%1/%2.jpg").arg(label).arg(number), label,
                                    number % 5 == 3 ? Subset::Validation : number % 5 == 4 ? Subset::Test : Subset::Train});
        }
    }
    dataset.problems = {{QStringLiteral("/photos/meadow/0/broken.jpg"), QStringLiteral("The file is empty.")}};
    return dataset;
}

class FakeReader : public DatasetReader
{
public:
    Result<Dataset> read(const DatasetRequest &request, RunControl &, const ProgressSink &progress) override
    {
        progress(1, 2);
        if (request.path.contains(QLatin1String("wrong")))
            return Error{ErrorCode::NotFound, QStringLiteral("There is no kind in this folder.")};
        Dataset dataset = fakeDataset(6, request.path.contains(QLatin1String("large")) ? 3400 : 20);
        dataset.kind = request.samples ? DatasetKind::Samples : DatasetKind::ClassFolders;
        if (!request.samples)
            dataset.rootPath = request.path;
        return dataset;
    }
};

class FakePhotos : public PhotoSource
{
public:
    Result<RgbImage> load(const PhotoInput &photo, int maxSide) const override
    {
        RgbImage image{maxSide, maxSide * 3 / 4, {}};
        const QColor color = QColor::fromHsv(static_cast<int>(qHash(photo.path) % 360), 140, 220);
        image.pixels.resize(image.width * image.height * 3);
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                char *pixel = image.pixels.data() + 3 * (y * image.width + x);
                const double shade = std::hypot(x - image.width / 2.0, y - image.height / 2.0) / image.width;
                pixel[0] = static_cast<char>(color.red() * (1 - shade));
                pixel[1] = static_cast<char>(color.green() * (1 - shade));
                pixel[2] = static_cast<char>(color.blue() * (1 - shade));
            }
        }
        return image;
    }
};

/// Views that tell what they were made with: their grey is the photo's number, the view's and the brightness.
class FakeAugmentation : public AugmentationSource
{
public:
    mutable std::atomic<int> calls{0};
    std::atomic<bool> waits{false}; ///< holds each photo until this goes off

    static int grey(int number, int view, const TrainingConfig &config, Phase phase)
    {
        return (number + 10 * view + static_cast<int>(std::lround(100 * config.phase(phase).augmentation.brightness))) % 256;
    }
    Result<AugmentedPhoto> augment(const PhotoInput &photo, int number, const TrainingConfig &config, Phase phase, int views) const override
    {
        ++calls;
        while (waits)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (photo.path.contains(QLatin1String("bad")))
            return Error{ErrorCode::Unreadable, QStringLiteral("The file is damaged or no photo.")};
        AugmentedPhoto augmented;
        augmented.photo = *FakePhotos().load(photo, 256);
        for (int view = 0; view < views; ++view)
            augmented.views.append({32, 32, QByteArray(32 * 32 * 3, static_cast<char>(grey(number, view, config, phase)))});
        return augmented;
    }
};

/// Sends the events of a whole run, with curves that look like ones.
class FakeTrainer : public Trainer
{
public:
    std::atomic<int> batchesPerEpoch{20};
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds before the last epoch until it is stopped or this goes off

    TrainingSummary train(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override
    {
        QDir().mkpath(config.runFolder);
        sink({runId, StateChanged{RunState::Preparing}});
        const int epochs = config.head.epochs + config.fineTune.epochs;
        sink({runId, RunStarted{dataset.classCount(), dataset.count(Subset::Train), dataset.count(Subset::Validation),
                                dataset.count(Subset::Test), config.head.epochs, config.fineTune.epochs, 2245649, 299516032,
                                QStringLiteral("cpu"), 2}});
        sink({runId, StateChanged{RunState::Training}});
        RunFinished finished;
        TrainingSummary &summary = finished.summary;
        summary.runId = runId;
        summary.runFolder = config.runFolder;
        for (int number = 1; number <= epochs && summary.state == RunState::Completed; ++number) {
            const double quality = (number > config.head.epochs ? 0.97 : 0.9) - 0.6 * std::exp(-number / 4.0);
            Progress progress;
            progress.phase = number > config.head.epochs ? Phase::FineTune : Phase::Head;
            progress.epoch = number;
            progress.epochs = epochs;
            progress.batches = batchesPerEpoch;
            progress.batch = batchesPerEpoch;
            progress.imagesPerSecond = 41;
            progress.secondsLeft = 4.0 * (epochs - number);
            progress.memoryBytes = 900'000'000;
            for (int batch = 0; batch < batchesPerEpoch; ++batch) {
                const double wave = 0.08 * std::sin(batch * 2.3 + number);
                progress.points.append({number - 1 + (batch + 1.0) / batchesPerEpoch, 2 * (1 - quality) + wave + 0.1,
                                        std::min(1.0, quality + wave), 1e-3 * std::pow(0.5, number / 7)});
            }
            sink({runId, progress});
            while (waitsInTheMiddle && number == epochs && !control.isStopRequested()) {
                if (control.isPauseRequested())
                    sink({runId, StateChanged{RunState::Paused}});
                if (!control.checkpoint())
                    break;
                sink({runId, StateChanged{RunState::Training}});
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
            EpochResult epoch;
            epoch.phase = progress.phase;
            epoch.epoch = number;
            epoch.trainLoss = 2 * (1 - quality) + 0.1;
            epoch.valLoss = 2 * (1 - quality) + 0.15;
            epoch.trainTop1 = quality;
            epoch.valTop1 = quality - 0.02;
            epoch.valTop5 = 0.99;
            epoch.learningRate = 1e-3;
            epoch.seconds = 4;
            epoch.isBest = true;
            sink({runId, epoch});
            summary.epochsDone = summary.bestEpoch = number;
            summary.bestValTop1 = epoch.valTop1;
            if (control.isStopRequested())
                summary.state = RunState::Stopped;
        }
        summary.seconds = 200;
        summary.modelPath = config.runFolder + QStringLiteral("/model.safetensors");
        QFile model(summary.modelPath);
        model.open(QIODevice::WriteOnly);
        summary.validation = evaluate(Subset::Validation, dataset);
        summary.test = evaluate(Subset::Test, dataset);
        sink({runId, StateChanged{summary.state}});
        sink({runId, finished});
        return summary;
    }

private:
    static Evaluation evaluate(Subset subset, const Dataset &dataset)
    {
        QList<PhotoResult> results;
        for (const Sample &sample : dataset.subset(subset)) {
            const bool wrong = results.size() % 11 == 10;
            const int other = (sample.label + 1) % dataset.classCount();
            results.append({sample.path, sample.label, wrong ? QList<int>{other, sample.label} : QList<int>{sample.label, other},
                            {0.8, 0.2}, wrong ? 1.6 : 0.2});
        }
        return summarize(subset, results, 0);
    }
};

class FakeClassifier : public Classifier
{
public:
    QStringList classNames = fakeDataset(6, 1).classNames; ///< six; to be set before the first call

    Result<ModelInfo> open(const QString &path) override
    {
        if (path.contains(QLatin1String("broken")))
            return Error{ErrorCode::Unreadable, QStringLiteral("This is no model.")};
        ModelInfo info;
        info.path = path;
        info.classNames = classNames;
        info.trainedOn = QStringLiteral("meadow");
        info.testTop1 = 0.961;
        info.calibration.notSureThreshold = 0.5;
        info.calibration.noneOfTheseThreshold = 1.0;
        return info;
    }
    Prediction classify(const PhotoInput &photo, int top) override
    {
        Prediction prediction;
        prediction.path = photo.path;
        if (photo.path.contains(QLatin1String("bad"))) {
            prediction.error = QStringLiteral("The file is damaged or no photo.");
            return prediction;
        }
        prediction.notSure = photo.path.contains(QLatin1String("unsure"));
        prediction.noneOfThese = photo.path.contains(QLatin1String("wall"));
        prediction.outOfSetScore = prediction.noneOfThese ? 2.0 : 0.0;
        double left = 1.0;
        for (int rank = 0; rank < top && rank < classNames.size(); ++rank) {
            const double probability = left * (prediction.notSure ? 0.4 : 0.7);
            left -= probability;
            const int index = static_cast<int>((qHash(photo.path) + static_cast<size_t>(rank)) % static_cast<size_t>(classNames.size()));
            prediction.top.append({index, classNames.at(index), probability});
        }
        if (prediction.notSure)
            prediction.candidates = prediction.top.mid(0, 2);
        return prediction;
    }
    /// All kinds, the third one first; the less so, the more of the middle row is covered.
    Prediction classifyPixels(const RgbImage &photo, int top) override
    {
        int grey = 0;
        const char *pixel = photo.pixels.constData() + 3 * (photo.height / 2) * photo.width;
        for (int column = 0; column < photo.width; ++column, pixel += 3)
            grey += pixel[0] == 124 && pixel[1] == 116 && pixel[2] == 104; // the mean of what the network knows
        const double probability = 0.9 - 0.8 * grey / photo.width;
        Prediction prediction;
        for (int index = 0; index < classNames.size(); ++index)
            prediction.top.append({index, classNames.at(index), index == 2 ? probability : (1 - probability) / 5});
        std::stable_sort(prediction.top.begin(), prediction.top.end(),
                         [](const ScoredClass &a, const ScoredClass &b) { return a.probability > b.probability; });
        prediction.top = prediction.top.mid(0, top);
        return prediction;
    }
    /// Warm in the upper left.
    Result<Explanation> explain(const PhotoInput &photo, int index) override
    {
        if (photo.path.contains(QLatin1String("bad")))
            return Error{ErrorCode::Unreadable, QStringLiteral("The file is damaged or no photo.")};
        const int explained = index < 0 ? classify(photo, 1).top.first().index : index;
        return Explanation{photo.path, {explained, classNames.at(explained), 0.7}, 2, 2, {1.0F, 0.4F, 0.3F, 0.0F}, 0.875};
    }
};

/// Knows half of the kinds: every tenth photo is answered wrongly.
class FakeEvaluator : public Evaluator
{
public:
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds until it is stopped or this goes off

    Result<ModelEvaluation> evaluate(const QString &modelPath, const Dataset &dataset, std::optional<Subset> subset, int,
                                     RunControl &control, const ProgressSink &progress) override
    {
        progress(1, 2);
        while (waitsInTheMiddle && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (control.isStopRequested())
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        ModelEvaluation measured;
        measured.model.path = modelPath;
        measured.model.classNames = dataset.classNames.mid(0, 3);
        measured.model.classNames.append(QStringLiteral("orchid"));
        measured.subset = subset;
        const MatchedPhotos photos = matchPhotos(dataset, subset, measured.model.classNames);
        QList<PhotoResult> results;
        for (const Sample &sample : photos.samples) {
            const int other = (sample.label + 1) % 3;
            const bool wrong = results.size() % 10 == 7;
            results.append({sample.path, sample.label, wrong ? QList<int>{other, sample.label} : QList<int>{sample.label, other},
                            {0.8, 0.2}, wrong ? 1.6 : 0.2});
        }
        measured.evaluation = summarize(subset.value_or(Subset::Test), results, photos.unknownPhotos);
        measured.unknownClasses = photos.unknownClasses;
        measured.unseenClasses = photos.unseenClasses;
        return measured;
    }
};

/// Sweeps over losses with the steepest fall at 1.2e-3 in phase 1 and 1.2e-4 in phase 2.
class FakeRateFinder : public LearningRateFinder
{
public:
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds half-way until it is stopped or this goes off
    std::atomic<bool> findsNothing{false};     ///< a flat curve
    std::atomic<int> lastBatchSize{0};         ///< of phase 1, in the last search

    Result<LearningRateCurve> find(const TrainingConfig &config, const Dataset &dataset, Phase phase, RunControl &control,
                                   const LearningRateSink &sink) override
    {
        lastBatchSize = config.head.batchSize;
        if (dataset.count(Subset::Train) == 0)
            return Error{ErrorCode::InvalidArgument, QStringLiteral("There are not enough photos.")};
        sink({Activity::LoadingPhotos, 1, 2, {}});
        sink({Activity::ComputingFeatures, 1, 2, {}});
        const double middle = phase == Phase::Head ? -2.92 : -3.92;
        LearningRateSweep sweep;
        for (int step = 0; step < LearningRateSweep::kSteps; ++step) {
            const double exponent = std::log10(LearningRateSweep::rateOf(step));
            const double end = std::max(0.0, exponent - middle - 1.3);
            const double fall = findsNothing ? 2.0 : 2.8 - 2.0 / (1 + std::exp(-4 * (exponent - middle))) + 12 * end * end;
            if (!sweep.add(fall + 0.05 * std::sin(step * 2.3)))
                break;
            sink({Activity::Learning, step + 1, LearningRateSweep::kSteps, sweep.points()});
            while (waitsInTheMiddle && step == 50 && !control.isStopRequested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (control.isStopRequested())
                return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        }
        return sweep.curve();
    }
};

/// Places photos of a kind around a point of its own, a few of them beside the next kind's, and says so in two steps.
class FakeMapper : public PhotoMapper
{
public:
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds before the last step until it is stopped or this goes off
    std::atomic<bool> fails{false};
    std::atomic<int> calls{0};

    Result<PhotoMap> map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink) override
    {
        if (request.onlyKept)
            return Error{ErrorCode::NotFound, QStringLiteral("There is no map yet.")};
        ++calls;
        if (fails)
            return Error{ErrorCode::NotFound, QStringLiteral("None of these photos can be read.")};
        progress(request.photos.size(), 2 * request.photos.size());
        PhotoMap map;
        map.method = request.method;
        map.steps = 750;
        map.photos = sampleForMap(request.photos, kMostTsnePhotos, request.seed);
        map.leftOut = static_cast<int>(request.photos.size() - map.photos.size());
        for (const double part : {0.5, 1.0}) {
            map.step = static_cast<int>(part * map.steps);
            map.places.clear();
            for (const int photo : std::as_const(map.photos)) {
                const Sample &sample = request.photos.at(photo);
                const int kind = photo % 23 == 11 ? sample.label + 1 : sample.label;
                const double angle = kind * 2.39996; // the golden angle: kinds lie apart, however many
                const double spread = 0.25 * std::sqrt(-2 * std::log((photo * 7919 % 997 + 1) / 998.0)); // Box and Muller
                const double turn = photo * 6037 % 1009 / 1009.0 * 6.2832;
                map.places.append(part * std::sqrt(kind + 0.5) * QPointF(std::cos(angle), std::sin(angle))
                                  + spread * QPointF(std::cos(turn), std::sin(turn)));
            }
            if (part < 1)
                sink(map);
            while (part < 1 && waitsInTheMiddle && !control.isStopRequested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (control.isStopRequested())
                return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        }
        return map;
    }
};

/// Writes small files where large ones would come.
class FakeFetcher : public Fetcher
{
public:
    std::atomic<int> calls{0};
    std::atomic<bool> fails{false};
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds at half of each file until it is stopped or this goes off

    Result<QString> fetch(const RemoteFile &file, const QString &folder, RunControl &control, const ProgressSink &progress) override
    {
        ++calls;
        progress(file.bytes / 2, file.bytes);
        while (waitsInTheMiddle && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (control.isStopRequested())
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        if (fails)
            return Error{ErrorCode::Network, file.url.host() + QStringLiteral(" can't be reached. Check the connection to the internet and try again.")};
        QDir().mkpath(folder);
        QFile target(QDir(folder).filePath(file.fileName));
        if (!target.open(QIODevice::WriteOnly))
            return Error{ErrorCode::Unwritable, target.errorString()};
        return target.fileName();
    }
};

/// As the program's own lists, but from servers that don't exist.
inline QList<RemoteFile> fakeWeightsFiles()
{
    const QString folder = QStringLiteral("https://weights.invalid/");
    return {{QUrl(folder + QStringLiteral("net-v2.pth")), QStringLiteral("net-v2.pth"), QStringLiteral("MobileNet-V2 weights (torchvision V2, 14 MB)"), 14'200'000, {}, {}},
            {QUrl(folder + QStringLiteral("net-v1.pth")), QStringLiteral("net-v1.pth"), QStringLiteral("MobileNet-V2 weights (torchvision V1, 14 MB)"), 14'200'000, {}, {}}};
}
inline QList<RemoteFile> fakeOxford102Files()
{
    const QString folder = QStringLiteral("https://flowers.invalid/102/");
    QList<RemoteFile> files;
    for (const auto &[name, title, bytes] : {std::tuple{"102flowers.tgz", "Oxford 102 photos (345 MB)", 344'862'509},
                                             std::tuple{"imagelabels.mat", "Oxford 102 labels", 502},
                                             std::tuple{"setid.mat", "Oxford 102 split", 14'989}}) {
        files.append({QUrl(folder + QLatin1String(name)), QLatin1String(name), QLatin1String(title), bytes, {}, {}});
    }
    return files;
}

class FakeInspector : public ModelInspector
{
public:
    Result<ModelInfo> inspect(const QString &path) const override
    {
        ModelInfo info;
        info.path = path;
        info.architecture.width = path.contains(QLatin1String("0.35")) ? 0.35 : 1.0;
        return info;
    }
};

} // namespace flower::testing
