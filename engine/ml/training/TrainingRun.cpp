// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/TrainingRun.h"

#include "engine/core/OutOfSetScore.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "engine/ml/evaluation/OutOfSetScorer.h"
#include "engine/ml/training/FeatureStore.h"
#include "engine/ml/training/FineTuning.h"
#include "engine/ml/training/HeadTraining.h"
#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>
#include <QDir>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

constexpr size_t kOutOfSetPhotos = 2000; ///< validation photos, evenly chosen, that the out-of-set score is learnt from

} // namespace

TrainingRun::TrainingRun(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                         const TrainingEventSink &sink)
    : m_materials{config, dataset, control, {RunReporter(runId, sink)}}
{
    m_summary.runId = runId;
    m_summary.runFolder = config.runFolder;
}

Result<TrainingSummary> TrainingRun::resume()
{
    Result<std::optional<Checkpoint>> kept = m_materials.keeper.read();
    if (!kept) {
        return Error{kept.error().code, tr("What was kept of this run can't be used: %1 Start a new run.").arg(kept.error().message)};
    }
    m_materials.resumed = std::move(kept).value();
    return run();
}

Result<void> TrainingRun::goOn()
{
    const Checkpoint &from = *m_materials.resumed;
    m_materials.keeper.goOn(from);
    RunProgress &progress = m_materials.progress;
    progress.epoch = progress.finishedEpochs = static_cast<int>(from.epochs.size());
    for (const EpochResult &epoch : from.epochs)
        progress.reporter.send(epoch);
    progress.reporter.send(Notice{tr("The run goes on after epoch %1.").arg(progress.epoch), Notice::Kind::Information});
    if (m_materials.usablePhotos() != from.usablePhotos) {
        progress.reporter.send(Notice{tr("The run began with %1 photos; %2 of them can be read now. It goes on with these, so its numbers "
                                         "will not be those of a run that was never interrupted.")
                                          .arg(from.usablePhotos).arg(m_materials.usablePhotos())});
    }
    if (from.bestEpoch == 0)
        return {};
    const Result<SafetensorsContent> best = m_materials.keeper.folder().readBest(from.bestEpoch);
    if (!best)
        return best.error();
    Result<std::optional<Evaluation>> validation = keptValidation(from.bestEpoch);
    if (!validation)
        return validation.error();
    m_best.take(from.bestEpoch, m_materials.network, best->tensors, std::move(validation).value());
    return {};
}

Result<std::optional<Evaluation>> TrainingRun::keptValidation(int epoch)
{
    const Result<SafetensorsContent> answers = m_materials.keeper.folder().readAnswers(epoch);
    if (!answers)
        return answers.error();
    const auto logits = answers->tensors.find("logits");
    const auto photos = answers->tensors.find("photos");
    TORCH_CHECK(logits != answers->tensors.end() && photos != answers->tensors.end() && logits->second.dim() == 2
                    && photos->second.dim() == 1 && logits->second.size(0) == photos->second.size(0),
                "the kept answers of the run are incomplete");
    const auto *const first = photos->second.const_data_ptr<int64_t>();
    const std::vector<int> indices(first, first + photos->second.numel());
    if (indices.empty())
        return std::optional<Evaluation>();
    for (const int index : indices)
        TORCH_CHECK(index >= 0 && index < m_materials.cache->size(), "the kept answers are of other photos");
    TORCH_CHECK(logits->second.size(1) == m_materials.dataset.classCount(), "the kept answers are of other classes");
    QList<PhotoResult> results;
    appendResults(logits->second, indices, *m_materials.cache, results);
    return std::optional(tally(Subset::Validation, std::move(results), 0));
}

Result<TrainingSummary> TrainingRun::run()
{
    RunReporter &reporter = m_materials.progress.reporter;
    reporter.setState(RunState::Preparing);
    FeatureStore::removeLeftBehind(m_materials.config.runFolder); // of this run before it was interrupted
    Result<void> went = m_materials.prepare();
    m_summary.skippedPhotos = m_materials.skippedPhotos;
    if (went) {
        if (m_materials.resumed)
            went = goOn();
        else
            m_materials.keeper.begin(m_materials.network, m_materials.modelInfo(), reporter);
    }
    if (went) {
        reporter.setState(RunState::Training);
        went = train();
    }
    m_materials.keeper.finish(reporter);
    if (!went && went.error().code != ErrorCode::Interrupted)
        return went.error();
    m_summary.state = went ? RunState::Completed : RunState::Stopped;
    m_summary.epochsDone = m_materials.progress.finishedEpochs;

    if (!m_best.isEmpty()) {
        if (m_materials.config.keepBest || !went)
            restoreBest();
        learnOutOfSet(m_summary.calibration);
        if (went) {
            reporter.setState(RunState::Testing);
            m_summary.test = test(m_summary.calibration.featureMean);
        }
        m_summary.validation = m_best.validation();
        calibrateResults(m_summary.calibration);
        Result<QString> saved = saveModel(m_summary.calibration);
        if (!saved) {
            return Error{saved.error().code,
                         tr("The model can't be saved: %1 The run is kept up to the last epoch that could be written: make room, or make the "
                            "folder writable again, then go on with it, and it ends with the model.").arg(saved.error().message)};
        }
        m_summary.modelPath = std::move(saved).value();
    }
    m_summary.bestEpoch = m_best.epoch();
    m_summary.bestValTop1 = m_best.valTop1();
    m_summary.seconds = m_materials.keeper.seconds();
    return m_summary;
}

Result<void> TrainingRun::train()
{
    const Result<void> head = HeadTraining(m_materials, m_best).train();
    m_summary.headValTop1 = m_materials.keeper.bestValTop1(Phase::Head);
    if (!head)
        return head;
    const bool isFineTuning = m_materials.resumed && m_materials.resumed->phase == Phase::FineTune;
    if (m_materials.config.keepBest && !m_best.isEmpty() && !isFineTuning)
        restoreBest();
    Result<void> tuned = FineTuning(m_materials, m_best).train();
    releaseUnusedTensorMemory(); // of the graph, and of what stood still: what follows needs far less
    return tuned;
}

void TrainingRun::restoreBest()
{
    m_best.restore(m_materials.network);
    if (m_materials.folded)
        m_materials.folded->fold();
}

void TrainingRun::learnOutOfSet(Calibration &calibration)
{
    const std::vector<int> &photos = m_materials.photos.val;
    if (photos.empty())
        return;
    const size_t count = std::min(photos.size(), kOutOfSetPhotos);
    std::vector<int> chosen;
    for (size_t photo = 0; photo < count; ++photo)
        chosen.push_back(photos[photo * photos.size() / count]);
    // A few seconds at most, so a stopped run goes through it as well: its model answers like any other.
    const Result<torch::Tensor> features =
        pooledFeaturesOf(m_materials.network, m_materials.preprocessing, *m_materials.cache, chosen, m_materials.device, 2,
                         [](int) { return true; });
    if (!features)
        return;
    const torch::Tensor mean = features->mean(0).contiguous();
    calibration.featureMean = QList<float>(mean.const_data_ptr<float>(), mean.const_data_ptr<float>() + mean.numel());
    const torch::Tensor scores = OutOfSetScorer(m_materials.network, calibration.featureMean).scores(*features).contiguous();
    calibration.noneOfTheseThreshold = outOfSetThreshold(
        QList<double>(scores.const_data_ptr<double>(), scores.const_data_ptr<double>() + scores.numel()), kKnownFraction);
}

std::optional<Evaluation> TrainingRun::test(const QList<float> &featureMean)
{
    const std::vector<int> &photos = m_materials.photos.test;
    if (photos.empty())
        return std::nullopt;
    Result<Evaluation> result =
        evaluateNetwork(m_materials.network, m_materials.preprocessing, featureMean, *m_materials.cache, photos,
                        Subset::Test, m_materials.device, 2, [&](int done) {
                            m_materials.report(Activity::Testing, Phase::FineTune, done, static_cast<int>(photos.size()));
                            return m_materials.checkpoint();
                        });
    if (!result)
        return std::nullopt;
    return std::move(result).value();
}

void TrainingRun::calibrateResults(Calibration &calibration)
{
    const bool bestIsSaved = m_materials.config.keepBest || m_summary.state == RunState::Stopped
        || m_best.epoch() == m_materials.progress.finishedEpochs;
    if (m_summary.validation && bestIsSaved) {
        const Calibration fitted = calibrate(*m_summary.validation, m_summary.test);
        calibration.temperature = fitted.temperature;
        calibration.notSureThreshold = fitted.notSureThreshold;
        return;
    }
    for (std::optional<Evaluation> *evaluation : {&m_summary.validation, &m_summary.test}) {
        if (*evaluation)
            *evaluation = atTemperature(*std::move(*evaluation), 1.0);
    }
}

Result<QString> TrainingRun::saveModel(const Calibration &calibration)
{
    ModelInfo info = m_materials.modelInfo();
    info.valTop1 = m_best.validation() ? m_best.validation()->top1 : -1.0;
    info.testTop1 = m_summary.test ? m_summary.test->top1 : -1.0;
    info.calibration = calibration;
    QString path = QDir(m_materials.config.runFolder).filePath(QStringLiteral("model.safetensors"));
    if (const Result<void> written = writeModel(path, m_materials.network, info); !written)
        return written.error();
    return path;
}

} // namespace flower
