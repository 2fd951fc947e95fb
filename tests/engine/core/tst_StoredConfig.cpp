// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/StoredConfig.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_StoredConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredTodayIsReadAsItIs()
    {
        TrainingConfig config;
        config.fineTune.augmentation.cropResolution = 0.7;
        config.head.epochs = 3;
        const Result<TrainingConfig> read = storedConfig(config.toJson());
        QVERIFY(read);
        QCOMPARE(*read, config);
    }

    void whatWasNotKnownYetWasOff()
    {
        const Result<TrainingConfig> read = storedConfig(R"({"version":1,"finetune":{"epochs":7,"augmentation":{"cropMinScale":0.5}}})");
        QVERIFY(read);
        QCOMPARE(read->fineTune.epochs, 7);
        QCOMPARE(read->fineTune.augmentation.cropResolution, 1.0);
        QCOMPARE(read->viewSize(read->fineTune), 224);
        QCOMPARE(read->classBalance, ClassBalance::None);
        QCOMPARE(read->averageDecay, 0.0);
        QCOMPARE(read->head.mixupAlpha + read->fineTune.mixupAlpha, 0.0);
    }

    void damageIsAnError()
    {
        QVERIFY(!storedConfig(QByteArray()));
        QVERIFY(!storedConfig(R"({"version":1,"seed":"no"})"));
    }
};

FLOWER_TEST(tst_StoredConfig)
#include "tst_StoredConfig.moc"
