// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ConfusionOrder.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace flower;

class tst_ConfusionOrder : public QObject
{
    Q_OBJECT

    static QList<PhotoResult> photos(int label, int answer, int count)
    {
        return QList<PhotoResult>(count, PhotoResult{QString(), label, {answer}, {0.5}, 0.0});
    }

private Q_SLOTS:
    void theLowestRecallComesFirst()
    {
        const ConfusionMatrix matrix(photos(0, 0, 3) + photos(0, 1, 1) + photos(1, 0, 1) + photos(3, 3, 2), 4);
        QCOMPARE(orderByError(matrix), (QList<int>{1, 0, 3, 2})); // 0 %, 75 %, 100 %, no photos
    }

    void aLineIsFoundAgain()
    {
        // Items on a line, given in another order: neighbours are most alike.
        const QList<int> places{4, 0, 6, 2, 5, 1, 3};
        QList<int> order = seriate(static_cast<int>(places.size()), [&places](int a, int b) {
            return std::pow(0.5, std::abs(places.at(a) - places.at(b)));
        });
        QList<int> found;
        for (const int item : std::as_const(order))
            found.append(places.at(item));
        if (found.first() > found.last())
            std::reverse(found.begin(), found.end());
        QCOMPARE(found, (QList<int>{0, 1, 2, 3, 4, 5, 6}));
    }

    void blocksStayTogether()
    {
        // Three blocks of three, dealt out one by one.
        const QList<int> order = seriate(9, [](int a, int b) { return a % 3 == b % 3 ? 1.0 : 0.01; });
        for (int start = 0; start < 9; start += 3) {
            QCOMPARE(order.at(start) % 3, order.at(start + 1) % 3);
            QCOMPARE(order.at(start) % 3, order.at(start + 2) % 3);
        }
    }

    void pairsComeBeforeWhatIsNeverMistaken()
    {
        const ConfusionMatrix matrix(photos(0, 0, 5) + photos(1, 4, 2) + photos(1, 1, 3) + photos(2, 2, 5) + photos(3, 3, 5)
                                         + photos(4, 4, 5), 5);
        QCOMPARE(orderBySimilarity(matrix), (QList<int>{1, 4, 0, 2, 3}));
    }

    void everyClassIsThereOnce_data()
    {
        QTest::addColumn<int>("classes");
        for (const int classes : {0, 1, 2, 102})
            QTest::addRow("%d", classes) << classes;
    }
    void everyClassIsThereOnce()
    {
        QFETCH(int, classes);
        QList<PhotoResult> results;
        for (int number = 0; number < 40 * classes; ++number)
            results += photos(number % classes, (number * number / 7) % classes, 1);
        const ConfusionMatrix matrix(results, classes);
        QList<int> all(classes);
        std::iota(all.begin(), all.end(), 0);
        for (QList<int> order : {orderByError(matrix), orderBySimilarity(matrix)}) {
            std::sort(order.begin(), order.end());
            QCOMPARE(order, all);
        }
    }
};

FLOWER_TEST(tst_ConfusionOrder)
#include "tst_ConfusionOrder.moc"
