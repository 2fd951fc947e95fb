// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/LearningRateSearch.h"

#include "engine/data/SeededRandom.h"
#include "engine/ml/training/FineTuneStep.h"
#include "engine/ml/training/HeadTraining.h"
#include "engine/ml/training/ParameterOptimizer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

namespace flower {

namespace {

constexpr int kFirstLoaderEpoch = 2000; ///< views of its own
constexpr qint64 kReportInterval = 60;  ///< ms

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// The settings with one kept view, a short phase 1 and nothing to write to but `folder`.
TrainingConfig configOfSearch(TrainingConfig config, Phase phase, const QString &folder)
{
    config.runFolder = folder;
    config.featureViews = 1;
    config.head.cutmixAlpha = 0.0; // features have no places to cut
    config.head.earlyStopping = false;
    if (phase == Phase::FineTune) {
        config.head.epochs = std::min(config.head.epochs, LearningRateSearch::kWarmUpEpochs);
        config.fineTune.epochs = std::max(1, config.fineTune.epochs);
    } else if (config.head.epochs == 0) {
        config.head.epochs = 1;
    }
    return config;
}

/// The training photos, or so many of them by chance as the sweep needs.
Dataset photosOfSearch(const Dataset &dataset, quint64 seed)
{
    Dataset some = dataset;
    some.samples = dataset.subset(Subset::Train);
    if (some.samples.size() <= LearningRateSearch::kPhotos)
        return some;
    std::vector<qsizetype> order(static_cast<size_t>(some.samples.size()));
    std::iota(order.begin(), order.end(), 0);
    SeededRandom(seed).shuffle(order);
    order.resize(LearningRateSearch::kPhotos);
    std::sort(order.begin(), order.end());
    const QList<Sample> all = some.samples;
    some.samples.clear();
    for (const qsizetype index : order)
        some.samples.append(all.at(index));
    return some;
}

/// The steps of a sweep, each at a higher rate than the one before.
class SweepingLearner
{
public:
    SweepingLearner(RunMaterials &run, const PhaseConfig &phase, std::vector<torch::Tensor> learning, const LearningRateSink &sink)
        : m_run(run), m_phase(phase), m_optimizer(phase, std::move(learning)), m_lossOptions(run.lossOptions(phase)), m_sink(sink)
    {
    }

    [[nodiscard]] bool isOver() const { return m_isOver; }
    [[nodiscard]] LearningRateCurve curve() const { return m_sweep.curve(); }

    void step(const torch::Tensor &logits, const BatchLabels &labels, const std::function<void()> &afterBackward)
    {
        const torch::Tensor loss = crossEntropy(logits, labels, m_lossOptions);
        m_isOver = !m_sweep.add(loss.item<double>());
        if (!m_isOver) {
            m_optimizer.zeroGradients();
            loss.backward();
            if (afterBackward)
                afterBackward();
            m_optimizer.step(LearningRateSweep::rateOf(m_step));
        }
        ++m_step;
        if (m_isOver || !m_sinceReport.isValid() || m_sinceReport.elapsed() >= kReportInterval) {
            m_sink({Activity::Learning, m_step, LearningRateSweep::kSteps, m_sweep.points()});
            m_sinceReport.start();
        }
    }

    /// A last batch of few photos says little; only where there is no other is it taken.
    [[nodiscard]] bool takes(int64_t photos, int batches) const { return photos >= m_phase.batchSize || batches == 1; }
    [[nodiscard]] bool checkpoint() { return m_run.checkpoint(); }

private:
    RunMaterials &m_run;
    const PhaseConfig &m_phase;
    ParameterOptimizer m_optimizer;
    torch::nn::functional::CrossEntropyFuncOptions m_lossOptions;
    const LearningRateSink &m_sink;
    LearningRateSweep m_sweep;
    QElapsedTimer m_sinceReport;
    int m_step = 0;
    bool m_isOver = false;
};

Result<LearningRateCurve> sweepHead(RunMaterials &run, const LearningRateSink &sink)
{
    const PhaseConfig &phase = run.config.head;
    MobileNetV2 &network = run.network;
    const auto count = static_cast<int64_t>(run.photos.train.size());
    BestEpoch unused;
    HeadTraining head(run, unused);
    const torch::Tensor features = torch::empty({count, network->featureChannels()});
    if (!head.computeTrainFeatures(0, run.photos.train, features))
        return interrupted();
    const torch::Tensor labels = head.labelsOf(run.photos.train);

    network->setDropout(phase.dropout);
    network->train();
    const BatchMixing mixing(phase, run.config.seed);
    SweepingLearner learner(run, phase, network->head()->parameters(), sink);
    const int batches = static_cast<int>((count + phase.batchSize - 1) / phase.batchSize);
    for (int pass = 0; !learner.isOver(); ++pass) {
        const std::optional<std::vector<int64_t>> balanced = run.balancedPhotos(pass);
        const torch::Tensor order = balanced ? torch::tensor(*balanced, torch::kInt64) : torch::randperm(count, run.random, torch::kInt64);
        for (int batch = 0; batch < batches && !learner.isOver(); ++batch) {
            const int64_t first = int64_t{batch} * phase.batchSize;
            const torch::Tensor chosen = order.slice(0, first, std::min(count, first + phase.batchSize));
            if (!learner.takes(chosen.size(0), batches))
                continue;
            torch::Tensor rows = features.index_select(0, chosen).to(run.device);
            const BatchLabels shown = mixing.mixFeatures(rows, labels.index_select(0, chosen).to(run.device), pass, batch);
            learner.step(network->classify(rows), shown, {});
            if (!learner.checkpoint())
                return interrupted();
        }
    }
    return learner.curve();
}

Result<LearningRateCurve> sweepBackbone(RunMaterials &run, const LearningRateSink &sink)
{
    const PhaseConfig &phase = run.config.fineTune;
    BestEpoch lastEpoch; // there are no validation photos that could choose
    if (const Result<void> warmedUp = HeadTraining(run, lastEpoch).train(); !warmedUp)
        return warmedUp.error();

    FineTuneStep step(run);
    step.setTrainingMode();
    SweepingLearner learner(run, phase, step.learning(), sink);
    bool learns = true;
    for (int pass = 0; !learner.isOver() && learns; ++pass) {
        BatchLoader loader(*run.cache, run.photosOfEpoch(pass), run.loaderOptions(phase, kFirstLoaderEpoch + pass));
        const int batches = loader.batchCount();
        learns = false;
        for (int number = 0; !learner.isOver(); ++number) {
            const std::optional<Batch> batch = loader.next();
            if (!batch)
                break;
            if (!step.canLearnFrom(*batch) || !learner.takes(batch->count, batches))
                continue;
            learns = true;
            step.learnFrom(*batch, pass, number,
                           [&](const torch::Tensor &logits, const BatchLabels &labels, const std::function<void()> &afterBackward) {
                               learner.step(logits, labels, afterBackward);
                           });
            if (!learner.checkpoint())
                return interrupted();
        }
    }
    return learner.curve();
}

Result<LearningRateCurve> search(const TrainingConfig &config, const Dataset &dataset, Phase phase, RunControl &control,
                                 const LearningRateSink &sink)
{
    const TrainingEventSink events = [&sink](const TrainingEvent &event) {
        const auto *progress = std::get_if<Progress>(&event.what);
        if (progress && (progress->activity == Activity::LoadingPhotos || progress->activity == Activity::ComputingFeatures))
            sink({progress->activity, progress->batch, progress->batches, {}});
    };
    RunMaterials materials{config, dataset, control, {RunReporter(QString(), events)}};
    if (const Result<void> prepared = materials.prepare(); !prepared)
        return prepared.error();
    return phase == Phase::Head ? sweepHead(materials, sink) : sweepBackbone(materials, sink);
}

} // namespace

Result<LearningRateCurve> LearningRateSearch::find(const TrainingConfig &config, const Dataset &dataset, Phase phase,
                                                   RunControl &control, const LearningRateSink &sink)
{
    try {
        const QTemporaryDir folder; // of the features, where they are many
        const TrainingConfig used = configOfSearch(config, phase, folder.path());
        if (const QList<ConfigProblem> problems = used.validate(); !problems.isEmpty())
            return Error{ErrorCode::InvalidArgument, problems.first().message};
        const Dataset photos = photosOfSearch(dataset, config.seed);
        Result<LearningRateCurve> curve = search(used, photos, phase, control, sink);
        if (!curve && curve.error().code == ErrorCode::Interrupted)
            return Error{ErrorCode::Interrupted, tr("The search for a learning rate was stopped.")};
        return curve;
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::OutOfMemory,
                     tr("Memory ran out. Choose a smaller batch or image size, or close other programs.")};
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal,
                     tr("LibTorch gave up: %1").arg(QString::fromUtf8(exception.what()).section(QLatin1Char('\n'), 0, 0))};
    }
}

} // namespace flower
