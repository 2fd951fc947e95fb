// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ZoomableMap.h"

#include "tests/support/TestMain.h"
#include "ui/charts/PointViewport.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <optional>
#include <utility>

using namespace flower;

namespace {

/// The plane between (0, 0) and (200, 200), a pixel a unit at first: the left button draws, the middle one moves.
class Plane : public ZoomableMap
{
public:
    Plane()
    {
        resize(200, 200);
        m_viewport.setArea(rect());
        m_viewport.setBounds(rect());
        setRestCursor(Qt::CrossCursor);
    }
    [[nodiscard]] QPointF middle() const { return m_viewport.toPlace({100, 100}); }
    [[nodiscard]] double scale() const { return m_viewport.toPixel({1, 0}).x() - m_viewport.toPixel({0, 0}).x(); }

    std::optional<QPointF> pointed;
    QList<QPointF> clicks;
    QList<QPolygonF> drawings;
    using ZoomableMap::arrowOf;
    using ZoomableMap::drawing;

protected:
    Viewport &view() override { return m_viewport; }
    Drag dragOf(Qt::MouseButton button) const override
    {
        return button == Qt::LeftButton ? Drag::Draw : button == Qt::MiddleButton ? Drag::Pan : Drag::None;
    }
    bool pointAt(std::optional<QPointF> pixel) override { return std::exchange(pointed, pixel) != pixel; }
    QPointF keyCentre() const override { return {100, 100}; }
    void clicked(QPointF pixel, Qt::KeyboardModifiers) override { clicks.append(pixel); }
    void drawn(const QPolygonF &way, Qt::KeyboardModifiers) override { drawings.append(way); }

private:
    PointViewport m_viewport;
};

} // namespace

/// What pointer and keyboard do to every map.
class tst_ZoomableMap : public QObject
{
    Q_OBJECT

    static void moveTo(Plane &plane, QPointF place, Qt::MouseButtons held = Qt::NoButton)
    {
        QMouseEvent move(QEvent::MouseMove, place, plane.mapToGlobal(place), Qt::NoButton, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&plane, &move);
    }

private Q_SLOTS:
    void theWheelZoomsAboutThePointerAndKeysAboutTheirCentre()
    {
        Plane plane;
        QSignalSpy fitted(&plane, &ZoomableMap::fittedChanged);
        QWheelEvent wheel({0, 200}, {0, 200}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&plane, &wheel);
        QCOMPARE(plane.scale(), 1.25);
        QCOMPARE(plane.middle(), QPointF(80, 80));
        QCOMPARE(fitted.takeLast().first().toBool(), false);
        QTest::keyClick(&plane, Qt::Key_Plus);
        QCOMPARE(plane.scale(), 1.25 * 1.5);
        QCOMPARE(plane.middle(), QPointF(80, 80));
        QTest::keyClick(&plane, Qt::Key_0);
        QCOMPARE(plane.scale(), 1.0);
        QCOMPARE(plane.middle(), QPointF(100, 100));
        QCOMPARE(fitted.takeLast().first().toBool(), true);
    }

    void aClickIsNoDragAndADragNoClick()
    {
        Plane plane;
        QTest::mouseClick(&plane, Qt::LeftButton, {}, {50, 60});
        QCOMPARE(plane.clicks, QList<QPointF>{QPointF(50, 60)});
        QTest::mouseClick(&plane, Qt::MiddleButton, {}, {50, 60});
        QTest::mouseClick(&plane, Qt::RightButton, {}, {50, 60});
        QCOMPARE(plane.clicks.size(), 1);
        QTest::mousePress(&plane, Qt::LeftButton, {}, {20, 20});
        moveTo(plane, {80, 20}, Qt::LeftButton);
        QCOMPARE(plane.drawing(), QPolygonF({{20, 20}, {80, 20}}));
        moveTo(plane, {80, 90}, Qt::LeftButton);
        QTest::mouseRelease(&plane, Qt::LeftButton, {}, {80, 90});
        QCOMPARE(plane.drawings, QList<QPolygonF>{QPolygonF({{20, 20}, {80, 20}, {80, 90}})});
        QVERIFY(plane.drawing().isEmpty());
        QCOMPARE(plane.clicks.size(), 1);
        QCOMPARE(plane.middle(), QPointF(100, 100));
    }

    void aDragMoves()
    {
        Plane plane;
        QTest::mousePress(&plane, Qt::MiddleButton, {}, {100, 100});
        moveTo(plane, {130, 100}, Qt::MiddleButton);
        QCOMPARE(plane.cursor().shape(), Qt::ClosedHandCursor);
        QVERIFY(plane.drawing().isEmpty());
        QTest::mouseRelease(&plane, Qt::RightButton, {}, {130, 100}); // not the one that was pressed
        moveTo(plane, {130, 80}, Qt::MiddleButton);
        QTest::mouseRelease(&plane, Qt::MiddleButton, {}, {130, 80});
        QCOMPARE(plane.cursor().shape(), Qt::CrossCursor);
        QCOMPARE(plane.middle(), QPointF(70, 80));
        QVERIFY(plane.drawings.isEmpty());
        moveTo(plane, {10, 10});
        QCOMPARE(plane.middle(), QPointF(70, 80));
    }

    void escapeEndsADragWithoutAResult()
    {
        Plane plane;
        QTest::mousePress(&plane, Qt::LeftButton, {}, {20, 20});
        moveTo(plane, {80, 20}, Qt::LeftButton);
        QTest::keyClick(&plane, Qt::Key_Escape);
        QVERIFY(plane.drawing().isEmpty());
        QTest::mouseRelease(&plane, Qt::LeftButton, {}, {80, 20});
        QVERIFY(plane.drawings.isEmpty());
        QVERIFY(plane.clicks.isEmpty());
        QTest::mousePress(&plane, Qt::MiddleButton, {}, {100, 100});
        moveTo(plane, {130, 100}, Qt::MiddleButton);
        QTest::keyClick(&plane, Qt::Key_Escape);
        QCOMPARE(plane.cursor().shape(), Qt::CrossCursor);
        moveTo(plane, {160, 100}, Qt::MiddleButton);
        QCOMPARE(plane.middle(), QPointF(70, 100)); // where it was when the drag ended
    }

    void aChangeOfViewForgetsWhatIsPointedAt()
    {
        Plane plane;
        QSignalSpy pointed(&plane, &ZoomableMap::pointedAtChanged);
        moveTo(plane, {30, 40});
        moveTo(plane, {30, 40});
        QCOMPARE(pointed.size(), 1);
        QCOMPARE(plane.pointed, QPointF(30, 40));
        QTest::keyClick(&plane, Qt::Key_Minus);
        QVERIFY(!plane.pointed);
        QCOMPARE(pointed.size(), 2);
        moveTo(plane, {30, 40});
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&plane, &leave);
        QVERIFY(!plane.pointed);
        QCOMPARE(pointed.size(), 4);
    }

    void arrows()
    {
        QCOMPARE(Plane::arrowOf(Qt::Key_Up), QPoint(0, -1));
        QCOMPARE(Plane::arrowOf(Qt::Key_Right), QPoint(1, 0));
        QVERIFY(Plane::arrowOf(Qt::Key_Space).isNull());
    }
};

FLOWER_TEST(tst_ZoomableMap)
#include "tst_ZoomableMap.moc"
