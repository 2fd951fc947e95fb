// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/LearningRateSchedule.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_LearningRateSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warmsUpLinearly()
    {
        PhaseConfig config;
        config.schedule = Schedule::Constant;
        config.learningRate = 0.1;
        config.warmupEpochs = 4;
        const LearningRateSchedule schedule(config);
        QCOMPARE(schedule.at(2.0), 0.05);
        QCOMPARE(schedule.at(4.0), 0.1);
        QVERIFY(schedule.at(0.0) > 0.0);
    }

    void stepsDownAfterEachStretch()
    {
        PhaseConfig config;
        config.schedule = Schedule::Step;
        config.learningRate = 1.0;
        config.stepEpochs = 7;
        config.stepFactor = 0.5;
        const LearningRateSchedule schedule(config);
        QCOMPARE(schedule.at(6.99), 1.0);
        QCOMPARE(schedule.at(7.0), 0.5);
        QCOMPARE(schedule.at(14.0), 0.25);
    }

    void cosineFallsFromFullToNothing()
    {
        PhaseConfig config;
        config.schedule = Schedule::Cosine;
        config.learningRate = 1.0;
        config.epochs = 10;
        const LearningRateSchedule schedule(config);
        QCOMPARE(schedule.at(0.0), 1.0);
        QVERIFY(qAbs(schedule.at(5.0) - 0.5) < 1e-12);
        QVERIFY(schedule.at(10.0) < 1e-12);
    }

    void plateauWaitsForItsPatience()
    {
        PhaseConfig config;
        config.schedule = Schedule::Plateau;
        config.learningRate = 1.0;
        config.stepFactor = 0.1;
        config.plateauPatience = 2;
        LearningRateSchedule schedule(config);
        schedule.epochEnded(0.5);
        schedule.epochEnded(0.5);
        QCOMPARE(schedule.at(2.0), 1.0);
        schedule.epochEnded(0.4);
        QCOMPARE(schedule.at(3.0), 0.1);
        schedule.epochEnded(0.6);
        schedule.epochEnded(0.6);
        QCOMPARE(schedule.at(5.0), 0.1);
    }
};

FLOWER_TEST(tst_LearningRateSchedule)
#include "tst_LearningRateSchedule.moc"
