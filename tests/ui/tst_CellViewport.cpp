// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/CellViewport.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_CellViewport : public QObject
{
    Q_OBJECT

    static CellViewport hundred()
    {
        CellViewport viewport;
        viewport.setCells(100);
        viewport.setArea(QRectF(50, 10, 400, 400));
        return viewport;
    }

private Q_SLOTS:
    void allCellsFitAtFirst()
    {
        const CellViewport viewport = hundred();
        QVERIFY(viewport.isFitted());
        QCOMPARE(viewport.cellSize(), 4.0);
        QCOMPARE(viewport.columns(), std::pair(0, 99));
        QCOMPARE(viewport.cellRect({99, 0}), QRectF(446, 10, 4, 4));
        QCOMPARE(viewport.cellAt({50, 10}), QPoint(0, 0));
        QCOMPARE(viewport.cellAt({449.9, 409.9}), QPoint(99, 99));
        QVERIFY(!viewport.cellAt({49, 10}));
        QVERIFY(!CellViewport().cellAt({0, 0}));
    }

    void theZoomKeepsWhatIsUnderThePointer()
    {
        CellViewport viewport = hundred();
        const QPointF pointer(250, 310);
        const std::optional<QPoint> before = viewport.cellAt(pointer);
        for (int step = 0; step < 5; ++step) {
            viewport.zoom(pointer, 1.25);
            QCOMPARE(viewport.cellAt(pointer), before);
        }
        QVERIFY(!viewport.isFitted());
        QVERIFY(viewport.cellSize() > 12);
        viewport.zoom(pointer, 1000);
        QCOMPARE(viewport.cellSize(), CellViewport::kLargestCell);
        QCOMPARE(viewport.cellAt(pointer), before);
        viewport.zoom(pointer, 0.00001);
        QVERIFY(viewport.isFitted());
        QCOMPARE(viewport.columns(), std::pair(0, 99));
    }

    void panStopsAtTheEdges()
    {
        CellViewport viewport = hundred();
        viewport.pan({-40, 0});
        QCOMPARE(viewport.columns(), std::pair(0, 99)); // all in sight: nothing to move
        viewport.zoom({50, 10}, 4);
        QCOMPARE(viewport.columns(), std::pair(0, 24));
        viewport.pan({-32, -16});
        QCOMPARE(viewport.columns(), std::pair(2, 26));
        QCOMPARE(viewport.rows(), std::pair(1, 25));
        viewport.pan({1e6, -1e6});
        QCOMPARE(viewport.columns(), std::pair(0, 24));
        QCOMPARE(viewport.rows(), std::pair(75, 99));
    }

    void revealMovesAsLittleAsNeeded()
    {
        CellViewport viewport = hundred();
        viewport.zoom({50, 10}, 4);
        viewport.reveal({10, 10});
        QCOMPARE(viewport.columns(), std::pair(0, 24));
        viewport.reveal({30, 99});
        QCOMPARE(viewport.columns(), std::pair(6, 30));
        QCOMPARE(viewport.rows(), std::pair(75, 99));
        viewport.reveal({3, 80});
        QCOMPARE(viewport.columns(), std::pair(3, 27));
    }

    void anotherSizeKeepsTheView()
    {
        CellViewport viewport = hundred();
        viewport.zoom({50, 10}, 4);
        viewport.pan({-160, -160});
        const auto columns = viewport.columns();
        viewport.setArea(QRectF(0, 0, 200, 200));
        QCOMPARE(viewport.columns(), columns);
        viewport.setCells(3); // another matrix: all of it
        QVERIFY(viewport.isFitted());
        QCOMPARE(viewport.columns(), std::pair(0, 2));
    }
};

FLOWER_TEST(tst_CellViewport)
#include "tst_CellViewport.moc"
