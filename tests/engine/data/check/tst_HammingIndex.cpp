// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/HammingIndex.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <random>
#include <set>

using namespace flower;

class tst_HammingIndex : public QObject
{
    Q_OBJECT

    static std::vector<quint64> words(int count)
    {
        std::mt19937_64 random(7);
        std::vector<quint64> words;
        for (int word = 0; word < count; ++word) {
            // Every third is a neighbour of an earlier one, up to 13 bits away.
            quint64 next = word % 3 == 2 ? words[random() % words.size()] : random();
            for (int bit = 0; word % 3 == 2 && bit < word % 14; ++bit)
                next ^= quint64{1} << (random() % 64);
            words.push_back(next);
        }
        return words;
    }

private Q_SLOTS:
    void findsWhatComparingAllWithAllFinds_data()
    {
        QTest::addColumn<int>("bits");
        for (const int bits : {0, 1, 3, 6, 8, 10, HammingIndex::kMostBits})
            QTest::addRow("%d bits", bits) << bits;
    }
    void findsWhatComparingAllWithAllFinds()
    {
        QFETCH(int, bits);
        const std::vector<quint64> all = words(3000);
        const HammingIndex index(all);
        int pairs = 0;
        for (int word = 0; word < static_cast<int>(all.size()); ++word) {
            std::set<int> expected;
            for (int other = 0; other < word; ++other) {
                if (std::popcount(all[static_cast<size_t>(word)] ^ all[static_cast<size_t>(other)]) <= bits)
                    expected.insert(other);
            }
            std::set<int> found;
            index.forEachNear(all[static_cast<size_t>(word)], bits, word, [&](int other, int distance) {
                QCOMPARE(distance, std::popcount(all[static_cast<size_t>(word)] ^ all[static_cast<size_t>(other)]));
                QVERIFY(found.insert(other).second); // each once
            });
            QCOMPARE(found, expected);
            pairs += static_cast<int>(expected.size());
        }
        QVERIFY(pairs > 0);
    }

    void anEmptyIndexFindsNothing()
    {
        HammingIndex({}).forEachNear(0, 10, 5, [](int, int) { QFAIL("There is nothing to find."); });
    }
};

FLOWER_TEST(tst_HammingIndex)
#include "tst_HammingIndex.moc"
