// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingConfig.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_TrainingConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreTheTaughtTwoPhases()
    {
        const TrainingConfig config;
        QCOMPARE(config.head.epochs, 20);
        QCOMPARE(config.head.learningRate, 1e-3);
        QCOMPARE(config.fineTune.epochs, 30);
        QCOMPARE(config.fineTune.learningRate, 1e-4);
        QCOMPARE(config.head.batchSize, 32);
    }

    void jsonComesBackEqual()
    {
        TrainingConfig config = TrainingConfig::asTaught();
        config.seed = 18446744073709551615ull;
        config.head.schedule = Schedule::Cosine;
        config.fineTune.optimizer = Optimizer::Sgd;
        config.fineTune.augmentation.rotationDegrees = 12.5;
        config.cacheMegabytes = 0;
        config.head.mixupAlpha = 0.2;
        config.fineTune.cutmixAlpha = 1.0;
        config.averageDecay = 0.999;
        config.testFlip = true;
        config.classBalance = ClassBalance::Sampling;
        config.weightsPath = QStringLiteral("Gewichte/äöü.safetensors");
        const Result<TrainingConfig> read = TrainingConfig::fromJson(config.toJson(), TrainingConfig());
        QVERIFY(read.isOk());
        QVERIFY(*read == config);
    }

    void whatIsNewIsOff()
    {
        const Result<TrainingConfig> read = TrainingConfig::fromJson("{}", TrainingConfig()); // as runs of before wrote it
        QVERIFY(read.isOk());
        for (const PhaseConfig *phase : {&read->head, &read->fineTune}) {
            QCOMPARE(phase->mixupAlpha, 0.0);
            QCOMPARE(phase->cutmixAlpha, 0.0);
        }
        QCOMPARE(read->averageDecay, 0.0);
        QVERIFY(!read->testFlip);
    }

    void cutMixNeedsPhotosInPhaseOne()
    {
        TrainingConfig config;
        config.runFolder = QStringLiteral("run");
        config.fineTune.cutmixAlpha = 1;
        config.head.mixupAlpha = 1;
        QVERIFY(config.validate().isEmpty());
        config.head.cutmixAlpha = 1;
        QCOMPARE(config.validate().size(), 1);
        QCOMPARE(config.validate().first().field, QStringLiteral("head.cutmixAlpha"));
        config.featureViews = 0;
        QVERIFY(config.validate().isEmpty());
        config.head.augmentation.enabled = false; // one view, kept
        QCOMPARE(config.validate().size(), 1);
        config.head.epochs = 0;
        QVERIFY(config.validate().isEmpty());
        config.averageDecay = 1.0;
        QCOMPARE(config.validate().first().field, QStringLiteral("averageDecay"));
    }

    void brokenSettingsNameTheirField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::newRow("unknown") << QByteArray(R"({"colour": 1})") << QStringLiteral("colour");
        QTest::newRow("unknown in phase") << QByteArray(R"({"head": {"pace": 1}})") << QStringLiteral("head.pace");
        QTest::newRow("text for number") << QByteArray(R"({"finetune": {"epochs": "ten"}})") << QStringLiteral("finetune.epochs");
        QTest::newRow("fraction for whole") << QByteArray(R"({"threads": 1.5})") << QStringLiteral("threads");
        QTest::newRow("unknown word") << QByteArray(R"({"device": "abacus"})") << QStringLiteral("device");
        QTest::newRow("unknown balance") << QByteArray(R"({"classBalance": "fair"})") << QStringLiteral("classBalance");
        QTest::newRow("negative seed") << QByteArray(R"({"seed": -1})") << QStringLiteral("seed");
    }
    void brokenSettingsNameTheirField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const Result<TrainingConfig> read = TrainingConfig::fromJson(json, TrainingConfig());
        QVERIFY(!read.isOk());
        QVERIFY2(read.error().message.contains(field), qPrintable(read.error().message));
    }

    void refusesLaterVersionsAndNonsense()
    {
        QCOMPARE(TrainingConfig::fromJson("{\"version\": 2}", {}).error().code, ErrorCode::Unsupported);
        QCOMPARE(TrainingConfig::fromJson("[1]", {}).error().code, ErrorCode::Unreadable);
    }

    void validateTiesEachProblemToItsField()
    {
        TrainingConfig config;
        config.runFolder = QStringLiteral("run");
        QVERIFY(config.validate().isEmpty());
        config.fineTune.learningRate = 0;
        config.width = 0.6;
        config.imageSize = 225;
        config.cacheMegabytes = -1;
        config.fineTune.augmentation.cropResolution = 1.5;
        QStringList fields;
        for (const ConfigProblem &problem : config.validate())
            fields.append(problem.field);
        QCOMPARE(fields, QStringList({QStringLiteral("finetune.learningRate"), QStringLiteral("finetune.augmentation.cropResolution"),
                                      QStringLiteral("cacheMegabytes"), QStringLiteral("width"), QStringLiteral("imageSize")}));
    }

    void viewsHaveMultiplesOf32Pixels()
    {
        TrainingConfig config;
        PhaseConfig phase;
        const auto size = [&](int imageSize, double resolution) {
            config.imageSize = imageSize;
            phase.augmentation.cropResolution = resolution;
            return config.viewSize(phase);
        };
        QCOMPARE(size(224, 1.0), 224);
        QCOMPARE(size(224, 0.86), 192);
        QCOMPARE(size(96, 0.86), 96);
        QCOMPARE(size(32, 0.25), 32);
        phase.augmentation.randomResizedCrop = false; // the centre, as it is used
        QCOMPARE(size(224, 0.5), 224);
    }
};

FLOWER_TEST(tst_TrainingConfig)
#include "tst_TrainingConfig.moc"
