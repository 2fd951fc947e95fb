// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/BootstrapInterval.h"

#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace flower;

class tst_BootstrapInterval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithNumPy()
    {
        // numpy.random.default_rng, 10⁶ resamples of 9, 19 and 4 photos: 0.6696 to 0.9825.
        const std::vector<ClassTally> classes{{10, 8}, {20, 19}, {5, 4}, {0, 0}};
        const Interval interval = bootstrapMeanRecall(classes, 100'000);
        QVERIFY2(std::abs(interval.low - 0.6696) < 1e-2, qPrintable(QString::number(interval.low)));
        QVERIFY2(std::abs(interval.high - 0.9825) < 1e-2, qPrintable(QString::number(interval.high)));
        QCOMPARE(bootstrapMeanRecall(classes), bootstrapMeanRecall(classes));
    }

    void withoutSpreadItIsWilsons()
    {
        QCOMPARE(bootstrapMeanRecall({}), (Interval{0.0, 1.0}));
        const std::vector<ClassTally> alike(17, {20, 20});
        QCOMPARE(bootstrapMeanRecall(alike), wilsonInterval(340, 340));
        const std::vector<ClassTally> none(4, {5, 0});
        QCOMPARE(bootstrapMeanRecall(none), wilsonInterval(0, 20));
        // 4 / (1/90 + 1/10): a mean over classes of 90 and of 10 is worth 36 photos.
        const std::vector<ClassTally> uneven{{90, 90}, {10, 10}};
        QCOMPARE(bootstrapMeanRecall(uneven), wilsonInterval(36, 36));
    }

    void coversTheTruth_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("smallest");
        QTest::addColumn<int>("largest");
        QTest::addColumn<double>("lowestRecall");
        QTest::newRow("17 classes of 20, about 85 %") << 17 << 20 << 20 << 0.7;
        QTest::newRow("102 classes of 10 to 60, about 80 %") << 102 << 10 << 60 << 0.6;
        QTest::newRow("17 classes of 20, about 97 %") << 17 << 20 << 20 << 0.94;
    }
    void coversTheTruth()
    {
        QFETCH(int, classes);
        QFETCH(int, smallest);
        QFETCH(int, largest);
        QFETCH(double, lowestRecall);
        std::mt19937 random(7);
        std::vector<double> recalls;
        std::vector<ClassTally> tallies;
        double truth = 0.0;
        for (int label = 0; label < classes; ++label) {
            recalls.push_back(lowestRecall + (1 - lowestRecall) * label / (classes - 1));
            tallies.push_back({smallest + (largest - smallest) * label / std::max(1, classes - 1), 0});
            truth += recalls.back() / classes;
        }
        int covered = 0;
        constexpr int kTrials = 600;
        for (int trial = 0; trial < kTrials; ++trial) {
            for (size_t label = 0; label < tallies.size(); ++label)
                tallies[label].right = std::binomial_distribution<int>(tallies[label].photos, recalls[label])(random);
            const Interval interval = bootstrapMeanRecall(tallies, 1000);
            covered += interval.low <= truth && truth <= interval.high ? 1 : 0;
        }
        const double share = static_cast<double>(covered) / kTrials;
        qInfo("covered in %.1f %% of %d trials", 100 * share, kTrials);
        QVERIFY(share > 0.91 && share < 0.98);
    }

    void isQuick()
    {
        // 6,000 photos of 102 classes may cost 50 ms; sanitizers and a busy machine get ten times as long.
        const std::vector<ClassTally> classes(102, {59, 53});
        QElapsedTimer timer;
        timer.start();
        const Interval interval = bootstrapMeanRecall(classes);
        const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        qInfo("%.1f ms", milliseconds);
        QVERIFY(interval.low < 53 / 59.0 && interval.high > 53 / 59.0);
        QVERIFY(milliseconds < 500);
    }
};

FLOWER_TEST(tst_BootstrapInterval)
#include "tst_BootstrapInterval.moc"
