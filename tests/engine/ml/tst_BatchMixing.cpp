// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/BatchMixing.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace flower;

namespace {

constexpr int kPhotos = 8;

/// Photo i is of the value i everywhere and of class i, so that what was mixed can be read from it.
torch::Tensor photos()
{
    return torch::arange(kPhotos, torch::kFloat32).view({kPhotos, 1, 1, 1}).expand({kPhotos, 3, 32, 32})
        .contiguous(torch::MemoryFormat::ChannelsLast);
}

torch::Tensor labels()
{
    return torch::arange(kPhotos, torch::kInt64);
}

BatchMixing mixing(double mixup, double cutmix, quint64 seed = 1)
{
    PhaseConfig phase;
    phase.mixupAlpha = mixup;
    phase.cutmixAlpha = cutmix;
    return BatchMixing(phase, seed);
}

/// Whether each photo has one value everywhere: laid over each other, not cut.
bool areEven(const torch::Tensor &mixed)
{
    return (mixed.amax({1, 2, 3}) - mixed.amin({1, 2, 3})).max().item<float>() == 0.0F;
}

} // namespace

class tst_BatchMixing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offTouchesNothing()
    {
        const BatchMixing off = mixing(0, 0);
        QVERIFY(!off.isOn());
        const torch::Tensor before = photos();
        torch::Tensor after = before;
        const torch::Tensor plain = labels();
        const BatchLabels shown = off.mixPhotos(after, plain, 1, 1);
        QVERIFY(after.is_same(before) && shown.first.is_same(plain) && !shown.areMixed());
        QVERIFY(!mixing(0, 1).mixFeatures(after, plain, 1, 1).areMixed()); // features have no places
        QVERIFY(after.is_same(before));
    }

    void labelsFollowThePhotos_data()
    {
        QTest::addColumn<double>("mixup");
        QTest::addColumn<double>("cutmix");
        QTest::newRow("mixup") << 0.4 << 0.0;
        QTest::newRow("cutmix") << 0.0 << 1.0;
        QTest::newRow("both") << 1.0 << 1.0;
    }
    void labelsFollowThePhotos()
    {
        QFETCH(const double, mixup);
        QFETCH(const double, cutmix);
        const BatchMixing on = mixing(mixup, cutmix);
        int even = 0;
        int mixedRows = 0;
        for (int batch = 0; batch < 40; ++batch) {
            const torch::Tensor before = photos();
            torch::Tensor after = before;
            const BatchLabels shown = on.mixPhotos(after, labels(), 3, batch);
            QVERIFY(torch::equal(before, photos())); // the batch that was given stays
            QVERIFY(after.is_contiguous(torch::MemoryFormat::ChannelsLast));
            QVERIFY(torch::equal(shown.first, labels()));
            const torch::Tensor told = shown.share * shown.first + (1 - shown.share) * shown.second;
            QVERIFY(torch::allclose(after.mean({1, 2, 3}), told, 1e-4, 1e-4));
            even += areEven(after) ? 1 : 0;
            mixedRows += static_cast<int>((shown.second != shown.first).sum().item<int64_t>());
        }
        QVERIFY(mixedRows > 200); // of 320
        if (cutmix == 0)
            QCOMPARE(even, 40);
        else if (mixup == 0)
            QVERIFY(even < 8); // a box may be empty
        else
            QVERIFY(even > 8 && even < 35); // a coin for each batch
    }

    void drawsComeFromSeedEpochAndBatch()
    {
        const auto mixedBy = [](quint64 seed, int epoch, int batch) {
            torch::Tensor mixed = photos();
            mixing(1, 1, seed).mixPhotos(mixed, labels(), epoch, batch);
            return mixed;
        };
        const torch::Tensor once = mixedBy(1, 2, 3);
        torch::manual_seed(99); // not where the draws come from
        const int threads = at::get_num_threads();
        at::set_num_threads(1);
        QVERIFY(torch::equal(once, mixedBy(1, 2, 3)));
        at::set_num_threads(threads);
        QVERIFY(!torch::equal(once, mixedBy(2, 2, 3)));
        QVERIFY(!torch::equal(once, mixedBy(1, 3, 3)));
        QVERIFY(!torch::equal(once, mixedBy(1, 2, 4)));
    }

    void featuresAreBlended()
    {
        torch::Tensor features = torch::arange(kPhotos, torch::kFloat32).view({kPhotos, 1}).repeat({1, 5});
        const BatchLabels shown = mixing(1, 1).mixFeatures(features, labels(), 1, 1);
        QVERIFY(shown.areMixed());
        const torch::Tensor told = shown.share * shown.first + (1 - shown.share) * shown.second;
        QVERIFY(torch::allclose(features, told.view({kPhotos, 1}).expand({kPhotos, 5}), 1e-5, 1e-5));
    }

    void betaHasItsMoments_data()
    {
        QTest::addColumn<double>("alpha");
        for (const double alpha : {0.001, 0.2, 1.0, 4.0})
            QTest::addRow("%g", alpha) << alpha;
    }
    void betaHasItsMoments()
    {
        QFETCH(const double, alpha);
        constexpr int draws = 20'000;
        SeededRandom random(11);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; ++draw) {
            const double share = drawBeta(alpha, random);
            QVERIFY(share >= 0.0 && share <= 1.0); // and so a number
            sum += share;
            squares += (share - 0.5) * (share - 0.5);
        }
        QVERIFY(std::abs(sum / draws - 0.5) < 0.012);
        QVERIFY(std::abs(squares / draws - 1 / (4 * (2 * alpha + 1))) < 0.01);
    }
};

FLOWER_TEST(tst_BatchMixing)
#include "tst_BatchMixing.moc"
