// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ParallelBlocks.h"

#include "tests/support/TestMain.h"

#include <QList>
#include <QTest>

#include <chrono>
#include <new>

using namespace flower;

class tst_ParallelBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPieceIsDoneOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("block");
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("fewer than threads") << 2 << 1;
        QTest::newRow("even blocks") << 100 << 10;
        QTest::newRow("a rest") << 101 << 10;
        QTest::newRow("one block") << 5 << 100;
    }
    void everyPieceIsDoneOnce()
    {
        QFETCH(const int, count);
        QFETCH(const int, block);
        RunControl control;
        std::vector<std::atomic<int>> done(static_cast<size_t>(count));
        QList<int> ticks;
        const std::thread::id here = std::this_thread::get_id();
        QVERIFY(inParallelBlocks(
            count, block, 4, control,
            [&](int begin, int end) {
                for (int piece = begin; piece < end; ++piece)
                    ++done[static_cast<size_t>(piece)];
            },
            [&](int now) {
                QVERIFY(std::this_thread::get_id() == here);
                ticks.append(now);
            }));
        for (const std::atomic<int> &times : done)
            QCOMPARE(times.load(), 1);
        QCOMPARE(ticks.last(), count);
        QVERIFY(std::is_sorted(ticks.cbegin(), ticks.cend()));
    }

    void aStopEndsItEarly()
    {
        RunControl control;
        std::atomic<int> done{0};
        QVERIFY(!inParallelBlocks(100, 1, 3, control, [&](int, int) {
            if (++done == 20)
                control.requestStop();
        }));
        QVERIFY(done < 100);
    }

    void aPauseHoldsItAndNothingNewIsSaid()
    {
        RunControl control;
        control.requestPause();
        QList<int> ticks;
        const std::jthread later([&control] {
            std::this_thread::sleep_for(std::chrono::milliseconds(250)); // four ticks
            control.requestResume();
        });
        QVERIFY(inParallelBlocks(10, 1, 2, control, [](int, int) {}, [&ticks](int done) { ticks.append(done); }));
        QCOMPARE(ticks.first(), 0);
        QCOMPARE(ticks.last(), 10);
        QVERIFY(std::adjacent_find(ticks.cbegin(), ticks.cend()) == ticks.cend()); // the same isn't said again
    }

    void whatIsThrownArrives()
    {
        RunControl control;
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, inParallelBlocks(100, 1, 3, control, [](int begin, int) {
            if (begin == 40)
                throw std::bad_alloc();
        }));
    }
};

FLOWER_TEST(tst_ParallelBlocks)
#include "tst_ParallelBlocks.moc"
