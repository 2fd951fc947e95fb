// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/DeferredEngine.h"

#include <QCoreApplication>
#include <QThread>

#include <mutex>

namespace flower {

namespace {

/// What stands behind a contract, made when it is first needed.
template<typename Contract>
class Deferred
{
public:
    using Make = std::function<std::shared_ptr<Contract>(const EngineModule &)>;

    Deferred(EngineFuture engine, Make make) : m_engine(std::move(engine)), m_make(std::move(make)) {}

    /// Waits for the engine. Several threads may call at once.
    Result<std::shared_ptr<Contract>> get() const
    {
        Q_ASSERT(!QCoreApplication::instance() || QThread::currentThread() != QCoreApplication::instance()->thread());
        const EngineFuture engine = m_engine; // each thread waits on its own copy
        const Result<EngineModule *> &loaded = engine.get();
        if (!loaded)
            return loaded.error();
        std::call_once(m_once, [&] { m_made = m_make(**loaded); });
        return m_made;
    }

private:
    EngineFuture m_engine;
    Make m_make;
    mutable std::once_flag m_once;
    mutable std::shared_ptr<Contract> m_made;
};

class DeferredTrainer : public Trainer
{
public:
    DeferredTrainer(EngineFuture engine, Deferred<Trainer>::Make make) : m_trainer(std::move(engine), std::move(make)) {}

    TrainingSummary train(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override
    {
        const Result<std::shared_ptr<Trainer>> trainer = m_trainer.get();
        return trainer ? (*trainer)->train(config, dataset, runId, control, sink) : refused(trainer.error(), runId, sink);
    }
    TrainingSummary resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                           const TrainingEventSink &sink) override
    {
        const Result<std::shared_ptr<Trainer>> trainer = m_trainer.get();
        return trainer ? (*trainer)->resume(config, dataset, runId, control, sink) : refused(trainer.error(), runId, sink);
    }

private:
    static TrainingSummary refused(const Error &error, const QString &runId, const TrainingEventSink &sink)
    {
        RunFinished finished;
        finished.summary.state = RunState::Failed;
        finished.summary.runId = runId;
        finished.error = error;
        sink({runId, finished});
        return finished.summary;
    }

    Deferred<Trainer> m_trainer;
};

class DeferredLearningRateFinder : public LearningRateFinder
{
public:
    explicit DeferredLearningRateFinder(EngineFuture engine)
        : m_finder(std::move(engine), [](const EngineModule &module) { return module.makeLearningRateFinder(); })
    {
    }

    Result<LearningRateCurve> find(const TrainingConfig &config, const Dataset &dataset, Phase phase, RunControl &control,
                                   const LearningRateSink &sink) override
    {
        const Result<std::shared_ptr<LearningRateFinder>> finder = m_finder.get();
        return finder ? (*finder)->find(config, dataset, phase, control, sink) : finder.error();
    }

private:
    Deferred<LearningRateFinder> m_finder;
};

class DeferredEvaluator : public Evaluator
{
public:
    explicit DeferredEvaluator(EngineFuture engine)
        : m_evaluator(std::move(engine), [](const EngineModule &module) { return module.makeEvaluator(); })
    {
    }

    Result<ModelEvaluation> evaluate(const QString &modelPath, const Dataset &dataset, std::optional<Subset> subset, int threads,
                                     RunControl &control, const ProgressSink &progress) override
    {
        const Result<std::shared_ptr<Evaluator>> evaluator = m_evaluator.get();
        return evaluator ? (*evaluator)->evaluate(modelPath, dataset, subset, threads, control, progress) : evaluator.error();
    }

private:
    Deferred<Evaluator> m_evaluator;
};

class DeferredClassifier : public Classifier
{
public:
    explicit DeferredClassifier(EngineFuture engine)
        : m_classifier(std::move(engine), [](const EngineModule &module) { return module.makeClassifier(); })
    {
    }

    Result<ModelInfo> open(const QString &modelPath) override
    {
        const Result<std::shared_ptr<Classifier>> classifier = m_classifier.get();
        return classifier ? (*classifier)->open(modelPath) : classifier.error();
    }
    Prediction classify(const PhotoInput &photo, int top) override
    {
        const Result<std::shared_ptr<Classifier>> classifier = m_classifier.get();
        if (classifier)
            return (*classifier)->classify(photo, top);
        Prediction prediction;
        prediction.path = photo.path;
        prediction.error = classifier.error().message;
        return prediction;
    }
    Prediction classifyPixels(const RgbImage &photo, int top) override
    {
        const Result<std::shared_ptr<Classifier>> classifier = m_classifier.get();
        if (classifier)
            return (*classifier)->classifyPixels(photo, top);
        Prediction prediction;
        prediction.error = classifier.error().message;
        return prediction;
    }
    Result<Explanation> explain(const PhotoInput &photo, int index) override
    {
        const Result<std::shared_ptr<Classifier>> classifier = m_classifier.get();
        return classifier ? (*classifier)->explain(photo, index) : classifier.error();
    }

private:
    Deferred<Classifier> m_classifier;
};

class DeferredPhotoMapper : public PhotoMapper
{
public:
    explicit DeferredPhotoMapper(EngineFuture engine)
        : m_mapper(std::move(engine), [](const EngineModule &module) { return module.makePhotoMapper(); })
    {
    }

    Result<PhotoMap> map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink) override
    {
        const Result<std::shared_ptr<PhotoMapper>> mapper = m_mapper.get();
        return mapper ? (*mapper)->map(request, control, progress, sink) : mapper.error();
    }

private:
    Deferred<PhotoMapper> m_mapper;
};

class DeferredModelInspector : public ModelInspector
{
public:
    explicit DeferredModelInspector(EngineFuture engine)
        : m_inspector(std::move(engine), [](const EngineModule &module) { return module.makeModelInspector(); })
    {
    }

    Result<ModelInfo> inspect(const QString &path) const override
    {
        const Result<std::shared_ptr<ModelInspector>> inspector = m_inspector.get();
        return inspector ? (*inspector)->inspect(path) : inspector.error();
    }

private:
    Deferred<ModelInspector> m_inspector;
};

class DeferredDatasetReader : public DatasetReader
{
public:
    DeferredDatasetReader(EngineFuture engine, const QString &cacheFolder, const QString &placesFile)
        : m_reader(std::move(engine),
                   [cacheFolder, placesFile](const EngineModule &module) { return module.makeDatasetReader(cacheFolder, placesFile); })
    {
    }

    Result<Dataset> read(const DatasetRequest &request, RunControl &control, const ProgressSink &progress) override
    {
        const Result<std::shared_ptr<DatasetReader>> reader = m_reader.get();
        return reader ? (*reader)->read(request, control, progress) : reader.error();
    }

private:
    Deferred<DatasetReader> m_reader;
};

class DeferredDatasetChecker : public DatasetChecker
{
public:
    DeferredDatasetChecker(EngineFuture engine, const QString &cacheFolder, const QStringList &weightsFolders)
        : m_checker(std::move(engine), [cacheFolder, weightsFolders](const EngineModule &module) {
              return module.makeDatasetChecker(cacheFolder, weightsFolders);
          })
    {
    }

    Result<DataScan> scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress, const ScanSink &soFar) override
    {
        const Result<std::shared_ptr<DatasetChecker>> checker = m_checker.get();
        return checker ? (*checker)->scan(dataset, control, progress, soFar) : checker.error();
    }

private:
    Deferred<DatasetChecker> m_checker;
};

class DeferredProjectArchive : public ProjectArchive
{
public:
    explicit DeferredProjectArchive(EngineFuture engine)
        : m_archive(std::move(engine), [](const EngineModule &module) { return module.makeProjectArchive(); })
    {
    }

    Result<ProjectSizes> measure(const Dataset &dataset, const QStringList &runFolders, RunControl &control) const override
    {
        const Result<std::shared_ptr<ProjectArchive>> archive = m_archive.get();
        return archive ? (*archive)->measure(dataset, runFolders, control) : archive.error();
    }
    Result<PackReport> pack(const ProjectContent &content, const QString &file, RunControl &control, const ProgressSink &progress) const override
    {
        const Result<std::shared_ptr<ProjectArchive>> archive = m_archive.get();
        return archive ? (*archive)->pack(content, file, control, progress) : archive.error();
    }
    Result<ProjectSummary> inspect(const QString &file, RunControl &control) const override
    {
        const Result<std::shared_ptr<ProjectArchive>> archive = m_archive.get();
        return archive ? (*archive)->inspect(file, control) : archive.error();
    }
    Result<UnpackReport> unpack(const QString &file, const UnpackTarget &target, RunControl &control, const ProgressSink &progress) const override
    {
        const Result<std::shared_ptr<ProjectArchive>> archive = m_archive.get();
        return archive ? (*archive)->unpack(file, target, control, progress) : archive.error();
    }

private:
    Deferred<ProjectArchive> m_archive;
};

class DeferredPhotoSource : public PhotoSource
{
public:
    explicit DeferredPhotoSource(EngineFuture engine)
        : m_photos(std::move(engine), [](const EngineModule &module) { return module.makePhotoSource(); })
    {
    }

    Result<RgbImage> load(const PhotoInput &photo, int maxSide) const override
    {
        const Result<std::shared_ptr<PhotoSource>> photos = m_photos.get();
        return photos ? (*photos)->load(photo, maxSide) : photos.error();
    }
    PhotoFacts facts(const QString &path) const override
    {
        const Result<std::shared_ptr<PhotoSource>> photos = m_photos.get();
        return photos ? (*photos)->facts(path) : PhotoFacts();
    }

private:
    Deferred<PhotoSource> m_photos;
};

class DeferredAugmentationSource : public AugmentationSource
{
public:
    explicit DeferredAugmentationSource(EngineFuture engine)
        : m_source(std::move(engine), [](const EngineModule &module) { return module.makeAugmentationSource(); })
    {
    }

    Result<AugmentedPhoto> augment(const PhotoInput &photo, int number, const TrainingConfig &config, Phase phase,
                                   int views) const override
    {
        const Result<std::shared_ptr<AugmentationSource>> source = m_source.get();
        return source ? (*source)->augment(photo, number, config, phase, views) : source.error();
    }

private:
    Deferred<AugmentationSource> m_source;
};

} // namespace

std::shared_ptr<Trainer> deferredTrainer(const EngineFuture &engine,
                                         std::function<std::shared_ptr<Trainer>(const EngineModule &)> make)
{
    return std::make_shared<DeferredTrainer>(engine, std::move(make));
}

std::shared_ptr<LearningRateFinder> deferredLearningRateFinder(const EngineFuture &engine)
{
    return std::make_shared<DeferredLearningRateFinder>(engine);
}

std::shared_ptr<Evaluator> deferredEvaluator(const EngineFuture &engine)
{
    return std::make_shared<DeferredEvaluator>(engine);
}

std::shared_ptr<Classifier> deferredClassifier(const EngineFuture &engine)
{
    return std::make_shared<DeferredClassifier>(engine);
}

std::shared_ptr<PhotoMapper> deferredPhotoMapper(const EngineFuture &engine)
{
    return std::make_shared<DeferredPhotoMapper>(engine);
}

std::shared_ptr<ModelInspector> deferredModelInspector(const EngineFuture &engine)
{
    return std::make_shared<DeferredModelInspector>(engine);
}

std::shared_ptr<DatasetReader> deferredDatasetReader(const EngineFuture &engine, const QString &cacheFolder, const QString &placesFile)
{
    return std::make_shared<DeferredDatasetReader>(engine, cacheFolder, placesFile);
}

std::shared_ptr<DatasetChecker> deferredDatasetChecker(const EngineFuture &engine, const QString &cacheFolder, const QStringList &weightsFolders)
{
    return std::make_shared<DeferredDatasetChecker>(engine, cacheFolder, weightsFolders);
}

std::shared_ptr<ProjectArchive> deferredProjectArchive(const EngineFuture &engine)
{
    return std::make_shared<DeferredProjectArchive>(engine);
}

std::shared_ptr<PhotoSource> deferredPhotoSource(const EngineFuture &engine)
{
    return std::make_shared<DeferredPhotoSource>(engine);
}

std::shared_ptr<AugmentationSource> deferredAugmentationSource(const EngineFuture &engine)
{
    return std::make_shared<DeferredAugmentationSource>(engine);
}

} // namespace flower
