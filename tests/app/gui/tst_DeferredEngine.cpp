// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/DeferredEngine.h"

#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

/// The engine as a module: what waits for it, what comes when it is there, and what is said where it isn't.
class tst_DeferredEngine : public QObject
{
    Q_OBJECT

    /// Runs `work` in a worker's thread and waits for it with the event loop going.
    template<typename Work>
    static void inWorker(Work work)
    {
        EngineThread thread(QStringLiteral("test"));
        std::promise<void> done;
        std::future<void> finished = done.get_future();
        thread.post([&] {
            work();
            done.set_value();
        });
        QTRY_COMPARE_WITH_TIMEOUT(finished.wait_for(std::chrono::seconds(0)), std::future_status::ready, 60'000);
    }
    static Result<EngineModule *> broken() { return Error{ErrorCode::NotFound, QStringLiteral("There is no engine.")}; }

private Q_SLOTS:
    void theRealModuleReadsAndDecodes()
    {
        QTemporaryDir cache;
        EngineLoader loader(&loadFlowerEngine);
        QSignalSpy ready(&loader, &EngineLoader::ready);
        QSignalSpy failed(&loader, &EngineLoader::failed);
        const auto reader = deferredDatasetReader(loader.engine(), cache.path(), {});
        const auto checker = deferredDatasetChecker(loader.engine(), cache.path(), {cache.path()});
        const auto photos = deferredPhotoSource(loader.engine());
        const auto augmentation = deferredAugmentationSource(loader.engine());
        const auto inspector = deferredModelInspector(loader.engine());
        const auto classifier = deferredClassifier(loader.engine());
        const auto evaluator = deferredEvaluator(loader.engine());
        const auto mapper = deferredPhotoMapper(loader.engine());
        const auto finder = deferredLearningRateFinder(loader.engine());
        QStringList libraries;
        const auto trainer = deferredTrainer(loader.engine(), [&](const EngineModule &module) {
            libraries.append(module.libraryVersions());
            return module.makeTrainer();
        });
        loader.start();
        loader.start(); // nothing more
        inWorker([&] {
            RunControl control;
            const Result<Dataset> dataset = reader->read({true, {}, 1}, control, [](qint64, qint64) {});
            QVERIFY(dataset);
            const Result<DataScan> scan = checker->scan(*dataset, control, [](qint64, qint64) {}, [](const DataScan &) {});
            QVERIFY(scan);
            QCOMPARE(scan->photos.size(), dataset->samples.size());
            QCOMPARE(scan->skipped.size(), 1); // there are no weights
            const Result<RgbImage> photo = photos->load({dataset->samples.first().path, {}}, 32);
            QVERIFY(photo);
            QCOMPARE(std::max(photo->width, photo->height), 32);
            const Result<AugmentedPhoto> augmented =
                augmentation->augment({dataset->samples.first().path, {}}, 0, TrainingConfig::forScratch(), Phase::FineTune, 2);
            QVERIFY(augmented);
            QCOMPARE(augmented->views.size(), 2);
            QCOMPARE(augmented->views.first().width, TrainingConfig::forScratch().imageSize);
            QVERIFY(!inspector->inspect(dataset->samples.first().path));
            QVERIFY(!classifier->open(QStringLiteral("/nowhere")));
            QVERIFY(!evaluator->evaluate(QStringLiteral("/nowhere"), *dataset, {}, 0, control, [](qint64, qint64) {}));
            QVERIFY(!mapper->map({QStringLiteral("/nowhere"), Subset::Test, dataset->subset(Subset::Test)}, control, [](qint64, qint64) {}, {}));
            QVERIFY(!classifier->classify({dataset->samples.first().path, {}}, 5).error.isEmpty());
            TrainingConfig wrong;
            wrong.head.epochs = -1;
            QCOMPARE(finder->find(wrong, *dataset, Phase::FineTune, control, [](const LearningRateProgress &) {}).error().code,
                     ErrorCode::InvalidArgument);
            for (int run = 0; run < 2; ++run)
                QCOMPARE(trainer->train(wrong, *dataset, QStringLiteral("id"), control, [](const TrainingEvent &) {}).state, RunState::Failed);
        });
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(libraries.size(), 1);
        QVERIFY(libraries.first().startsWith(QStringLiteral("LibTorch ")));
    }

    void aMissingModuleIsSaidByEachPart()
    {
        EngineLoader loader(&broken);
        QSignalSpy failed(&loader, &EngineLoader::failed);
        const auto trainer = deferredTrainer(loader.engine(), [](const EngineModule &module) { return module.makeTrainer(); });
        loader.start();
        QTRY_COMPARE(failed.size(), 1);
        const QString sentence = QStringLiteral("There is no engine.");
        inWorker([&] {
            RunControl control;
            QList<TrainingEvent> events;
            const TrainingSummary summary = trainer->train({}, {}, QStringLiteral("id"), control,
                                                           [&](const TrainingEvent &event) { events.append(event); });
            QCOMPARE(summary.state, RunState::Failed);
            QCOMPARE(events.size(), 1);
            QCOMPARE(events.first().runId, QStringLiteral("id"));
            QCOMPARE(std::get<RunFinished>(events.first().what).error->message, sentence);
            QCOMPARE(deferredEvaluator(loader.engine())->evaluate({}, {}, {}, 0, control, {}).error().message, sentence);
            QCOMPARE(deferredLearningRateFinder(loader.engine())->find({}, {}, Phase::Head, control, {}).error().message, sentence);
            QCOMPARE(deferredClassifier(loader.engine())->open({}).error().message, sentence);
            QCOMPARE(deferredClassifier(loader.engine())->classify({QStringLiteral("/a"), {}}, 5).error, sentence);
            QCOMPARE(deferredPhotoMapper(loader.engine())->map({}, control, {}, {}).error().message, sentence);
            QCOMPARE(deferredModelInspector(loader.engine())->inspect({}).error().message, sentence);
            QCOMPARE(deferredDatasetReader(loader.engine(), {}, {})->read({}, control, {}).error().message, sentence);
            QCOMPARE(deferredPhotoSource(loader.engine())->load({}, 8).error().message, sentence);
            QCOMPARE(deferredAugmentationSource(loader.engine())->augment({}, 0, {}, Phase::Head, 1).error().message, sentence);
        });
    }

    void whoWaitsWhenTheProgramEndsIsLetGo()
    {
        auto loader = std::make_unique<EngineLoader>(&broken);
        const auto classifier = deferredClassifier(loader->engine());
        EngineThread thread(QStringLiteral("test"));
        std::promise<QString> message;
        std::future<QString> said = message.get_future();
        thread.post([&] { message.set_value(classifier->open({}).error().message); });
        QCOMPARE(said.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
        loader.reset();
        QCOMPARE(said.get(), QStringLiteral("The program ends."));
    }
};

FLOWER_TEST(tst_DeferredEngine)
#include "tst_DeferredEngine.moc"
