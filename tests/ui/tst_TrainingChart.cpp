// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/TrainingChart.h"

#include "tests/support/TestMain.h"
#include "tests/ui/LongestTurn.h"
#include "ui/charts/PlotView.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace flower;
using namespace flower::testing;

/// Charts of a million points: what is shown, what is exported, and what a turn of the event loop costs.
class tst_TrainingChart : public QObject
{
    Q_OBJECT

    static constexpr int kPointsPerEpoch = 20'000;
    static constexpr int kEpochs = 50;
    static constexpr double kReplotBound = 30 * kSlowdown; ///< milliseconds of processor time

    static QList<BatchPoint> points(int first, int count)
    {
        QList<BatchPoint> list;
        list.reserve(count);
        for (int number = first; number < first + count; ++number) {
            const double x = (number + 1.0) / kPointsPerEpoch;
            const double noise = std::sin(number * 12.9898) * 0.2;
            list.append({x, 2 / (1 + x) + 0.5 + noise, std::clamp(1 - 0.7 / (1 + x) + noise, 0.0, 1.0), 1e-3 * std::pow(0.9, x)});
        }
        return list;
    }
    static void fill(TrainingChart &chart, int count)
    {
        chart.start(20, 30);
        for (int first = 0; first < count; first += 1000)
            chart.addBatches(points(first, std::min(1000, count - first)));
    }
    static QWidget *canvas(const TrainingChart &chart)
    {
        for (QWidget *widget : chart.findChildren<QWidget *>()) {
            if (widget->inherits("QCustomPlot"))
                return widget;
        }
        return nullptr;
    }
    static void wheel(QWidget *target, int angle)
    {
        const QPointF place(target->width() / 2.0, target->height() / 2.0);
        QWheelEvent event(place, target->mapToGlobal(place), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(target, &event);
    }

private Q_SLOTS:
    void aMillionPointsStaySmooth_data()
    {
        QTest::addColumn<TrainingChart::Quantity>("quantity");
        QTest::newRow("accuracy") << TrainingChart::Quantity::Accuracy;
        QTest::newRow("loss") << TrainingChart::Quantity::Loss;
    }
    void aMillionPointsStaySmooth()
    {
#ifndef Q_OS_LINUX
        QSKIP("A thread's processor time is only read on Linux.");
#endif
        QFETCH(const TrainingChart::Quantity, quantity);
        TrainingChart chart(quantity);
        chart.resize(1000, 400);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        constexpr int kPoints = kPointsPerEpoch * kEpochs;
        const double before = LongestTurn::processorMilliseconds();
        fill(chart, kPoints);
        qInfo("1,000,000 points added in %.0f ms of processor time", LongestTurn::processorMilliseconds() - before);

        LongestTurn turns;
        QTest::qWait(300);
        const double replot = turns.worst("painting 1,000,000 points");
        turns.start();
        for (int more = 0; more < 10; ++more) {
            chart.addBatches(points(kPoints + more * 1000, 1000));
            QTest::qWait(120);
        }
        const double append = turns.worst("1,000 more, ten times");

        QWidget *plot = canvas(chart);
        QVERIFY(plot);
        turns.start();
        for (const int angle : {120, 120, 120, -120, 120, 120}) {
            wheel(plot, angle);
            QTest::qWait(30);
        }
        QTest::mousePress(plot, Qt::LeftButton, Qt::NoModifier, QPoint(300, 100));
        for (int x = 310; x < 500; x += 20) {
            QTest::mouseMove(plot, QPoint(x, 100));
            QTest::qWait(30);
        }
        QTest::mouseRelease(plot, Qt::LeftButton, Qt::NoModifier, QPoint(500, 100));
        const double zoom = turns.worst("zooming and dragging");

        turns.start();
        chart.plot()->showAll();
        chart.setSmoothing(0.5);
        QTest::qWait(300);
        const double smooth = turns.worst("another smoothing");
        for (const double milliseconds : {replot, append, zoom})
            QVERIFY2(milliseconds < kReplotBound, qPrintable(QString::number(milliseconds)));
        QVERIFY2(smooth < LongestTurn::kBound, qPrintable(QString::number(smooth)));
    }

    void anotherSmoothingReachesEveryPoint()
    {
        constexpr int kSmoothed = 1; // the curve
        constexpr int kPoints = 600'000;
        TrainingChart changed(TrainingChart::Quantity::Loss);
        fill(changed, kPoints);
        changed.setSmoothing(0.5);
        changed.addBatches(points(kPoints, 1000)); // while the first ones are still being smoothed
        TrainingChart fresh(TrainingChart::Quantity::Loss);
        fresh.setSmoothing(0.5);
        fill(fresh, kPoints);
        fresh.addBatches(points(kPoints, 1000));
        QTRY_COMPARE(changed.plot()->points(kSmoothed), fresh.plot()->points(kSmoothed));
        changed.addBatches(points(kPoints + 1000, 1000)); // and after
        fresh.addBatches(points(kPoints + 1000, 1000));
        QCOMPARE(changed.plot()->points(kSmoothed), fresh.plot()->points(kSmoothed));
    }

    void whatIsHiddenCollectsAndIsNotPainted()
    {
        TrainingChart chart(TrainingChart::Quantity::Loss);
        chart.resize(800, 300);
        QWidget *plot = canvas(chart);
        class Paintings : public QObject
        {
        public:
            int count = 0;
            bool eventFilter(QObject *, QEvent *event) override
            {
                count += event->type() == QEvent::Paint;
                return false;
            }
        } paintings;
        plot->installEventFilter(&paintings);
        fill(chart, 3000);
        QTest::qWait(200);
        QCOMPARE(paintings.count, 0);
        chart.show();
        QTRY_VERIFY(paintings.count > 0);
        QCOMPARE(chart.plot()->points(0).size(), 3000);
    }

    void batchesThatComeAfterTheirEpochsGoBeforeThem()
    {
        TrainingChart chart(TrainingChart::Quantity::Loss);
        for (int number = 1; number <= 3; ++number) {
            EpochResult epoch;
            epoch.epoch = number;
            epoch.learningRate = 1e-3;
            chart.addEpoch(epoch);
        }
        QList<BatchPoint> batches;
        for (int number = 1; number <= 60; ++number)
            batches.append({number / 20.0, 1.0, 0.5, number > 40 ? 5e-4 : 1e-3});
        chart.addBatches(batches);
        const QList<QPointF> rates = chart.plot()->points(4);
        QCOMPARE(rates.size(), 60);
        QVERIFY(std::is_sorted(rates.begin(), rates.end(), [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
        QCOMPARE(rates.last().y(), 5e-4);
    }

    void theReadoutGivesTheAxisItsNameBack()
    {
        TrainingChart chart(TrainingChart::Quantity::Loss);
        chart.resize(800, 300);
        fill(chart, 100);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const auto says = [&](const QString &text) {
            const QList<QLabel *> labels = chart.findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text().startsWith(text); });
        };
        QVERIFY(says(QStringLiteral("epoch")));
        QTest::mouseMove(chart.plot()->childAt(chart.plot()->rect().center()), QPoint(300, 60));
        QTRY_VERIFY(says(QStringLiteral("Epoch ")) && !says(QStringLiteral("epoch")));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(chart.plot(), &leave);
        QVERIFY(says(QStringLiteral("epoch")));
    }

    void everyPointIsExported()
    {
        TrainingChart chart(TrainingChart::Quantity::Loss);
        chart.resize(800, 300);
        fill(chart, 100'000);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("loss.csv"));
        QSignalSpy saved(chart.plot(), &PlotView::saved);
        const auto save = [&](const QString &file) {
            saved.clear();
            chart.plot()->save(file);
            QTRY_COMPARE(saved.size(), 1);
        };
        save(path);
        QVERIFY(saved.first().at(1).toBool());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv.count('\n'), 1 + 3 * 100'000); // raw, smoothed, learning rate
        const BatchPoint point = points(77'777, 1).first();
        const QByteArray line = QByteArray::number(point.epoch, 'g', 10) + ',' + QByteArray::number(point.loss, 'g', 10) + '\n';
        QVERIFY(csv.contains(line));
        for (const char *form : {"png", "svg"}) {
            const QString picture = folder.filePath(QStringLiteral("loss.") + QLatin1String(form));
            save(picture);
            QVERIFY(saved.first().at(1).toBool());
            QVERIFY(QFile(picture).size() > 1000);
        }
        QFile drawing(folder.filePath(QStringLiteral("loss.svg")));
        QVERIFY(drawing.open(QIODevice::ReadOnly));
        QVERIFY(drawing.readAll().contains(">epoch<")); // in the window it stands below the plot
        save(QStringLiteral("/nowhere/at/all.csv"));
        QVERIFY(!saved.first().at(1).toBool());
    }
};

FLOWER_TEST(tst_TrainingChart)
#include "tst_TrainingChart.moc"
