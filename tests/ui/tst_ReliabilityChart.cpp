// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ReliabilityChart.h"

#include "tests/support/TestMain.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QTest>

using namespace flower;

class tst_ReliabilityChart : public QObject
{
    Q_OBJECT

    const QList<ReliabilityBin> m_after{{0.0, 0.5, 0, 0.0, 0.0}, {0.5, 1.0, 10, 0.9, 0.8}};

private Q_SLOTS:
    void binsAreReadOut()
    {
        ReliabilityChart chart;
        QCOMPARE(chart.readoutAt(0.7).trimmed(), QString()); // nothing to read yet
        chart.setDiagrams(m_after, {});
        QVERIFY(chart.readoutAt(0.3).contains(QStringLiteral("no photos")));
        const QString full = chart.readoutAt(0.7);
        for (const char *part : {"10", "80.0 %", "49.0 %", "94.3 %"}) // 8 of 10, with the Wilson interval
            QVERIFY2(full.contains(QLatin1String(part)), qPrintable(full));
        QCOMPARE(chart.readoutAt(1.0), full); // a bin has its upper edge
        QCOMPARE(chart.readoutAt(1.2).trimmed(), QString());
    }

    void beforeHasALegendWhereItIsKnown()
    {
        ReliabilityChart chart;
        chart.resize(400, 300);
        chart.setDiagrams(m_after, {});
        const auto *legend = chart.findChild<QAbstractButton *>();
        QVERIFY(legend->isHidden());
        chart.setDiagrams(m_after, {{0.0, 0.5, 2, 0.4, 0.5}, {0.5, 1.0, 8, 0.95, 0.75}});
        QVERIFY(!legend->isHidden());
        chart.setDiagrams({}, {});
        QVERIFY(legend->isHidden());
    }

    void barsAreDrawnInBothThemes()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(choice);
            ReliabilityChart chart;
            chart.resize(400, 300);
            const QImage empty = chart.grab().toImage();
            chart.setDiagrams(m_after, {});
            QTRY_VERIFY(chart.grab().toImage() != empty);
        }
        applyTheme(ThemeChoice::Light);
    }
};

FLOWER_TEST(tst_ReliabilityChart)
#include "tst_ReliabilityChart.moc"
