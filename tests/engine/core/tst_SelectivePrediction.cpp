// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/SelectivePrediction.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_SelectivePrediction : public QObject
{
    Q_OBJECT

    static PhotoResult photo(double probability, bool right)
    {
        return {QString(), 0, {right ? 0 : 1}, {probability}, 0.0};
    }

private Q_SLOTS:
    void takesTheLargestCoverageOfThePrecision()
    {
        // From the most probable on: right, right, wrong, right, wrong. Precision 1, 1, 2/3, 3/4, 3/5.
        const QList<PhotoResult> results{photo(0.6, true), photo(0.9, true), photo(0.8, true), photo(0.7, false),
                                         photo(0.5, false)};
        QCOMPARE(coverageAtPrecision(results, 0.95), (OperatingPoint{0.8, 0.4, 1.0}));
        QCOMPARE(coverageAtPrecision(results, 0.75), (OperatingPoint{0.6, 0.8, 0.75})); // over the dip at 0.7
        QCOMPARE(coverageAtPrecision(results, 0.6), (OperatingPoint{0.5, 1.0, 0.6}));
        QCOMPARE(operatingPoint(results, 0.7), (OperatingPoint{0.7, 0.6, 2.0 / 3}));
    }

    void photosOfOneProbabilityStayTogether()
    {
        const QList<PhotoResult> results{photo(0.9, true), photo(0.8, true), photo(0.8, false), photo(0.8, true)};
        QCOMPARE(coverageAtPrecision(results, 0.95), (OperatingPoint{0.9, 0.25, 1.0}));
    }

    void aPrecisionThatIsNeverReachedMeansNeverSure()
    {
        const OperatingPoint point = coverageAtPrecision({photo(0.9, false), photo(0.8, true)}, 0.95);
        QCOMPARE(point, (OperatingPoint{kNeverSure, 0.0, 0.0}));
        QCOMPARE(operatingPoint({photo(1.0, true)}, kNeverSure).coverage, 0.0);
        QCOMPARE(coverageAtPrecision({}, 0.95).coverage, 0.0);
    }

    void aProbabilityOfOneCanBeSure()
    {
        const OperatingPoint point = coverageAtPrecision({photo(1.0, true), photo(0.5, false)}, 0.95);
        QVERIFY(point.threshold < kNeverSure);
        QCOMPARE(operatingPoint({photo(1.0, true)}, point.threshold).coverage, 1.0);
    }
};

FLOWER_TEST(tst_SelectivePrediction)
#include "tst_SelectivePrediction.moc"
