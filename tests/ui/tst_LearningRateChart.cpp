// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/LearningRateChart.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace flower;

class tst_LearningRateChart : public QObject
{
    Q_OBJECT

    static LearningRateCurve curve()
    {
        LearningRateCurve curve;
        for (int step = 0; step < 60; ++step) {
            const double loss = 2.8 - 2.0 / (1 + std::exp(-0.3 * (step - 40)));
            curve.points.append({LearningRateSweep::rateOf(step), loss + 0.1, loss});
        }
        curve.suggestedBy = SuggestedBy::SteepestFall;
        curve.suggestion = 2.7e-4;
        return curve;
    }

private Q_SLOTS:
    void readsOutTheNearestPoint()
    {
        LearningRateChart chart;
        QCOMPARE(chart.readoutAt(0.001), QStringLiteral(" ")); // nothing was tried
        chart.setCurve(curve());
        QCOMPARE(chart.readoutAt(1.01e-6), QStringLiteral("Learning rate 0.000001: loss 2.800, of the batch 2.900"));
        QCOMPARE(chart.readoutAt(0.5), QStringLiteral(" ")); // not tried
        QCOMPARE(chart.readoutAt(0.0), QStringLiteral(" "));
    }

    void saysTheCurveInWords()
    {
        LearningRateChart chart;
        QVERIFY(!chart.accessibleDescription().isEmpty());
        chart.setCurve(curve());
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Suggested: 0.00027.")));
        chart.setCurve({curve().points});
        QVERIFY(!chart.accessibleDescription().contains(QStringLiteral("Suggested")));
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("The loss starts at 2.80")));
    }

    void theSuggestionIsDrawn()
    {
        LearningRateChart chart;
        chart.resize(500, 300);
        chart.show();
        chart.setCurve({curve().points});
        QTest::qWait(30);
        const QImage plain = chart.grab().toImage();
        chart.setCurve(curve());
        QTest::qWait(30);
        QVERIFY(chart.grab().toImage() != plain);
    }
};

FLOWER_TEST(tst_LearningRateChart)
#include "tst_LearningRateChart.moc"
