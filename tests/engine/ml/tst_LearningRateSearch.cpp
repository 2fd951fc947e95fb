// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/LearningRateSearch.h"

#include "tests/engine/ml/DrawnPhotos.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace flower;

/// Sweeps with a tiny network over a few drawn photos.
class tst_LearningRateSearch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Dataset m_dataset;

    [[nodiscard]] static TrainingConfig tiny()
    {
        TrainingConfig config;
        config.width = 0.35;
        config.imageSize = 32;
        config.head.epochs = 3;
        config.head.batchSize = config.fineTune.batchSize = 16;
        config.threads = 1;
        return config;
    }
    [[nodiscard]] Result<LearningRateCurve> find(const TrainingConfig &config, Phase phase,
                                                 const LearningRateSink &sink = [](const LearningRateProgress &) {}) const
    {
        RunControl control;
        return LearningRateSearch().find(config, m_dataset, phase, control, sink);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Dataset> few = testing::fewDrawnPhotos(m_folder.path());
        QVERIFY(few);
        m_dataset = *few;
    }

    void eachPhaseIsSwept_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<bool>("batchNormLearns");
        QTest::newRow("head") << Phase::Head << false;
        QTest::newRow("backbone") << Phase::FineTune << false;
        QTest::newRow("backbone, statistics learn") << Phase::FineTune << true;
    }
    void eachPhaseIsSwept()
    {
        QFETCH(const Phase, phase);
        QFETCH(const bool, batchNormLearns);
        TrainingConfig config = tiny();
        config.batchNormLearns = batchNormLearns;
        config.runFolder = m_folder.filePath(QStringLiteral("untouched"));
        QList<Activity> activities;
        QList<LearningRatePoint> last;
        const Result<LearningRateCurve> curve = find(config, phase, [&](const LearningRateProgress &progress) {
            if (activities.isEmpty() || activities.last() != progress.activity)
                activities.append(progress.activity);
            QVERIFY(progress.done <= progress.total);
            if (progress.activity == Activity::Learning) {
                QVERIFY(progress.points.size() >= last.size());
                last = progress.points;
            }
        });
        QVERIFY2(curve, curve ? "" : qPrintable(curve.error().message));
        QCOMPARE(activities.last(), Activity::Learning);
        QCOMPARE(curve->points, last);
        QVERIFY(curve->points.size() > 20 && curve->points.size() <= LearningRateSweep::kSteps);
        QVERIFY(std::is_sorted(curve->points.cbegin(), curve->points.cend(),
                               [](const auto &a, const auto &b) { return a.learningRate < b.learningRate; }));
        // The features of a backbone that was never trained hardly differ: its head can't learn, and no rate is made up for it.
        QCOMPARE(curve->hasSuggestion(), phase == Phase::FineTune);
        if (curve->hasSuggestion())
            QVERIFY(curve->suggestion >= LearningRateSweep::kLowest && curve->suggestion < LearningRateSweep::kHighest);
        QVERIFY(!QDir(config.runFolder).exists()); // nothing is kept
        const Result<LearningRateCurve> again = find(config, phase);
        QVERIFY(again && *again == *curve);
    }

    void phaseTwoStartsFromAWarmHead()
    {
        TrainingConfig config = tiny();
        const Result<LearningRateCurve> warm = find(config, Phase::FineTune);
        config.head.epochs = 0; // no phase 1, so the head knows nothing
        const Result<LearningRateCurve> cold = find(config, Phase::FineTune);
        QVERIFY(warm && cold);
        QVERIFY(warm->points.first().loss < cold->points.first().loss);
        config.fineTune.epochs = 0; // a rate can be asked for whatever the phases' lengths
        QVERIFY(find(config, Phase::Head));
    }

    void settingsOfThePhaseCount()
    {
        TrainingConfig config = tiny();
        const Result<LearningRateCurve> plain = find(config, Phase::Head);
        config.head.cutmixAlpha = 1; // not on features: as without
        const Result<LearningRateCurve> cut = find(config, Phase::Head);
        config.head.mixupAlpha = 1;
        const Result<LearningRateCurve> mixed = find(config, Phase::Head);
        QVERIFY(plain && cut && mixed);
        QVERIFY(*cut == *plain);
        QVERIFY(mixed->points != plain->points);
    }

    void theBalanceOfKindsCounts_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::newRow("head") << Phase::Head;
        QTest::newRow("backbone") << Phase::FineTune;
    }
    void theBalanceOfKindsCounts()
    {
        QFETCH(const Phase, phase);
        Dataset uneven = m_dataset;
        uneven.samples.removeIf([kept = 0](const Sample &sample) mutable { return sample.label == 0 && ++kept > 3; });
        TrainingConfig config = tiny();
        QList<QList<LearningRatePoint>> curves;
        for (const ClassBalance balance : {ClassBalance::None, ClassBalance::Weights, ClassBalance::Sampling}) {
            config.classBalance = balance;
            RunControl control;
            const Result<LearningRateCurve> curve =
                LearningRateSearch().find(config, uneven, phase, control, [](const LearningRateProgress &) {});
            QVERIFY(curve);
            curves.append(curve->points);
        }
        QVERIFY(curves.at(0) != curves.at(1));
        QVERIFY(curves.at(0) != curves.at(2));
        QVERIFY(curves.at(1) != curves.at(2));
    }

    void stoppingIsSaid()
    {
        RunControl control;
        const Result<LearningRateCurve> stopped =
            LearningRateSearch().find(tiny(), m_dataset, Phase::FineTune, control, [&](const LearningRateProgress &progress) {
                if (progress.activity == Activity::Learning)
                    control.requestStop();
            });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Interrupted);
    }

    void whatStandsInTheWayIsSaid()
    {
        TrainingConfig config = tiny();
        config.weightsPath = m_folder.filePath(QStringLiteral("nowhere.safetensors"));
        QVERIFY(!find(config, Phase::Head));
        config = tiny();
        config.fineTune.batchSize = 0;
        QCOMPARE(find(config, Phase::FineTune).error().code, ErrorCode::InvalidArgument);
        RunControl control;
        Dataset empty = m_dataset;
        empty.samples.clear();
        QCOMPARE(LearningRateSearch().find(tiny(), empty, Phase::Head, control, [](const LearningRateProgress &) {}).error().code,
                 ErrorCode::InvalidArgument);
    }
};

FLOWER_TEST(tst_LearningRateSearch)
#include "tst_LearningRateSearch.moc"
