// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ConfusionMap.h"

#include "engine/core/ConfusionOrder.h"
#include "tests/support/TestMain.h"
#include "tests/ui/FakeRun.h"
#include "ui/theme/Theme.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <numeric>

using namespace flower;
using namespace flower::testing;

class tst_ConfusionMap : public QObject
{
    Q_OBJECT

    static QList<int> asGiven(int classes)
    {
        QList<int> order(classes);
        std::iota(order.begin(), order.end(), 0);
        return order;
    }
    static ConfusionMatrix threeKinds()
    {
        QList<PhotoResult> results;
        const auto add = [&results](int label, int answer, int count) {
            results += QList<PhotoResult>(count, PhotoResult{QString(), label, {answer}, {0.5}, 0.0});
        };
        add(0, 0, 20);
        add(0, 2, 5);
        add(1, 1, 4);
        add(2, 2, 9);
        add(2, 1, 1);
        return {results, 3};
    }
    static void show(ConfusionMap &map, const ConfusionMatrix &matrix)
    {
        map.setMatrix(matrix, flowerNames(matrix.classes()), asGiven(matrix.classes()));
        map.resize(500, 450);
        map.show();
        QVERIFY(QTest::qWaitForWindowExposed(&map));
    }
    static QPoint centre(const ConfusionMap &map, const ConfusionCell &cell) { return map.rectOf(cell).center().toPoint(); }

private Q_SLOTS:
    void cleanup() { applyTheme(ThemeChoice::Light); }

    void aClickOpensTheCell()
    {
        ConfusionMap map;
        show(map, threeKinds());
        QSignalSpy opened(&map, &ConfusionMap::opened);
        QTest::mouseClick(&map, Qt::LeftButton, {}, centre(map, {0, 2}));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<ConfusionCell>(), (ConfusionCell{0, 2}));
        QCOMPARE(map.current(), (ConfusionCell{0, 2}));
        map.setOrder({2, 1, 0}); // the current cell stays the same pair of kinds
        QCOMPARE(map.current(), (ConfusionCell{0, 2}));
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.viewport().cellRect({0, 0}).center().toPoint());
        QCOMPARE(opened.last().first().value<ConfusionCell>(), (ConfusionCell{2, 2}));
    }

    void theKeyboardDoesAllOfIt()
    {
        ConfusionMap map;
        show(map, threeKinds());
        QSignalSpy opened(&map, &ConfusionMap::opened);
        QTest::keyClick(&map, Qt::Key_Up); // at the edge already
        QTest::keyClick(&map, Qt::Key_Down);
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.current(), (ConfusionCell{1, 2}));
        QTest::keyClick(&map, Qt::Key_Home);
        QCOMPARE(map.current(), (ConfusionCell{1, 0}));
        QVERIFY(opened.isEmpty());
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QVERIFY(map.accessibleDescription().contains(QStringLiteral("0 of 4")));
    }

    void theCellUnderThePointerIsReadable()
    {
        ConfusionMap map;
        show(map, threeKinds());
        QSignalSpy changed(&map, &ConfusionMap::pointedAtChanged);
        QTest::mouseMove(&map, centre(map, {0, 2}));
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(map.pointedAt(), (ConfusionCell{0, 2}));
        const QString mistake = map.colors().describe({0, 2}, map.names());
        for (const char *part : {"bluebell", "coltsfoot", "5 of 25", "20.0 %"})
            QVERIFY2(mistake.contains(QLatin1String(part)), qPrintable(mistake));
        QVERIFY(map.colors().describe({1, 1}, map.names()).contains(QStringLiteral("100.0 %")));
        QVERIFY(!ConfusionMap().pointedAt());
    }

    void wheelAndDragMoveAndDoubleClickFits()
    {
        ConfusionMap map;
        show(map, ConfusionMatrix(fakeAnswers(102, 1020, 3), 102));
        QSignalSpy fitted(&map, &ConfusionMap::fittedChanged);
        QSignalSpy opened(&map, &ConfusionMap::opened);
        const ConfusionCell middle{50, 50};
        const QPointF pointer = map.rectOf(middle).center();
        for (int notch = 0; notch < 8; ++notch) {
            QWheelEvent wheel(pointer, map.mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&map, &wheel);
        }
        QVERIFY(!map.viewport().isFitted());
        QVERIFY(map.rectOf(middle).contains(pointer));
        QCOMPARE(fitted.last().first().toBool(), false);
        QTest::mousePress(&map, Qt::LeftButton, {}, pointer.toPoint());
        QTest::mouseMove(&map, pointer.toPoint() + QPoint(-60, -30));
        QTest::mouseRelease(&map, Qt::LeftButton, {}, pointer.toPoint() + QPoint(-60, -30));
        QVERIFY(opened.isEmpty()); // a drag opens nothing
        const QPointF moved = map.rectOf(middle).center() - pointer;
        QVERIFY2(std::abs(moved.x() + 60) < 2 && std::abs(moved.y() + 30) < 2, qPrintable(QString::number(moved.x())));
        QTest::mouseDClick(&map, Qt::LeftButton, {}, pointer.toPoint());
        QVERIFY(map.viewport().isFitted());
        QCOMPARE(fitted.last().first().toBool(), true);
    }

    void theCellUnderThePointerIsForgottenWhenAllMove()
    {
        ConfusionMap map;
        show(map, threeKinds());
        const auto pointAt = [&map](const ConfusionCell &cell) {
            const QPointF place = map.rectOf(cell).center();
            QMouseEvent move(QEvent::MouseMove, place, map.mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&map, &move);
        };
        pointAt({2, 1});
        QCOMPARE(map.pointedAt(), (ConfusionCell{2, 1}));
        map.fit();
        QCOMPARE(map.pointedAt(), map.current());
        pointAt({2, 1});
        QCOMPARE(map.pointedAt(), (ConfusionCell{2, 1}));
        map.resize(400, 380);
        QCOMPARE(map.pointedAt(), map.current());
    }

    void theCurrentCellComesIntoSight()
    {
        ConfusionMap map;
        show(map, ConfusionMatrix(fakeAnswers(102, 1020, 3), 102));
        QTest::keyClick(&map, Qt::Key_Plus);
        QTest::keyClick(&map, Qt::Key_Plus);
        QTest::keyClick(&map, Qt::Key_Plus);
        QTest::keyClick(&map, Qt::Key_End);
        QVERIFY(map.viewport().area().adjusted(-1, -1, 1, 1).contains(map.rectOf(map.current())));
        QTest::keyClick(&map, Qt::Key_0);
        QVERIFY(map.viewport().isFitted());
    }

    void coloursRankAndTellRightFromWrong_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void coloursRankAndTellRightFromWrong()
    {
        QFETCH(bool, dark);
        applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        ConfusionColors colors;
        colors.setMatrix(threeKinds());
        const QColor card = themeColors().card;
        const double none = contrast(colors.color({1, 0}), card);
        const double few = contrast(colors.color({2, 1}), card);  // 10 %
        const double most = contrast(colors.color({0, 2}), card); // 20 %
        QVERIFY2(none < few && few < most, qPrintable(QStringLiteral("%1 %2 %3").arg(none).arg(few).arg(most)));
        QVERIFY(few > 1.15); // one mistake is seen
        const QColor right = colors.color({1, 1});
        const QColor wrong = colors.color({0, 2});
        QVERIFY(right.blue() > right.red());  // blue and orange: told apart without red and green
        QVERIFY(wrong.red() > wrong.blue());
        QCOMPARE(colors.number({0, 2}), QStringLiteral("20"));
        colors.setScale(ConfusionColors::Scale::Counts);
        QCOMPARE(colors.number({0, 2}), QStringLiteral("5"));
        QVERIFY(colors.legendText(false).contains(QStringLiteral("5")));
    }

    void whatIsDrawnIsWhatIsTold()
    {
        ConfusionMap map;
        show(map, ConfusionMatrix(fakeAnswers(102, 1020, 3), 102));
        map.setCurrent({101, 0}); // its frame is out of the way
        const QImage picture = map.grab().toImage();
        for (const ConfusionCell &cell : {ConfusionCell{40, 40}, ConfusionCell{40, 57}, ConfusionCell{3, 70}}) {
            const QColor drawn = picture.pixelColor((map.rectOf(cell).center() * picture.devicePixelRatio()).toPoint());
            QCOMPARE(drawn.name(), map.colors().color(cell).name());
        }
    }
};

FLOWER_TEST(tst_ConfusionMap)
#include "tst_ConfusionMap.moc"
