// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/data/PhotoCache.h"
#include "engine/ml/Engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

// Times what training and prediction do, by calling them: nothing here computes for itself. docs/performance.md says what
// each workload is.

namespace flower {

namespace {

constexpr int kBatch = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

struct Measurement {
    double value = 0.0;
    const char *unit = "";
    QJsonObject more = {}; ///< what else is known
};

/// What a workload is given.
struct Bench {
    QString data;
    QString weights;
    int images = 200;
    int threads = 0;
    quint64 seed = 1;
    RunControl &control;

    /// `images` photos of the data, evenly chosen in the order of their paths, all to train on.
    [[nodiscard]] Result<Dataset> photos() const
    {
        Result<Dataset> dataset = readData(data, 1, control);
        if (!dataset)
            return dataset;
        QList<Sample> all = dataset->samples;
        std::sort(all.begin(), all.end(), [](const Sample &a, const Sample &b) { return a.path < b.path; });
        const qsizetype step = std::max<qsizetype>(1, all.size() / images);
        dataset->samples.clear();
        for (qsizetype index = 0; index < all.size() && dataset->samples.size() < images; index += step) {
            dataset->samples.append(all.at(index));
            dataset->samples.last().subset = Subset::Train;
        }
        return dataset;
    }

    /// Trains and hands each epoch to `epochs`.
    Result<TrainingSummary> train(TrainingConfig config, const Dataset &dataset, QList<EpochResult> *epochs = nullptr) const
    {
        const QTemporaryDir folder;
        config.weightsPath = weights;
        config.threads = threads;
        config.seed = seed;
        if (config.runFolder.isEmpty())
            config.runFolder = folder.path();
        std::optional<Error> error;
        const TrainingSummary summary =
            makeTrainer()->train(config, dataset, QStringLiteral("bench"), control, [&](const TrainingEvent &event) {
                if (const auto *finished = std::get_if<RunFinished>(&event.what))
                    error = finished->error;
                if (const auto *epoch = std::get_if<EpochResult>(&event.what); epoch && epochs)
                    epochs->append(*epoch);
            });
        if (error)
            return *error;
        if (summary.state != RunState::Completed)
            return Error{ErrorCode::Interrupted, tr("The measurement was stopped.")};
        return summary;
    }
};

/// The middle of `repeats` times in seconds, after one that isn't counted.
template<typename Work>
double medianSeconds(int repeats, Work &&work)
{
    std::vector<double> times;
    for (int repeat = -1; repeat < repeats; ++repeat) {
        QElapsedTimer timer;
        timer.start();
        work(repeat);
        if (repeat >= 0)
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    std::nth_element(times.begin(), times.begin() + repeats / 2, times.end());
    return times[static_cast<size_t>(repeats / 2)];
}

Result<Measurement> decode(const Bench &bench)
{
    const Result<Dataset> dataset = bench.photos();
    if (!dataset)
        return dataset.error();
    PhotoCache::Options options;
    options.shortSide = 256;
    options.threads = bench.threads;
    std::optional<Error> error;
    const double seconds = medianSeconds(3, [&](int) {
        const Result<PhotoCache> cache = PhotoCache::build(dataset->samples, options, bench.control, [](qint64, qint64) {});
        if (!cache)
            error = cache.error();
    });
    if (error)
        return *error;
    return Measurement{static_cast<double>(dataset->samples.size()) / seconds, "images/s"};
}

Result<Measurement> extract(const Bench &bench)
{
    const Result<double> seconds = medianForwardSeconds(bench.weights, ForwardUse::Features, kBatch, bench.threads, bench.control);
    if (!seconds)
        return seconds.error();
    return Measurement{kBatch / *seconds, "images/s"};
}

Result<Measurement> latency(const Bench &bench)
{
    const Result<double> seconds = medianForwardSeconds(bench.weights, ForwardUse::Prediction, 1, bench.threads, bench.control);
    if (!seconds)
        return seconds.error();
    return Measurement{*seconds * 1e3, "ms"};
}

Result<Measurement> finetune(const Bench &bench)
{
    const Result<Dataset> dataset = bench.photos();
    if (!dataset)
        return dataset.error();
    TrainingConfig config;
    config.head.epochs = 0;
    config.fineTune.epochs = 3;
    config.fineTune.batchSize = kBatch;
    config.learningBlocks = kBlockCount;
    config.fineTune.augmentation.enabled = false; // the peers have their pixels ready
    QList<EpochResult> epochs;
    if (const Result<TrainingSummary> run = bench.train(config, *dataset, &epochs); !run)
        return run.error();
    return Measurement{epochs.last().imagesPerSecond, "images/s"};
}

Result<Measurement> phase1(const Bench &bench)
{
    const Result<Dataset> dataset = bench.photos();
    if (!dataset)
        return dataset.error();
    TrainingConfig config;
    config.fineTune.epochs = 0;
    const Result<TrainingSummary> run = bench.train(config, *dataset);
    if (!run)
        return run.error();
    return Measurement{run->seconds, "s"};
}

Result<Measurement> classify(const Bench &bench)
{
    const Result<Dataset> dataset = bench.photos();
    if (!dataset)
        return dataset.error();
    // Any model will do: the head's weights don't change the time.
    const QTemporaryDir folder;
    TrainingConfig config;
    config.head.epochs = 1;
    config.fineTune.epochs = 0;
    config.featureViews = 1;
    config.runFolder = folder.path();
    Dataset few = *dataset;
    few.samples.resize(std::min<qsizetype>(few.samples.size(), kBatch));
    const Result<TrainingSummary> run = bench.train(config, few);
    if (!run)
        return run.error();
    const std::shared_ptr<Classifier> classifier = makeClassifier();
    if (const Result<ModelInfo> opened = classifier->open(run->modelPath); !opened)
        return opened.error();
    QString error;
    const int repeats = std::max(60, static_cast<int>(dataset->samples.size()));
    const double seconds = medianSeconds(repeats, [&](int repeat) {
        const Sample &sample = dataset->samples.at(std::max(0, repeat) % dataset->samples.size());
        error = classifier->classify({sample.path, {}}, 5).error;
    });
    if (!error.isEmpty())
        return Error{ErrorCode::Unreadable, error};
    return Measurement{seconds * 1e3, "ms"};
}

Result<Measurement> wholeRun(const Bench &bench, const TrainingConfig &config)
{
    const Result<Dataset> dataset = readData(bench.data, bench.seed, bench.control);
    if (!dataset)
        return dataset.error();
    const Result<TrainingSummary> summary = bench.train(config, *dataset);
    if (!summary)
        return summary.error();
    Measurement measurement{summary->seconds, "s"};
    measurement.more.insert(QStringLiteral("best_val_top1"), summary->bestValTop1);
    if (summary->test)
        measurement.more.insert(QStringLiteral("test_top1"), summary->test->top1);
    return measurement;
}

const std::map<QString, Result<Measurement> (*)(const Bench &)> &workloads()
{
    static const std::map<QString, Result<Measurement> (*)(const Bench &)> kWorkloads{
        {QStringLiteral("decode"), &decode},     {QStringLiteral("extract"), &extract}, {QStringLiteral("finetune"), &finetune},
        {QStringLiteral("phase1"), &phase1},     {QStringLiteral("latency"), &latency}, {QStringLiteral("classify"), &classify},
        {QStringLiteral("run"), [](const Bench &bench) { return wholeRun(bench, TrainingConfig()); }},
        {QStringLiteral("run-as-taught"), [](const Bench &bench) { return wholeRun(bench, TrainingConfig::asTaught()); }},
    };
    return kWorkloads;
}

} // namespace

int benchCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({valueOption("data", tr("The photos."), "DIR_OR_CSV"), valueOption("weights", tr("Pretrained weights."), "FILE"),
                       valueOption("images", tr("How many photos."), "N"), valueOption("threads", tr("CPU threads; 0 for all cores."), "N"),
                       valueOption("seed", tr("Seed of a run."), "N"),
                       QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line."))});
    if (!parser.parse(QStringList{QStringLiteral("bench")} + arguments))
        return printUsageError(parser.errorText());
    QStringList names;
    for (const auto &[name, work] : workloads())
        names.append(name);
    const QString name = parser.positionalArguments().value(0);
    const auto workload = workloads().find(name);
    if (workload == workloads().end() || parser.positionalArguments().size() != 1)
        return printUsageError(tr("bench needs one of these workloads: %1.").arg(names.join(QStringLiteral(", "))));
    Bench bench{parser.value(QStringLiteral("data")), parser.value(QStringLiteral("weights")), 200, 0, 1, control};
    bool ok = true;
    if (parser.isSet(QStringLiteral("images")))
        bench.images = parser.value(QStringLiteral("images")).toInt(&ok);
    if (ok && parser.isSet(QStringLiteral("threads")))
        bench.threads = parser.value(QStringLiteral("threads")).toInt(&ok);
    if (ok && parser.isSet(QStringLiteral("seed")))
        bench.seed = parser.value(QStringLiteral("seed")).toULongLong(&ok);
    if (!ok || bench.images < 1 || bench.threads < 0)
        return printUsageError(tr("One of the numbers given is no number."));
    if (bench.data.isEmpty())
        return printUsageError(tr("bench needs --data."));

    const Result<Measurement> measured = workload->second(bench);
    if (!measured)
        return printError(measured.error());
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonObject line = measured->more;
        line.insert(QStringLiteral("workload"), name);
        line.insert(QStringLiteral("value"), measured->value);
        line.insert(QStringLiteral("unit"), QString::fromLatin1(measured->unit));
        printJson(line);
    } else {
        printLine(QStringLiteral("%1 %2").arg(measured->value, 0, 'f', 2).arg(QString::fromLatin1(measured->unit)));
    }
    return Done;
}

} // namespace flower
