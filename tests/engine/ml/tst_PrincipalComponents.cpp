// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/mapping/PrincipalComponents.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_PrincipalComponents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWaysGiveTheSame_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("more rows than columns") << 60 << 12;
        QTest::newRow("fewer rows than columns") << 12 << 60;
        QTest::newRow("as many") << 20 << 20;
    }
    /// As a singular value decomposition has it, whichever side the eigenvectors were taken of.
    void bothWaysGiveTheSame()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        torch::manual_seed(3);
        const torch::Tensor features = torch::randn({rows, columns}, torch::kFloat64) * torch::arange(1, columns + 1).to(torch::kFloat64) + 5;
        const torch::Tensor components = principalComponents(features, 3);
        QCOMPARE(components.size(1), 3);
        const auto [left, values, right] = torch::linalg_svd(features - features.mean(0), false);
        const torch::Tensor expected = left * values;
        for (int64_t component = 0; component < 3; ++component) {
            const torch::Tensor ours = components.select(1, component);
            const torch::Tensor theirs = expected.select(1, component);
            QVERIFY(torch::allclose(ours.abs(), theirs.abs(), 1e-6, 1e-6));
            QVERIFY(ours[ours.abs().argmax()].item<double>() > 0); // the sign is set
        }
    }

    void aLineHasOneDirection()
    {
        const torch::Tensor line = torch::arange(5).to(torch::kFloat32).unsqueeze(1) * torch::tensor({3.0F, 4.0F});
        const torch::Tensor components = principalComponents(line, 2);
        QVERIFY(torch::allclose(components.select(1, 0).abs(), torch::tensor({10.0, 5.0, 0.0, 5.0, 10.0}, torch::kFloat64), 1e-6, 1e-6));
        QVERIFY(components.select(1, 1).abs().max().item<double>() < 1e-6);
    }

    void oneRowLiesInTheMiddle()
    {
        const torch::Tensor components = principalComponents(torch::ones({1, 8}), 2);
        QCOMPARE(components.size(0), 1);
        QCOMPARE(components.size(1), 2);
        QCOMPARE(components.abs().max().item<double>(), 0.0);
    }
};

FLOWER_TEST(tst_PrincipalComponents)
#include "tst_PrincipalComponents.moc"
