// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/LearningRateCurve.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace flower;

namespace {

/// Sweeps over losses that follow the decimal logarithm of the rate.
LearningRateSweep sweepOver(const std::function<double(double)> &lossAt)
{
    LearningRateSweep sweep;
    for (int step = 0; step < LearningRateSweep::kSteps; ++step) {
        if (!sweep.add(lossAt(std::log10(LearningRateSweep::rateOf(step)))))
            break;
    }
    return sweep;
}

/// As losses do: flat, then a fall that is steepest at 10^`middle`, then far up from 10^`end` on.
double usual(double exponent, double middle, double end)
{
    const double fall = 2.8 - 2.0 / (1 + std::exp(-4 * (exponent - middle)));
    return exponent < end ? fall : fall + 20 * (exponent - end) * (exponent - end);
}

} // namespace

class tst_LearningRateCurve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesRiseByEqualRatios()
    {
        QCOMPARE(LearningRateSweep::rateOf(0), 1e-6);
        QCOMPARE(LearningRateSweep::rateOf(LearningRateSweep::kSteps - 1), 1.0);
        QCOMPARE(LearningRateSweep::rateOf(2) / LearningRateSweep::rateOf(1), LearningRateSweep::rateOf(1) / LearningRateSweep::rateOf(0));
    }

    void theSteepestFallIsSuggested_data()
    {
        QTest::addColumn<double>("middle");
        QTest::addColumn<double>("noise");
        QTest::newRow("1e-3") << -3.0 << 0.0;
        QTest::newRow("1e-4") << -4.0 << 0.0;
        QTest::newRow("1e-2, noisy batches") << -2.0 << 0.15;
        QTest::newRow("1e-3, noisy batches") << -3.0 << 0.15;
    }
    void theSteepestFallIsSuggested()
    {
        QFETCH(const double, middle);
        QFETCH(const double, noise);
        int step = 0;
        const LearningRateCurve curve = sweepOver([&](double exponent) {
            return usual(exponent, middle, middle + 1.5) + noise * std::sin(7.3 * ++step);
        }).curve();
        QCOMPARE(curve.suggestedBy, SuggestedBy::SteepestFall);
        QVERIFY2(std::abs(std::log10(curve.suggestion) - middle) < 0.3, qPrintable(QString::number(curve.suggestion)));
        QCOMPARE(QString::number(curve.suggestion, 'g', 2).toDouble(), curve.suggestion); // no more digits than are known
    }

    void itStopsWhereTheLossLeaps()
    {
        const LearningRateSweep sweep = sweepOver([](double exponent) { return usual(exponent, -4, -2); });
        QVERIFY(sweep.points().size() < LearningRateSweep::kSteps);
        const QList<LearningRatePoint> points = sweep.points();
        double lowest = points.first().loss;
        for (const LearningRatePoint &point : points)
            lowest = std::min(lowest, point.loss);
        QVERIFY(points.last().loss > LearningRateSweep::kStopFactor * lowest);
        QVERIFY(points.at(points.size() - 2).loss <= points.last().loss);
    }

    void aLossThatIsNoNumberEndsIt()
    {
        LearningRateSweep sweep;
        for (int step = 0; step < 30; ++step)
            QVERIFY(sweep.add(2.0));
        QVERIFY(!sweep.add(std::numeric_limits<double>::quiet_NaN()));
        QVERIFY(!sweep.add(std::numeric_limits<double>::infinity()));
        QCOMPARE(sweep.points().size(), 30);
    }

    void aLeapDoesNotBlurWhatWasBefore()
    {
        LearningRateSweep sweep;
        for (int step = 0; step < 40; ++step)
            sweep.add(1.0);
        sweep.add(1e12);
        const QList<LearningRatePoint> points = sweep.points();
        QCOMPARE(points.last().batchLoss, 1e12); // told as it was
        QVERIFY(points.last().loss < 10);
        QVERIFY(points.at(points.size() - 6).loss < 2);
    }

    void aCurveThatOnlyRisesSuggestsLess()
    {
        const LearningRateCurve curve = sweepOver([](double exponent) {
            return exponent < -2 ? 0.5 : 0.5 + (exponent + 2) * (exponent + 2);
        }).curve();
        QCOMPARE(curve.suggestedBy, SuggestedBy::BeforeRise);
        QVERIFY(curve.suggestion > 5e-4 && curve.suggestion < 5e-3);
    }

    void noiseIsNoFall()
    {
        int step = 0;
        const LearningRateCurve curve = sweepOver([&](double exponent) { // as after a warm-up: little left to learn, uneven batches
            ++step;
            const double noise = 0.08 * std::sin(7.3 * step) + 0.06 * std::sin(2.1 * step * step);
            return 0.25 + noise + (exponent < -4 ? 0.0 : 0.5 * (exponent + 4));
        }).curve();
        QCOMPARE(curve.suggestedBy, SuggestedBy::BeforeRise);
        QVERIFY2(curve.suggestion > 5e-6 && curve.suggestion < 5e-5, qPrintable(QString::number(curve.suggestion)));
    }

    void aFlatOrShortCurveSuggestsNothing()
    {
        const LearningRateCurve flat = sweepOver([](double) { return 2.8; }).curve();
        QVERIFY(!flat.hasSuggestion());
        QCOMPARE(flat.suggestion, 0.0);
        QCOMPARE(flat.points.size(), LearningRateSweep::kSteps);
        LearningRateSweep brief;
        QVERIFY(brief.curve().points.isEmpty() && !brief.curve().hasSuggestion());
        brief.add(1.0);
        QVERIFY(!brief.curve().hasSuggestion());
    }

    void risingAtOnceStaysInRange()
    {
        const LearningRateCurve curve = sweepOver([](double exponent) { return 1 + 0.2 * (exponent + 6); }).curve();
        QCOMPARE(curve.suggestedBy, SuggestedBy::BeforeRise);
        QCOMPARE(curve.suggestion, LearningRateSweep::kLowest);
    }
};

FLOWER_TEST(tst_LearningRateCurve)
#include "tst_LearningRateCurve.moc"
