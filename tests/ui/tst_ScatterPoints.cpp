// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ScatterPoints.h"

#include "tests/support/TestMain.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace flower;

class tst_ScatterPoints : public QObject
{
    Q_OBJECT

    /// Nine points in a square of three by three, row by row from the top, 100 pixels apart; a kind a column.
    static ScatterPoints square()
    {
        QList<ScatterPoint> points;
        for (int number = 0; number < 9; ++number)
            points.append({QPointF(number % 3, 2 - number / 3), number % 3, false, {}});
        ScatterPoints scatter;
        scatter.viewport().setArea({20, 20, 200, 200});
        scatter.set(points);
        return scatter;
    }

private Q_SLOTS:
    void theNearestInReach()
    {
        ScatterPoints points = square();
        QCOMPARE(points.pixelOf(0), QPointF(20, 20));
        QCOMPARE(points.pixelOf(8), QPointF(220, 220));
        QCOMPARE(points.nearest({123, 116}), 4);
        QCOMPARE(points.nearest({140, 120}), -1);
        points.setHighlighted({2});
        QCOMPARE(points.nearest({123, 116}), -1); // there, but not looked at
        QCOMPARE(points.lookedAt(), (QList<int>{2, 5, 8}));
    }

    void theNextAlongAnArrow()
    {
        ScatterPoints points = square();
        QCOMPARE(points.next(4, {1, 0}), 5);
        QCOMPARE(points.next(4, {0, -1}), 1);
        QCOMPARE(points.next(8, {1, 0}), 8);
        points.setHighlighted({0, 2});
        QCOMPARE(points.next(0, {1, 0}), 2); // past the kind that isn't looked at
    }

    void insideOfALasso()
    {
        const ScatterPoints points = square();
        QCOMPARE(points.inside(QPolygonF({{10, 10}, {150, 10}, {10, 150}})), (QList<int>{0, 1, 3}));
        QVERIFY(points.inside({}).isEmpty());
    }

    void pointsThatMoveAreFoundThere()
    {
        ScatterPoints points = square();
        QList<QPointF> places;
        for (const ScatterPoint &point : points.all())
            places.prepend(point.place * 1000); // half a turn, in other units
        points.move(places);
        QCOMPARE(points.nearest({20, 20}), 8);
        QCOMPARE(points.nearest({220, 120}), 3);
    }

    void whatLiesOutsideIsNotPainted()
    {
        const ScatterPoints points = square();
        QImage picture(240, 240, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        points.paint(&painter, QRectF(0, 0, 150, 240));
        painter.end();
        QCOMPARE(picture.pixelColor(20, 20).name(), KindMarkers::color(0).name());
        QCOMPARE(picture.pixelColor(120, 220).name(), KindMarkers::color(1).name());
        QCOMPARE(picture.pixelColor(220, 20).alpha(), 0);
    }
};

FLOWER_TEST(tst_ScatterPoints)
#include "tst_ScatterPoints.moc"
