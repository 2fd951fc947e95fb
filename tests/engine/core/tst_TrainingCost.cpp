// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingCost.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_TrainingCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewerBlocksAndSmallerViewsCostLess()
    {
        TrainingConfig config = TrainingConfig::asTaught();
        QCOMPARE(fineTuneCost(config), 1.0);
        double before = 1.0;
        for (int blocks = kBlockCount - 1; blocks >= 0; --blocks) {
            config.learningBlocks = blocks;
            QVERIFY(fineTuneCost(config) < before);
            before = fineTuneCost(config);
        }
        QVERIFY(before > 0.2); // the way forward is left
        config = TrainingConfig::asTaught();
        config.fineTune.augmentation.cropResolution = 0.86;
        QCOMPARE(fineTuneCost(config), 36.0 / 49);
        config.fineTune.augmentation.enabled = false; // the centre, at the image size
        QCOMPARE(fineTuneCost(config), 1.0);
    }
};

FLOWER_TEST(tst_TrainingCost)
#include "tst_TrainingCost.moc"
