// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/Checkpoint.h"
#include "engine/ml/training/ParameterOptimizer.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

namespace {

/// A parameter of each kind there is: a matrix, a pointwise and a depth-wise convolution's weight in channels-last order.
std::vector<torch::Tensor> parameters()
{
    torch::manual_seed(7);
    return {torch::randn({5, 8}).requires_grad_(),
            torch::randn({16, 8, 1, 1}).contiguous(torch::MemoryFormat::ChannelsLast).requires_grad_(),
            torch::randn({16, 8, 3, 3}).contiguous(torch::MemoryFormat::ChannelsLast).requires_grad_(),
            torch::randn({16, 1, 3, 3}).contiguous(torch::MemoryFormat::ChannelsLast).requires_grad_()};
}

/// Gradients of all sorts of orders in memory.
void setGradients(std::vector<torch::Tensor> &all, int step)
{
    torch::manual_seed(100 + static_cast<uint64_t>(step));
    all[0].mutable_grad() = torch::randn({8, 5}).t();
    all[1].mutable_grad() = torch::randn({16, 8, 1, 1});
    all[2].mutable_grad() = torch::randn({16, 8, 3, 3});
    all[3].mutable_grad() = torch::randn({9, 16}).t().reshape_as(all[3]);
}

template<typename Reference>
void compare(const PhaseConfig &phase, Reference &&make)
{
    std::vector<torch::Tensor> ours = parameters();
    std::vector<torch::Tensor> theirs = parameters();
    ParameterOptimizer optimizer(phase, ours);
    auto reference = make(theirs);
    for (int step = 0; step < 5; ++step) {
        setGradients(ours, step);
        setGradients(theirs, step);
        const double rate = 0.01 / (step + 1);
        optimizer.step(rate);
        for (torch::optim::OptimizerParamGroup &group : reference.param_groups())
            group.options().set_lr(rate);
        reference.step();
    }
    for (size_t index = 0; index < ours.size(); ++index)
        QVERIFY(torch::allclose(ours[index], theirs[index], 1e-5, 1e-6));
}

} // namespace

class tst_ParameterOptimizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adamWIsLibTorchs()
    {
        PhaseConfig phase;
        phase.weightDecay = 0.05;
        compare(phase, [](const std::vector<torch::Tensor> &all) {
            return torch::optim::AdamW(all, torch::optim::AdamWOptions(0.01).weight_decay(0.05));
        });
    }

    void sgdIsLibTorchs_data()
    {
        QTest::addColumn<double>("momentum");
        QTest::newRow("with momentum") << 0.9;
        QTest::newRow("without") << 0.0;
    }

    void sgdIsLibTorchs()
    {
        QFETCH(double, momentum);
        PhaseConfig phase;
        phase.optimizer = Optimizer::Sgd;
        phase.momentum = momentum;
        phase.weightDecay = 0.05;
        compare(phase, [momentum](const std::vector<torch::Tensor> &all) {
            return torch::optim::SGD(all, torch::optim::SGDOptions(0.01).momentum(momentum).weight_decay(0.05));
        });
    }

    void parametersWithoutGradientStay()
    {
        std::vector<torch::Tensor> all = parameters();
        setGradients(all, 0);
        all[2].mutable_grad() = torch::Tensor();
        const torch::Tensor before = all[2].detach().clone();
        const torch::Tensor moved = all[1].detach().clone();
        ParameterOptimizer(PhaseConfig(), all).step(0.1);
        QVERIFY(torch::equal(all[2], before));
        QVERIFY(!torch::equal(all[1], moved));
    }

    void refusesStepsThatAreNoNumber()
    {
        std::vector<torch::Tensor> all = parameters();
        ParameterOptimizer optimizer(PhaseConfig(), all);
        setGradients(all, 0);
        optimizer.step(0.1);
        Checkpoint sound;
        optimizer.keepIn(sound);
        optimizer.takeFrom(sound);
        for (const torch::Tensor &steps : {torch::zeros({0}), torch::zeros({2}), torch::zeros({}, torch::kInt64)}) {
            Checkpoint kept;
            optimizer.keepIn(kept);
            kept.tensors["optimizer.0.steps"] = steps;
            QVERIFY_THROWS_EXCEPTION(c10::Error, optimizer.takeFrom(kept));
        }
    }
};

FLOWER_TEST(tst_ParameterOptimizer)
#include "tst_ParameterOptimizer.moc"
