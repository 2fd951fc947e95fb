// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoMap.h"

#include "tests/support/TestMain.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace flower;

class tst_PhotoMap : public QObject
{
    Q_OBJECT

    /// 60 photos of the first class, 30 of the second, 10 of the third, mixed.
    static QList<Sample> photos()
    {
        QList<Sample> photos;
        for (int number = 0; number < 100; ++number)
            photos.append({QString::number(number), number % 10 < 6 ? 0 : number % 10 < 9 ? 1 : 2, Subset::Test});
        return photos;
    }

private Q_SLOTS:
    void fewPhotosAreAllTaken()
    {
        QList<int> all(100);
        std::iota(all.begin(), all.end(), 0);
        QCOMPARE(sampleForMap(photos(), 100, 1), all);
        QCOMPARE(sampleForMap({}, 10, 1), QList<int>());
    }

    void ofEachClassTheSamePartIsTaken()
    {
        const QList<int> sample = sampleForMap(photos(), 20, 1);
        QCOMPARE(sample.size(), 20);
        QVERIFY(std::is_sorted(sample.begin(), sample.end()));
        QCOMPARE(QSet<int>(sample.begin(), sample.end()).size(), 20);
        QList<int> counts(3);
        for (const int photo : sample)
            ++counts[photos().at(photo).label];
        QCOMPARE(counts, (QList<int>{12, 6, 2}));
    }

    void theSeedDecides()
    {
        QCOMPARE(sampleForMap(photos(), 20, 7), sampleForMap(photos(), 20, 7));
        QVERIFY(sampleForMap(photos(), 20, 7) != sampleForMap(photos(), 20, 8));
    }
};

FLOWER_TEST(tst_PhotoMap)
#include "tst_PhotoMap.moc"
