// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/UsedDay.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace flower;

class tst_UsedDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsRenewedAfterAWeekOrWhereItIsInTheFuture_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<bool>("isDue");
        QTest::newRow("today") << 1000 << false;
        QTest::newRow("six days ago") << 994 << false;
        QTest::newRow("a week ago") << 993 << true;
        QTest::newRow("the clock was set back") << 1001 << true;
    }
    void aDayIsRenewedAfterAWeekOrWhereItIsInTheFuture()
    {
        QFETCH(const int, day);
        QFETCH(const bool, isDue);
        UsedDay used(day);
        QCOMPARE(used.renew(UsedDay(1000)), isDue);
        QCOMPARE(used.day(), isDue ? 1000 : day);
    }

    void theLatestComesFirst()
    {
        struct Kept {
            UsedDay lastUsed;
        };
        std::vector<Kept> kept{{UsedDay(3)}, {UsedDay(9)}, {UsedDay(5)}};
        std::stable_sort(kept.begin(), kept.end(), UsedDay::latestFirst);
        QCOMPARE(kept.front().lastUsed.day(), 9);
        QCOMPARE(kept.back().lastUsed.day(), 3);
    }
};

FLOWER_TEST(tst_UsedDay)
#include "tst_UsedDay.moc"
