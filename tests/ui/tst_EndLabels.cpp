// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/TrainingChart.h"

#include "tests/support/TestMain.h"
#include "ui/charts/PlotView.h"
#include "ui/theme/Theme.h"

#include <QTest>
#include <QToolButton>

using namespace flower;

class tst_EndLabels : public QObject
{
    Q_OBJECT

    static EpochResult epoch(int number, double train, double validation)
    {
        EpochResult result;
        result.epoch = number;
        result.trainTop1 = train;
        result.valTop1 = validation;
        return result;
    }
    static bool areApartAndInside(const PlotView &plot)
    {
        const QList<QRectF> rects = plot.endLabelRects();
        for (qsizetype index = 0; index < rects.size(); ++index) {
            if (!plot.plotRect().contains(rects.at(index)))
                return false;
            if (index > 0 && rects.at(index - 1).bottom() > rects.at(index).top() + 1e-6)
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void linesAreNamedAtTheirEnds_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("train");
        QTest::addColumn<double>("validation");
        QTest::newRow("far apart") << QSize(700, 260) << 0.9 << 0.4;
        QTest::newRow("the same") << QSize(700, 260) << 0.7 << 0.7;
        QTest::newRow("at the upper edge") << QSize(700, 260) << 1.0 << 0.999;
        QTest::newRow("at the lower edge") << QSize(700, 260) << 0.0 << 0.001;
        QTest::newRow("small") << QSize(300, 190) << 1.0 << 1.0;
    }
    void linesAreNamedAtTheirEnds()
    {
        QFETCH(QSize, size);
        QFETCH(double, train);
        QFETCH(double, validation);
        TrainingChart chart(TrainingChart::Quantity::Accuracy);
        chart.resize(size);
        chart.start(2, 2);
        chart.show();
        const PlotView &plot = *chart.plot();
        QTest::qWait(150);
        QVERIFY(plot.endLabelRects().isEmpty()); // there is no line yet
        chart.addEpoch(epoch(1, 0.5, 0.5));
        QTRY_COMPARE(plot.endLabelRects().size(), 2);
        const double atFirst = plot.endLabelRects().first().left();
        QVERIFY(areApartAndInside(plot));
        for (int number = 2; number <= 4; ++number)
            chart.addEpoch(epoch(number, train, validation));
        QTRY_VERIFY(plot.endLabelRects().first().left() > atFirst + 20); // it went along
        QVERIFY(areApartAndInside(plot));
    }

    void aHiddenLineHasNoName()
    {
        TrainingChart chart(TrainingChart::Quantity::Accuracy);
        chart.resize(700, 260);
        chart.show();
        chart.addEpoch(epoch(1, 0.5, 0.6));
        QTRY_COMPARE(chart.plot()->endLabelRects().size(), 2);
        for (auto *legend : chart.findChildren<QToolButton *>()) {
            if (legend->text() == QLatin1String("Training"))
                legend->click();
        }
        QTRY_COMPARE(chart.plot()->endLabelRects().size(), 1);
    }

    void colorsOfLinesAreMadeReadable()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(choice);
            const ThemeColors colors = themeColors();
            for (const QColor &color : {colors.training, colors.validation, colors.test, colors.learningRate}) {
                const QColor readable = readableOn(color, colors.card);
                QVERIFY2(contrast(readable, colors.card) >= 4.5, qPrintable(color.name()));
                QCOMPARE(qAbs(readable.hslHue() - color.hslHue()) <= 4, true);
            }
        }
        applyTheme(ThemeChoice::Light);
        QCOMPARE(readableOn(Qt::black, Qt::white), QColor(Qt::black));
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
    }
};

FLOWER_TEST(tst_EndLabels)
#include "tst_EndLabels.moc"
