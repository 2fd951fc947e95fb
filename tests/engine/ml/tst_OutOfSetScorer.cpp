// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/evaluation/OutOfSetScorer.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace flower;

class tst_OutOfSetScorer : public QObject
{
    Q_OBJECT

    /// Three classes whose weights, less their mean, point along the first three features.
    static MobileNetV2 network()
    {
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = 3;
        MobileNetV2 network(options);
        const torch::NoGradGuard noGrad;
        network->head()->weight.zero_();
        for (int label = 0; label < 3; ++label)
            network->head()->weight[label][label] = 1.0;
        return network;
    }

private Q_SLOTS:
    void isTheNegativeCosineToTheNearestClass()
    {
        const MobileNetV2 three = network();
        const OutOfSetScorer scorer(three, QList<float>(1280, 0.5F));
        torch::Tensor features = torch::full({3, 1280}, 0.5);
        const torch::Tensor along = torch::tensor({2.0, -1.0, -1.0}); // class 0, less the mean of the three
        features[0].narrow(0, 0, 3) += along;
        features[1].narrow(0, 0, 3) -= along;
        features[2][700] += 1.0; // nothing that any class looks at
        const torch::Tensor scores = scorer.scores(features);
        QVERIFY(std::abs(scores[0].item<double>() + 1.0) < 1e-6);
        QVERIFY(std::abs(scores[1].item<double>() + 0.5) < 1e-6); // between the other two: cos 60°
        QVERIFY(std::abs(scores[2].item<double>()) < 1e-6);
    }

    void withoutAMeanThatFitsAllScoresAreNought()
    {
        const torch::Tensor features = torch::rand({2, 1280});
        QVERIFY((OutOfSetScorer(network(), {}).scores(features) == 0).all().item<bool>());
        QVERIFY((OutOfSetScorer(network(), QList<float>(7, 1.0F)).scores(features) == 0).all().item<bool>());
    }

    void aPhotoLikeTheMeanHasAScore()
    {
        const OutOfSetScorer scorer(network(), QList<float>(1280, 0.5F));
        QVERIFY(std::isfinite(scorer.scores(torch::full({1, 1280}, 0.5)).item<double>()));
    }
};

FLOWER_TEST(tst_OutOfSetScorer)
#include "tst_OutOfSetScorer.moc"
