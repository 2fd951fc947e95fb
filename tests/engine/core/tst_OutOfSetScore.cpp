// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/OutOfSetScore.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace flower;

class tst_OutOfSetScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areaUnderTheCurveAgreesWithScikitLearn()
    {
        // sklearn.metrics.roc_auc_score of the same scores, with a tie of three at 0.4: 0.65.
        QVERIFY(std::abs(auroc({0.1, 0.4, 0.35, 0.8, 0.4}, {0.4, 0.9, 0.7, 0.2}) - 0.65) < 1e-12);
        QCOMPARE(auroc({1, 2}, {3, 4}), 1.0);
        QCOMPARE(auroc({3, 4}, {1, 2}), 0.0);
        QCOMPARE(auroc({1, 1}, {1}), 0.5);
        QCOMPARE(auroc({}, {1}), 0.5);
    }

    void thresholdKeepsTheFraction()
    {
        const QList<double> scores{5, 1, 4, 2, 3};
        QCOMPARE(outOfSetThreshold(scores, 1.0), 5.0);
        QCOMPARE(outOfSetThreshold(scores, 0.8), 4.0);
        QCOMPARE(outOfSetThreshold(scores, 0.61), 4.0); // at least the fraction
        QCOMPARE(outOfSetThreshold(scores, 0.0), 1.0);
    }
};

FLOWER_TEST(tst_OutOfSetScore)
#include "tst_OutOfSetScore.moc"
