// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PointViewport.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace flower;

class tst_PointViewport : public QObject
{
    Q_OBJECT

    static PointViewport viewport(const QRectF &bounds = {-2, -1, 4, 2})
    {
        PointViewport viewport;
        viewport.setArea({10, 20, 400, 400});
        viewport.setBounds(bounds);
        return viewport;
    }
    static bool near(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()) < 1e-6; }

private Q_SLOTS:
    void allIsInSightAtOneScale()
    {
        const PointViewport view = viewport();
        QVERIFY(near(view.toPixel({-2, 0}), {10, 220}));
        QVERIFY(near(view.toPixel({2, 0}), {410, 220}));
        QVERIFY(near(view.toPixel({0, 1}), {210, 120})); // upwards, and as long as to the side
        QVERIFY(near(view.toPlace(view.toPixel({0.3, -0.7})), {0.3, -0.7}));
        QVERIFY(view.isFitted());
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        PointViewport view = viewport();
        const QPointF pointer(300, 150);
        const QPointF place = view.toPlace(pointer);
        view.zoom(pointer, 4);
        QVERIFY(near(view.toPixel(place), pointer));
        QVERIFY(!view.isFitted());
        view.zoom(pointer, 1e9);
        QVERIFY(std::isfinite(view.toPixel({2, 1}).x()));
        view.zoom({10, 20}, 1e-9);
        QVERIFY(view.isFitted());
        QVERIFY(near(view.toPixel({-2, 0}), {10, 220}));
    }

    void panAndReveal()
    {
        PointViewport view = viewport();
        view.zoom({210, 220}, 4);
        const QPointF before = view.toPixel({0, 0});
        view.pan({-30, 12});
        QVERIFY(near(view.toPixel({0, 0}) - before, {-30, 12}));
        view.reveal({-2, 1});
        QVERIFY(view.area().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(view.toPixel({-2, 1})));
        view.fit();
        QVERIFY(view.isFitted());
    }

    void otherBoundsStayFittedOrZoomed()
    {
        PointViewport view = viewport();
        view.setBounds({0, 0, 40, 10});
        QVERIFY(view.isFitted());
        QVERIFY(near(view.toPixel({0, 5}), {10, 220}));
        view.zoom({210, 220}, 2);
        view.setBounds({0, 0, 80, 20});
        QVERIFY(!view.isFitted());
    }

    void otherUnitsKeepTheSamePartInTheMiddle()
    {
        PointViewport view = viewport({-2, -2, 4, 4});
        view.zoom({310, 120}, 10);
        view.pan({7, -4});
        const QPointF seen = view.toPlace({210, 220});
        QVERIFY(!near(seen, {0, 0}));
        view.setBounds({898, 98, 400, 400}); // the same plane, a hundred times as large and far away
        const QPointF expected = QPointF(1098, 298) + seen * 100;
        QVERIFY(near(view.toPlace({210, 220}), expected));
        QVERIFY(near(view.toPixel(expected + QPointF(10, 0)), {310, 220})); // and ten times as large as all in sight would be
    }

    void onePlaceLiesInTheMiddle()
    {
        const PointViewport view = viewport({3, 4, 0, 0});
        QVERIFY(near(view.toPixel({3, 4}), {210, 220}));
    }
};

FLOWER_TEST(tst_PointViewport)
#include "tst_PointViewport.moc"
