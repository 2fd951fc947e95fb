// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/BatchLabels.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;
namespace F = torch::nn::functional;

namespace {

torch::Tensor logits()
{
    torch::manual_seed(3);
    return torch::randn({4, 3});
}

BatchLabels mixed()
{
    return {torch::tensor({0, 1, 2, 0}, torch::kInt64), torch::tensor({1, 1, 0, 2}, torch::kInt64),
            torch::tensor({0.7F, 0.1F, 0.5F, 0.25F})};
}

} // namespace

class tst_BatchLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainLabelsGiveTheSameBits()
    {
        const torch::Tensor labels = torch::tensor({0, 2, 1, 1}, torch::kInt64);
        const auto options = F::CrossEntropyFuncOptions().label_smoothing(0.1);
        QVERIFY(torch::equal(crossEntropy(logits(), labels, options), F::cross_entropy(logits(), labels, options)));
        QVERIFY(BatchLabels(labels).dominant().is_same(labels));
        QVERIFY(!BatchLabels(labels).rows(torch::tensor({1}, torch::kInt64), torch::kCPU).areMixed());
    }

    void mixedLabelsAreSoftTargets()
    {
        const BatchLabels labels = mixed();
        const torch::Tensor share = labels.share.view({4, 1});
        const torch::Tensor target = share * torch::one_hot(labels.first, 3) + (1 - share) * torch::one_hot(labels.second, 3);
        for (const double smoothing : {0.0, 0.2}) {
            const auto options = F::CrossEntropyFuncOptions().label_smoothing(smoothing);
            QVERIFY(torch::allclose(crossEntropy(logits(), labels, options), F::cross_entropy(logits(), target, options), 1e-5, 1e-6));
        }
    }

    void classWeightsWeighBothLabels()
    {
        const BatchLabels labels = mixed();
        const torch::Tensor weight = torch::tensor({1.0F, 2.0F, 4.0F});
        const auto options = F::CrossEntropyFuncOptions().weight(weight);
        const torch::Tensor logProbabilities = torch::log_softmax(logits(), 1);
        double sum = 0;
        double weights = 0;
        for (int64_t row = 0; row < 4; ++row) {
            const double share = labels.share[row].item<double>();
            for (const auto &[label, part] : {std::pair{labels.first[row].item<int64_t>(), share},
                                              std::pair{labels.second[row].item<int64_t>(), 1 - share}}) {
                sum -= part * weight[label].item<double>() * logProbabilities[row][label].item<double>();
                weights += part * weight[label].item<double>();
            }
        }
        QVERIFY(std::abs(crossEntropy(logits(), labels, options).item<double>() - sum / weights) < 1e-5);
    }

    void theGreaterShareDominates()
    {
        QVERIFY(torch::equal(mixed().dominant(), torch::tensor({0, 1, 2, 2}, torch::kInt64)));
        const BatchLabels some = mixed().rows(torch::tensor({3, 0}, torch::kInt64), torch::kCPU);
        QVERIFY(torch::equal(some.dominant(), torch::tensor({2, 0}, torch::kInt64)));
        QCOMPARE(some.size(), 2);
    }
};

FLOWER_TEST(tst_BatchLabels)
#include "tst_BatchLabels.moc"
