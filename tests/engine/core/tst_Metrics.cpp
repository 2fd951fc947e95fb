// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Metrics.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace flower;

class tst_Metrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonAgreesWithItsFormulaAtKnownPoints()
    {
        // 8 of 10: 0.4902 to 0.9433, as tables of the Wilson interval give it.
        const Interval interval = wilsonInterval(8, 10);
        QVERIFY(std::abs(interval.low - 0.4902) < 5e-4);
        QVERIFY(std::abs(interval.high - 0.9433) < 5e-4);
        QCOMPARE(wilsonInterval(0, 0), (Interval{0.0, 1.0}));
        QVERIFY(wilsonInterval(10, 10).high <= 1.0);
    }

    void summaryWeighsClassesAlikeInMeanPerClass()
    {
        // Class 0: three of three right; class 1: none of one, but among the first five.
        QList<PhotoResult> results;
        for (int photo = 0; photo < 3; ++photo)
            results.append({QStringLiteral("a"), 0, {0, 1}, {0.9, 0.1}, 0.1});
        results.append({QStringLiteral("b"), 1, {0, 1}, {0.6, 0.4}, 0.9});
        const Evaluation evaluation = summarize(Subset::Test, results, 2);
        QCOMPARE(evaluation.photos, 4);
        QCOMPARE(evaluation.top1, 0.75);
        QCOMPARE(evaluation.top5, 1.0);
        QCOMPARE(evaluation.meanPerClass, 0.5);
        QCOMPARE(evaluation.loss, 0.3);
        QCOMPARE(evaluation.top5Interval, wilsonInterval(4, 4));
        QCOMPARE(evaluation.meanPerClassInterval, wilsonInterval(2, 3)); // resampled by class there is no spread
    }

    void aTallyLeavesOutWhatIsDear()
    {
        const QList<PhotoResult> results{{QStringLiteral("a"), 0, {0, 1}, {0.9, 0.1}, 0.1}, {QStringLiteral("b"), 1, {0, 1}, {0.6, 0.4}, 0.9}};
        const Evaluation whole = summarize(Subset::Validation, results, 1);
        Evaluation tallied = tally(Subset::Validation, results, 1);
        QVERIFY(tallied.ece < 0 && tallied.coverageAt95Precision < 0 && !tallied.meanPerClassInterval);
        QVERIFY(whole.ece >= 0 && whole.coverageAt95Precision >= 0 && whole.meanPerClassInterval);
        tallied.ece = whole.ece;
        tallied.coverageAt95Precision = whole.coverageAt95Precision;
        tallied.meanPerClassInterval = whole.meanPerClassInterval;
        QCOMPARE(tallied, whole);
        QCOMPARE(tally(Subset::Test, {}, 0).top5Interval, (Interval{0.0, 1.0}));
    }
};

FLOWER_TEST(tst_Metrics)
#include "tst_Metrics.moc"
