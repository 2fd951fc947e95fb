// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/WeightAverage.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace flower;

class tst_WeightAverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheFormula()
    {
        const torch::Tensor weight = torch::full({3}, 4.0F).requires_grad_();
        WeightAverage average({weight}, 0.5);
        double expected = 4.0;
        for (int step = 1; step <= 20; ++step) {
            {
                const torch::NoGradGuard noGrad;
                weight.fill_(step);
            }
            average.update();
            const double decay = std::min(0.5, (1.0 + step) / (10.0 + step)); // little at first: the start is soon forgotten
            expected = decay * expected + (1 - decay) * step;
        }
        average.useAverage();
        QVERIFY(std::abs(weight[0].item<double>() - expected) < 1e-4);
        QVERIFY(std::abs(expected - 19) < 0.5); // two steps behind at most
    }

    void whatWasLearnedComesBackBitByBit()
    {
        torch::manual_seed(5);
        const torch::Tensor weight = torch::randn({16, 8, 3, 3}).contiguous(torch::MemoryFormat::ChannelsLast).requires_grad_();
        const float *const place = weight.const_data_ptr<float>();
        WeightAverage average({weight}, 0.9);
        {
            const torch::NoGradGuard noGrad;
            weight.add_(torch::randn_like(weight));
        }
        const torch::Tensor learned = weight.detach().clone();
        average.update();
        average.useAverage();
        average.useAverage(); // is in use
        QVERIFY(!torch::equal(weight, learned));
        average.useLearned();
        average.useLearned();
        QVERIFY(torch::equal(weight, learned));
        QCOMPARE(weight.const_data_ptr<float>(), place); // whoever holds on to it sees it
        QVERIFY(weight.requires_grad());
    }

    void whatStandsStillIsItsOwnAverage()
    {
        torch::manual_seed(6);
        const torch::Tensor mean = torch::randn({64});
        const torch::Tensor count = torch::tensor(7, torch::kInt64);
        const torch::Tensor before = mean.clone();
        WeightAverage average({mean, count}, 0.999);
        for (int step = 0; step < 50; ++step) {
            count.add_(1);
            average.update();
        }
        average.useAverage();
        QVERIFY(torch::equal(mean, before));
        QCOMPARE(count.item<int64_t>(), 57); // counts are taken over
    }
};

FLOWER_TEST(tst_WeightAverage)
#include "tst_WeightAverage.moc"
