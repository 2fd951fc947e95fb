// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/BalancedSample.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace flower;

class tst_BalancedSample : public QObject
{
    Q_OBJECT

    /// 60 of class 3, 30 of class 0, 9 of class 1; none of class 2.
    static std::vector<int> labels()
    {
        std::vector<int> all(60, 3);
        all.insert(all.end(), 30, 0);
        all.insert(all.end(), 9, 1);
        return all;
    }
    static std::map<int, int> countsOf(const std::vector<int64_t> &sample, const std::vector<int> &labels)
    {
        std::map<int, int> counts;
        for (const int64_t position : sample)
            ++counts[labels.at(static_cast<size_t>(position))];
        return counts;
    }

private Q_SLOTS:
    void eachClassComesAsOften()
    {
        const std::vector<int64_t> sample = balancedSample(labels(), 1, 1);
        QCOMPARE(sample.size(), labels().size());
        QVERIFY((countsOf(sample, labels()) == std::map<int, int>{{0, 33}, {1, 33}, {3, 33}}));
    }

    void whatIsLeftOverGoesToOtherClassesInOtherEpochs()
    {
        std::vector<int> odd = labels();
        odd.push_back(1); // 100 photos in 3 classes
        std::set<int> favoured;
        for (int epoch = 1; epoch <= 20; ++epoch) {
            for (const auto &[label, count] : countsOf(balancedSample(odd, 1, epoch), odd)) {
                QVERIFY(count == 33 || count == 34);
                if (count == 34)
                    favoured.insert(label);
            }
        }
        QCOMPARE(favoured.size(), size_t{3});
    }

    void photosOfAClassTakeTurns()
    {
        std::map<int64_t, int> times;
        for (const int64_t position : balancedSample(labels(), 1, 1))
            ++times[position];
        for (int64_t position = 0; position < 99; ++position) {
            const int count = times[position];
            const int label = labels().at(static_cast<size_t>(position));
            QVERIFY2(label == 3 ? count <= 1 : label == 0 ? count == 1 || count == 2 : count == 3 || count == 4,
                     qPrintable(QStringLiteral("photo %1 comes %2 times").arg(position).arg(count)));
        }
    }

    void theSameSeedAndEpochGiveTheSamePhotos()
    {
        const std::vector<int64_t> sample = balancedSample(labels(), 7, 3);
        QVERIFY(balancedSample(labels(), 7, 3) == sample);
        QVERIFY(balancedSample(labels(), 7, 4) != sample);
        QVERIFY(balancedSample(labels(), 8, 3) != sample);
    }

    void theOrderIsMixed()
    {
        const std::vector<int64_t> sample = balancedSample(labels(), 1, 1);
        QVERIFY(countsOf({sample.begin(), sample.begin() + 33}, labels()).size() == 3);
    }

    void equalClassesComeOnceEach()
    {
        std::vector<int64_t> sample = balancedSample({0, 1, 0, 1, 2, 2}, 1, 1);
        std::sort(sample.begin(), sample.end());
        std::vector<int64_t> all(6);
        std::iota(all.begin(), all.end(), 0);
        QVERIFY(sample == all);
        QVERIFY(balancedSample({}, 1, 1).empty());
    }
};

FLOWER_TEST(tst_BalancedSample)
#include "tst_BalancedSample.moc"
