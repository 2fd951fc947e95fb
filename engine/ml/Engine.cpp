// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/Engine.h"

#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "engine/ml/inference/ModelClassifier.h"
#include "engine/ml/inference/PretrainedFeatures.h"
#include "engine/ml/mapping/ModelPhotoMapper.h"
#include "engine/ml/Torch.h"
#include "engine/ml/training/CheckpointFolder.h"
#include "engine/ml/training/LearningRateSearch.h"
#include "engine/ml/training/TrainingRun.h"
#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

class MobileNetTrainer : public Trainer
{
public:
    TrainingSummary train(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override
    {
        return finished(config, runId, sink, guarded(config, [&] { return TrainingRun(config, dataset, runId, control, sink).run(); }));
    }
    TrainingSummary resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                           const TrainingEventSink &sink) override
    {
        return finished(config, runId, sink,
                        guarded(config, [&] { return TrainingRun(config, dataset, runId, control, sink).resume(); }));
    }

private:
    /// Tells how the run ended.
    static TrainingSummary finished(const TrainingConfig &config, const QString &runId, const TrainingEventSink &sink,
                                    const Result<TrainingSummary> &result)
    {
        RunFinished finished;
        if (result) {
            finished.summary = *result;
        } else {
            finished.summary.state = RunState::Failed;
            finished.summary.runId = runId;
            finished.summary.runFolder = config.runFolder;
            finished.error = result.error();
        }
        sink({runId, StateChanged{finished.summary.state}});
        sink({runId, finished});
        if (finished.summary.state == RunState::Completed) // and only now, when that is written down
            CheckpointFolder(config.runFolder).remove();
        return finished.summary;
    }
    /// LibTorch's exceptions end here.
    static Result<TrainingSummary> guarded(const TrainingConfig &config, const std::function<Result<TrainingSummary>()> &train)
    {
        if (const QList<ConfigProblem> problems = config.validate(); !problems.isEmpty())
            return Error{ErrorCode::InvalidArgument, problems.first().message};
        try {
            return train();
        } catch (const std::bad_alloc &) {
            return Error{ErrorCode::OutOfMemory,
                         tr("Memory ran out. The run is kept up to its last epoch: close other programs and go on with it, or start one with a "
                            "smaller batch or image size.")};
        } catch (const std::exception &exception) {
            return Error{ErrorCode::Internal,
                         tr("LibTorch gave up: %1").arg(QString::fromUtf8(exception.what()).section(QLatin1Char('\n'), 0, 0))};
        }
    }
};

class FileModelInspector : public ModelInspector
{
public:
    Result<ModelInfo> inspect(const QString &path) const override
    {
        try {
            Result<WeightsFile> weights = readWeights(path);
            if (!weights)
                return weights.error();
            return weights->info;
        } catch (const std::exception &exception) {
            return Error{ErrorCode::Unreadable,
                         tr("The file can't be read: %1").arg(QString::fromUtf8(exception.what()))};
        }
    }
};

} // namespace

std::shared_ptr<Trainer> makeTrainer()
{
    return std::make_shared<MobileNetTrainer>();
}

std::shared_ptr<LearningRateFinder> makeLearningRateFinder()
{
    return std::make_shared<LearningRateSearch>();
}

std::shared_ptr<Evaluator> makeEvaluator()
{
    return std::make_shared<ModelEvaluator>();
}

std::shared_ptr<Classifier> makeClassifier()
{
    return std::make_shared<ModelClassifier>();
}

std::shared_ptr<PhotoMapper> makePhotoMapper()
{
    return std::make_shared<ModelPhotoMapper>();
}

std::shared_ptr<PhotoFeatureSource> makePhotoFeatureSource(const QStringList &places, int threads)
{
    return std::make_shared<PretrainedFeatures>(places, threads);
}

std::shared_ptr<ModelInspector> makeModelInspector()
{
    return std::make_shared<FileModelInspector>();
}

QString mlLibraryVersions()
{
    return QStringLiteral("LibTorch " TORCH_VERSION);
}

bool isDeviceAvailable(Device device)
{
    switch (device) {
    case Device::Auto:
    case Device::Cpu:
        return true;
    case Device::Cuda:
        return torch::cuda::is_available();
    case Device::Mps:
        return torch::mps::is_available();
    }
    return false;
}

} // namespace flower
