// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/Engine.h"
#include "engine/ml/weights/ModelFile.h"
#include "tests/engine/ml/DrawnPhotos.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace flower;

/// Whole runs with a tiny network on a few drawn photos.
class tst_TrainingRun : public QObject
{
    Q_OBJECT

    struct Run {
        QList<EpochResult> epochs;
        RunFinished finished;

        [[nodiscard]] QList<double> trainLosses(Phase phase) const
        {
            QList<double> losses;
            for (const EpochResult &epoch : epochs) {
                if (epoch.phase == phase)
                    losses.append(epoch.trainLoss);
            }
            return losses;
        }
        [[nodiscard]] QList<double> valLosses() const
        {
            QList<double> losses;
            for (const EpochResult &epoch : epochs)
                losses.append(epoch.valLoss);
            return losses;
        }
    };

    QTemporaryDir m_folder;
    Dataset m_dataset;
    int m_runs = 0;

    [[nodiscard]] static TrainingConfig tiny()
    {
        TrainingConfig config;
        config.width = 0.35;
        config.imageSize = 32;
        config.head.epochs = 2;
        config.fineTune.epochs = 2;
        config.head.batchSize = config.fineTune.batchSize = 16;
        config.fineTune.learningRate = 1e-3;
        config.featureViews = 2;
        config.threads = 1;
        return config;
    }
    Run run(TrainingConfig config)
    {
        config.runFolder = m_folder.filePath(QStringLiteral("run%1").arg(++m_runs));
        RunControl control;
        Run run;
        makeTrainer()->train(config, m_dataset, QStringLiteral("id"), control, [&run](const TrainingEvent &event) {
            if (const auto *epoch = std::get_if<EpochResult>(&event.what))
                run.epochs.append(*epoch);
            else if (const auto *finished = std::get_if<RunFinished>(&event.what))
                run.finished = *finished;
        });
        return run;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Dataset> few = testing::fewDrawnPhotos(m_folder.path());
        QVERIFY(few);
        m_dataset = *few;
    }

    void theSameSeedGivesTheSameNumbers()
    {
        TrainingConfig config = tiny();
        config.head.mixupAlpha = 0.4;
        config.fineTune.mixupAlpha = 0.4;
        config.fineTune.cutmixAlpha = 1.0;
        config.averageDecay = 0.9;
        config.testFlip = true;
        const Run first = run(config);
        const Run second = run(config);
        QCOMPARE(first.finished.summary.state, RunState::Completed);
        QCOMPARE(first.epochs.size(), 4);
        for (const Phase phase : {Phase::Head, Phase::FineTune})
            QCOMPARE(first.trainLosses(phase), second.trainLosses(phase));
        QCOMPARE(first.valLosses(), second.valLosses());
        QVERIFY(first.finished.summary.test && first.finished.summary.test == second.finished.summary.test);
    }

    void aModelThatIsOpenedMeanwhileChangesNothing()
    {
        TrainingConfig config = tiny();
        config.head.dropout = config.fineTune.dropout = 0.5;
        const Run alone = run(config);
        std::atomic<bool> isOver = false;
        std::atomic<int> opened = 0;
        std::thread other([&] {
            while (!isOver && opened < 1000)
                opened += readModel(alone.finished.summary.modelPath) ? 1 : 0;
        });
        const Run beside = run(config);
        isOver = true;
        other.join();
        QVERIFY(opened > 3);
        for (const Phase phase : {Phase::Head, Phase::FineTune})
            QCOMPARE(beside.trainLosses(phase), alone.trainLosses(phase));
        QCOMPARE(beside.valLosses(), alone.valLosses());
    }

    void mixingChangesOnlyItsPhase()
    {
        const Run plain = run(tiny());
        TrainingConfig config = tiny();
        config.fineTune.cutmixAlpha = 1.0;
        const Run mixed = run(config);
        QCOMPARE(mixed.trainLosses(Phase::Head), plain.trainLosses(Phase::Head));
        QVERIFY(mixed.trainLosses(Phase::FineTune) != plain.trainLosses(Phase::FineTune));
        config.fineTune.cutmixAlpha = 0.0;
        config.head.mixupAlpha = 1.0; // of kept features
        QVERIFY(run(config).trainLosses(Phase::Head) != plain.trainLosses(Phase::Head));
    }

    void smallerCropsChangeOnlyWhatIsLearntFrom()
    {
        TrainingConfig config = tiny();
        config.imageSize = 64;
        const Run plain = run(config);
        config.fineTune.augmentation.cropResolution = 0.5;
        const Run small = run(config);
        QCOMPARE(small.finished.summary.state, RunState::Completed);
        QCOMPARE(small.trainLosses(Phase::Head), plain.trainLosses(Phase::Head));
        QVERIFY(small.trainLosses(Phase::FineTune) != plain.trainLosses(Phase::FineTune));
        QCOMPARE(small.valLosses().first(2), plain.valLosses().first(2));
        config.head.augmentation.cropResolution = 0.5; // kept features of smaller views
        QVERIFY(run(config).trainLosses(Phase::Head) != plain.trainLosses(Phase::Head));
    }

    void phaseOneMixesPhotosThatAreSeenAnew()
    {
        TrainingConfig config = tiny();
        config.fineTune.epochs = 0;
        config.featureViews = 0;
        const Run plain = run(config);
        config.head.cutmixAlpha = 1.0;
        const Run mixed = run(config);
        QCOMPARE(mixed.finished.summary.state, RunState::Completed);
        QVERIFY(mixed.trainLosses(Phase::Head) != plain.trainLosses(Phase::Head));
        QCOMPARE(run(config).trainLosses(Phase::Head), mixed.trainLosses(Phase::Head));
    }

    void averagingLeavesTheLearningAlone_data()
    {
        QTest::addColumn<bool>("batchNormLearns");
        QTest::newRow("frozen statistics") << false;
        QTest::newRow("learning statistics") << true;
    }
    void averagingLeavesTheLearningAlone()
    {
        QFETCH(const bool, batchNormLearns);
        TrainingConfig config = tiny();
        config.batchNormLearns = batchNormLearns;
        const Run plain = run(config);
        config.averageDecay = 0.9;
        const Run averaged = run(config);
        QVERIFY(averaged.trainLosses(Phase::FineTune) == plain.trainLosses(Phase::FineTune)); // bit by bit
        QVERIFY(averaged.valLosses().mid(2) != plain.valLosses().mid(2));
        QCOMPARE(averaged.valLosses().mid(0, 2), plain.valLosses().mid(0, 2));
    }

    void theAverageIsWhatIsKept()
    {
        TrainingConfig config = tiny();
        config.averageDecay = 0.9;
        config.keepBest = false; // the last epoch's
        const Run averaged = run(config);
        RunControl control;
        const auto measured = makeEvaluator()->evaluate(averaged.finished.summary.modelPath, m_dataset, Subset::Validation, 1, control,
                                                        [](qint64, qint64) {});
        QVERIFY(measured);
        QCOMPARE(measured->evaluation.top1, averaged.epochs.last().valTop1);
        const Evaluation plain = atTemperature(measured->evaluation, 1.0);
        QVERIFY(std::abs(plain.loss - averaged.epochs.last().valLoss) < 1e-6);
    }

    void theMirrorImageGoesIntoAnswersAndTheModel()
    {
        TrainingConfig config = tiny();
        const Run plain = run(config);
        config.testFlip = true;
        const Run mirrored = run(config);
        QCOMPARE(mirrored.trainLosses(Phase::Head), plain.trainLosses(Phase::Head));
        for (qsizetype epoch = 0; epoch < 4; ++epoch)
            QVERIFY(mirrored.epochs.at(epoch).valLoss != plain.epochs.at(epoch).valLoss);
        for (const auto &[made, flips] : {std::pair{&plain, false}, std::pair{&mirrored, true}}) {
            const Result<WeightsFile> model = readWeights(made->finished.summary.modelPath);
            QVERIFY(model);
            QCOMPARE(model->info.preprocessing.testFlip, flips);
            RunControl control;
            const auto measured = makeEvaluator()->evaluate(made->finished.summary.modelPath, m_dataset, Subset::Test, 1, control,
                                                            [](qint64, qint64) {});
            QVERIFY(measured);
            QCOMPARE(measured->evaluation.loss, made->finished.summary.test->loss);
        }
    }
};

FLOWER_TEST(tst_TrainingRun)
#include "tst_TrainingRun.moc"
