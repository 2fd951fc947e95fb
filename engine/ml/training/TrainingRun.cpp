// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/TrainingRun.h"

#include "engine/core/OutOfSetScore.h"
#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "engine/ml/evaluation/OutOfSetScorer.h"
#include "engine/ml/training/FineTuning.h"
#include "engine/ml/training/HeadTraining.h"
#include "engine/ml/weights/ModelFile.h"

#include <QDir>

namespace flower {

namespace {

constexpr size_t kOutOfSetPhotos = 2000; ///< validation photos, evenly chosen, that the out-of-set score is learnt from

} // namespace

TrainingRun::TrainingRun(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                         const TrainingEventSink &sink)
    : m_materials{config, dataset, control, {RunReporter(runId, sink)}}
{
    m_summary.runId = runId;
    m_summary.runFolder = config.runFolder;
    m_timer.start();
}

Result<TrainingSummary> TrainingRun::run()
{
    RunReporter &reporter = m_materials.progress.reporter;
    reporter.setState(RunState::Preparing);
    Result<void> went = m_materials.prepare();
    m_summary.skippedPhotos = m_materials.skippedPhotos;
    if (went) {
        reporter.setState(RunState::Training);
        went = train();
    }
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
        if (!saved)
            return saved.error();
        m_summary.modelPath = std::move(saved).value();
    }
    m_summary.bestEpoch = m_best.epoch();
    m_summary.bestValTop1 = m_best.valTop1();
    m_summary.seconds = static_cast<double>(m_timer.elapsed()) / 1e3;
    return m_summary;
}

Result<void> TrainingRun::train()
{
    const Result<void> head = HeadTraining(m_materials, m_best).train();
    m_summary.headValTop1 = m_best.valTop1();
    if (!head)
        return head;
    if (m_materials.config.keepBest && !m_best.isEmpty())
        restoreBest();
    return FineTuning(m_materials, m_best).train();
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
    const TrainingConfig &config = m_materials.config;
    const Dataset &dataset = m_materials.dataset;
    ModelInfo info;
    info.architecture = describeMobileNetV2(config.width, dataset.classCount(), config.imageSize);
    info.preprocessing = m_materials.preprocessing;
    info.classNames = dataset.classNames;
    info.trainedOn = dataset.name;
    info.trainedAt = QDateTime::currentDateTimeUtc();
    info.valTop1 = m_best.validation() ? m_best.validation()->top1 : -1.0;
    info.testTop1 = m_summary.test ? m_summary.test->top1 : -1.0;
    info.calibration = calibration;
    QString path = QDir(config.runFolder).filePath(QStringLiteral("model.safetensors"));
    if (const Result<void> written = writeModel(path, m_materials.network, info); !written)
        return written.error();
    return path;
}

} // namespace flower
