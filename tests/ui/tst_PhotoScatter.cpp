// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PhotoScatter.h"

#include "tests/support/TestMain.h"
#include "ui/theme/Theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <functional>
#include <initializer_list>
#include <set>
#include <tuple>

using namespace flower;

class tst_PhotoScatter : public QObject
{
    Q_OBJECT

    /// Nine points in a square of three by three, row by row from the top; a kind a column.
    static QList<ScatterPoint> square()
    {
        QList<ScatterPoint> points;
        for (int number = 0; number < 9; ++number)
            points.append({QPointF(number % 3, 2 - number / 3), number % 3, number == 4, QStringLiteral("photo %1").arg(number)});
        return points;
    }
    static void show(PhotoScatter &scatter, const QList<ScatterPoint> &points = square())
    {
        scatter.setPoints(points);
        scatter.resize(420, 420);
        scatter.show();
        scatter.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scatter));
        scatter.setFocus();
    }
    /// Sent to the widget itself: where the system's pointer is, and what it holds, changes nothing.
    static void moveTo(PhotoScatter &scatter, QPointF place, Qt::MouseButton held = Qt::NoButton)
    {
        QMouseEvent move(QEvent::MouseMove, place, scatter.mapToGlobal(place), Qt::NoButton, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&scatter, &move);
    }
    static void drag(PhotoScatter &scatter, const QList<QPointF> &way, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(&scatter, button, modifiers, way.first().toPoint());
        for (const QPointF &place : way.mid(1)) {
            QMouseEvent move(QEvent::MouseMove, place, scatter.mapToGlobal(place), Qt::NoButton, button, modifiers);
            QCoreApplication::sendEvent(&scatter, &move);
        }
        QTest::mouseRelease(&scatter, button, modifiers, way.last().toPoint());
    }

private Q_SLOTS:
    void cleanup() { applyTheme(ThemeChoice::Light); }

    void theLassoSelectsWhatItGoesAround()
    {
        PhotoScatter scatter;
        show(scatter);
        QSignalSpy changed(&scatter, &PhotoScatter::selectionChanged);
        const QPointF corner = scatter.pixelOf(0);
        // a triangle around the three at the upper left: not the one in the middle
        drag(scatter, {corner + QPointF(-12, -12), scatter.pixelOf(1) + QPointF(30, -12), scatter.pixelOf(3) + QPointF(-12, 30)});
        QCOMPARE(scatter.selected(), (QList<int>{0, 1, 3}));
        QCOMPARE(changed.size(), 1);
        const QPointF last = scatter.pixelOf(8);
        drag(scatter, {last + QPointF(-15, -15), last + QPointF(12, -15), last + QPointF(12, 12), last + QPointF(-15, 12)}, Qt::ShiftModifier);
        QCOMPARE(scatter.selected(), (QList<int>{0, 1, 3, 8}));
    }

    void theRectangleAndTheHighlightedKind()
    {
        PhotoScatter scatter;
        show(scatter);
        scatter.setTool(PhotoScatter::Tool::Rectangle);
        drag(scatter, {scatter.pixelOf(0) + QPointF(-12, -12), scatter.pixelOf(2), scatter.pixelOf(5) + QPointF(12, 12)});
        QCOMPARE(scatter.selected(), (QList<int>{0, 1, 2, 3, 4, 5}));
        scatter.setHighlighted({1});
        drag(scatter, {scatter.pixelOf(0) + QPointF(-12, -12), scatter.pixelOf(2), scatter.pixelOf(5) + QPointF(12, 12)});
        QCOMPARE(scatter.selected(), (QList<int>{1, 4}));
    }

    void clicksSelectOneToggleAndClear()
    {
        PhotoScatter scatter;
        show(scatter);
        QTest::mouseClick(&scatter, Qt::LeftButton, {}, scatter.pixelOf(4).toPoint() + QPoint(3, 2));
        QCOMPARE(scatter.selected(), QList<int>{4});
        QTest::mouseClick(&scatter, Qt::LeftButton, Qt::ControlModifier, scatter.pixelOf(2).toPoint());
        QCOMPARE(scatter.selected(), (QList<int>{2, 4}));
        QTest::mouseClick(&scatter, Qt::LeftButton, Qt::ControlModifier, scatter.pixelOf(4).toPoint());
        QCOMPARE(scatter.selected(), QList<int>{2});
        QTest::mouseClick(&scatter, Qt::LeftButton, {}, (scatter.pixelOf(4) + scatter.pixelOf(8)).toPoint() / 2);
        QVERIFY(scatter.selected().isEmpty());
        QSignalSpy activated(&scatter, &PhotoScatter::activated);
        QTest::mouseDClick(&scatter, Qt::LeftButton, {}, scatter.pixelOf(6).toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toInt(), 6);
    }

    void thePointerPointsAtTheNearest()
    {
        PhotoScatter scatter;
        show(scatter);
        QSignalSpy pointed(&scatter, &PhotoScatter::pointedAtChanged);
        moveTo(scatter, scatter.pixelOf(7) + QPointF(4, -3));
        QCOMPARE(pointed.size(), 1);
        QCOMPARE(scatter.pointedAt(), 7);
        moveTo(scatter, (scatter.pixelOf(4) + scatter.pixelOf(8)) / 2);
        QCOMPARE(scatter.pointedAt(), -1);
    }

    void theKeyboardDoesAllOfIt()
    {
        PhotoScatter scatter;
        show(scatter);
        QSignalSpy activated(&scatter, &PhotoScatter::activated);
        QTest::keyClick(&scatter, Qt::Key_Right); // to the first one
        QCOMPARE(scatter.current(), 0);
        QTest::keyClick(&scatter, Qt::Key_Right);
        QTest::keyClick(&scatter, Qt::Key_Down);
        QCOMPARE(scatter.current(), 4);
        QCOMPARE(scatter.pointedAt(), 4);
        QCOMPARE(scatter.accessibleDescription(), QStringLiteral("photo 4"));
        QTest::keyClick(&scatter, Qt::Key_Space);
        QCOMPARE(scatter.selected(), QList<int>{4});
        QTest::keyClick(&scatter, Qt::Key_Down, Qt::ShiftModifier); // a rectangle from there
        QTest::keyClick(&scatter, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(scatter.selected(), (QList<int>{4, 5, 7, 8}));
        QTest::keyClick(&scatter, Qt::Key_Right); // at the edge already
        QCOMPARE(scatter.current(), 8);
        QTest::keyClick(&scatter, Qt::Key_Return);
        QCOMPARE(activated.first().first().toInt(), 8);
        QTest::keyClick(&scatter, Qt::Key_Escape);
        QVERIFY(scatter.selected().isEmpty());
        scatter.setHighlighted({0});
        QTest::keyClick(&scatter, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(scatter.selected(), (QList<int>{0, 3, 6}));
    }

    void wheelDragAndKeysMoveTheMap()
    {
        PhotoScatter scatter;
        show(scatter);
        QSignalSpy fitted(&scatter, &PhotoScatter::fittedChanged);
        const QPointF pointer = scatter.pixelOf(5);
        for (int notch = 0; notch < 6; ++notch) {
            QWheelEvent wheel(pointer, scatter.mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&scatter, &wheel);
        }
        QCOMPARE(fitted.last().first().toBool(), false);
        QVERIFY((scatter.pixelOf(5) - pointer).manhattanLength() < 1);
        scatter.setSelected({1});
        scatter.setTool(PhotoScatter::Tool::Move);
        drag(scatter, {pointer, pointer + QPointF(-20, 0), pointer + QPointF(-50, 20)});
        QVERIFY((scatter.pixelOf(5) - pointer - QPointF(-50, 20)).manhattanLength() < 1);
        scatter.setTool(PhotoScatter::Tool::Lasso);
        drag(scatter, {pointer, pointer + QPointF(20, 0), pointer + QPointF(50, -20)}, {}, Qt::MiddleButton);
        QVERIFY((scatter.pixelOf(5) - pointer).manhattanLength() < 1);
        QCOMPARE(scatter.selected(), QList<int>{1}); // moving selects nothing
        QTest::keyClick(&scatter, Qt::Key_0);
        QVERIFY(scatter.viewport().isFitted());
        QCOMPARE(fitted.last().first().toBool(), true);
    }

    void whatWasPointedAtIsNotWhenTheViewChanges()
    {
        PhotoScatter scatter;
        show(scatter);
        const std::initializer_list<std::function<void()>> changes{
            [&] { QTest::keyClick(&scatter, Qt::Key_Plus); },
            [&] { QTest::keyClick(&scatter, Qt::Key_Right, Qt::ControlModifier); },
            [&] { scatter.fit(); },
            [&] { scatter.resize(scatter.size() + QSize(60, 60)); },
            [&] { drag(scatter, {{200, 200}, {200, 230}, {200, 260}}, {}, Qt::MiddleButton); },
        };
        for (const auto &change : changes) {
            moveTo(scatter, scatter.pixelOf(4));
            QCOMPARE(scatter.pointedAt(), 4);
            QSignalSpy pointed(&scatter, &PhotoScatter::pointedAtChanged);
            change();
            QCOMPARE(scatter.pointedAt(), -1);
            QVERIFY(!pointed.isEmpty());
        }
        // the current point stays pointed at, and is told to lie elsewhere
        QTest::keyClick(&scatter, Qt::Key_Right);
        const QPointF before = scatter.pixelOf(0);
        QPointF told;
        connect(&scatter, &PhotoScatter::pointedAtChanged, this, [&] { told = scatter.pixelOf(scatter.pointedAt()); });
        QTest::keyClick(&scatter, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(scatter.pointedAt(), 0);
        QVERIFY(told != before);
        QCOMPARE(told, scatter.pixelOf(0));
    }

    void escapeEndsTheDragOnly()
    {
        PhotoScatter scatter;
        show(scatter);
        scatter.setTool(PhotoScatter::Tool::Lasso);
        scatter.setSelected({5, 6});
        const QPointF corner = scatter.pixelOf(0) - QPointF(12, 12);
        QTest::mousePress(&scatter, Qt::LeftButton, {}, corner.toPoint());
        moveTo(scatter, scatter.pixelOf(2), Qt::LeftButton);
        moveTo(scatter, scatter.pixelOf(8), Qt::LeftButton);
        const QImage drawn = scatter.grab().toImage();
        QTest::keyClick(&scatter, Qt::Key_Escape);
        QCOMPARE(scatter.selected(), (QList<int>{5, 6}));
        QVERIFY(scatter.grab().toImage() != drawn); // the lasso is gone
        QTest::mouseRelease(&scatter, Qt::LeftButton, {}, scatter.pixelOf(8).toPoint());
        QCOMPARE(scatter.selected(), (QList<int>{5, 6})); // and its end selects nothing
        QTest::keyClick(&scatter, Qt::Key_Escape);
        QVERIFY(scatter.selected().isEmpty());

        QTest::mousePress(&scatter, Qt::MiddleButton, {}, {200, 200});
        moveTo(scatter, {230, 200}, Qt::MiddleButton);
        QCOMPARE(scatter.cursor().shape(), Qt::ClosedHandCursor);
        QTest::keyClick(&scatter, Qt::Key_Escape);
        QCOMPARE(scatter.cursor().shape(), Qt::CrossCursor);
        const QPointF rest = scatter.pixelOf(4);
        moveTo(scatter, {260, 200}, Qt::MiddleButton);
        QCOMPARE(scatter.pixelOf(4), rest); // it moves nothing any more
        QTest::mouseRelease(&scatter, Qt::MiddleButton, {}, {260, 200});
    }

    void anotherButtonDoesNotEndTheDrag()
    {
        PhotoScatter scatter;
        show(scatter);
        scatter.setTool(PhotoScatter::Tool::Rectangle);
        const QPointF corner = scatter.pixelOf(0) - QPointF(12, 12);
        QTest::mousePress(&scatter, Qt::LeftButton, {}, corner.toPoint());
        moveTo(scatter, scatter.pixelOf(1), Qt::LeftButton);
        for (const Qt::MouseButton other : {Qt::RightButton, Qt::MiddleButton}) {
            QTest::mousePress(&scatter, other, {}, scatter.pixelOf(1).toPoint());
            QTest::mouseRelease(&scatter, other, {}, scatter.pixelOf(1).toPoint());
        }
        QVERIFY(scatter.selected().isEmpty());
        moveTo(scatter, scatter.pixelOf(4) + QPointF(12, 12), Qt::LeftButton);
        QTest::mouseRelease(&scatter, Qt::LeftButton, {}, (scatter.pixelOf(4) + QPointF(12, 12)).toPoint());
        QCOMPARE(scatter.selected(), (QList<int>{0, 1, 3, 4}));
    }

    void pointsThatMoveStaySelected()
    {
        PhotoScatter scatter;
        show(scatter);
        scatter.setSelected({3});
        QList<QPointF> places;
        for (const ScatterPoint &point : scatter.points())
            places.append(point.place * 100);
        scatter.movePoints(places);
        QCOMPARE(scatter.selected(), QList<int>{3});
        QVERIFY(QRectF(scatter.rect()).contains(scatter.pixelOf(8))); // and all stay in sight
        scatter.setPoints(square());
        QVERIFY(scatter.selected().isEmpty());
    }

    void whatIsDrawnIsSeenAndDimmed_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void whatIsDrawnIsSeenAndDimmed()
    {
        QFETCH(bool, dark);
        applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        PhotoScatter scatter;
        show(scatter);
        const auto colorOf = [&scatter](int point) {
            const QImage picture = scatter.grab().toImage();
            return picture.pixelColor((scatter.pixelOf(point) * picture.devicePixelRatio()).toPoint());
        };
        QCOMPARE(colorOf(1).name(), KindMarkers::color(1).name());
        scatter.setHighlighted({0});
        QVERIFY(contrast(colorOf(1), themeColors().card) < contrast(colorOf(0), themeColors().card));
        QCOMPARE(colorOf(0).name(), KindMarkers::color(0).name());
        const QImage without = scatter.grab().toImage();
        scatter.setHighlighted({});
        scatter.setWrongRinged(true);
        QVERIFY(scatter.grab().toImage() != without);
    }

    void noTwoOfAHundredKindsShareAMarker()
    {
        std::set<std::tuple<QRgb, int, bool>> markers;
        for (int kind = 0; kind < 102; ++kind)
            markers.insert({KindMarkers::color(kind).rgb(), KindMarkers::shape(kind), KindMarkers::isHollow(kind)});
        QCOMPARE(markers.size(), size_t(102));
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(choice);
            for (int kind = 0; kind < KindMarkers::kColors; ++kind)
                QVERIFY2(contrast(KindMarkers::color(kind), themeColors().card) >= 3, qPrintable(KindMarkers::color(kind).name()));
        }
    }

    void withoutPointsNothingHappens()
    {
        PhotoScatter scatter;
        show(scatter, {});
        QTest::keyClick(&scatter, Qt::Key_Right);
        QTest::mouseClick(&scatter, Qt::LeftButton, {}, {50, 50});
        QCOMPARE(scatter.pointedAt(), -1);
        QVERIFY(!scatter.grab().isNull());
    }
};

FLOWER_TEST(tst_PhotoScatter)
#include "tst_PhotoScatter.moc"
