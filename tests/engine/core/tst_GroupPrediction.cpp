// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/GroupPrediction.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace flower;

class tst_GroupPrediction : public QObject
{
    Q_OBJECT

    /// Most probable first, as a classifier answers.
    static Prediction photo(const QString &path, const QList<double> &probabilities, double score = 0.0)
    {
        Prediction prediction;
        prediction.path = path;
        prediction.outOfSetScore = score;
        prediction.milliseconds = 2.0;
        for (int index = 0; index < probabilities.size(); ++index)
            prediction.top.append({index, QString(QChar(u'a' + index)), probabilities.at(index)});
        std::sort(prediction.top.begin(), prediction.top.end(),
                  [](const ScoredClass &a, const ScoredClass &b) { return a.probability > b.probability; });
        return prediction;
    }

    static bool isNear(double a, double b) { return std::abs(a - b) < 1e-12; }

private Q_SLOTS:
    void averagesProbabilitiesAndNamesEachPart()
    {
        const GroupPrediction group = fusePredictions({photo(QStringLiteral("1"), {0.6, 0.4, 0.0}, -0.2),
                                                       photo(QStringLiteral("2"), {0.1, 0.7, 0.2}, -0.6)}, {}, 2);
        QCOMPARE(group.fused.top.size(), 2);
        QCOMPARE(group.fused.top.at(0).name, QStringLiteral("b"));
        QVERIFY(isNear(group.fused.top.at(0).probability, 0.55));
        QVERIFY(isNear(group.fused.top.at(1).probability, 0.35));
        QVERIFY(isNear(group.fused.outOfSetScore, -0.4));
        QCOMPARE(group.fused.milliseconds, 4.0);
        QCOMPARE(group.fused.path, QStringLiteral("1"));
        QCOMPARE(group.parts.at(0).answer.name, QStringLiteral("a"));
        QVERIFY(isNear(group.parts.at(0).part, 0.4 / 1.1));
        QVERIFY(isNear(group.parts.at(0).part + group.parts.at(1).part, 1.0));
    }

    void photosThatCannotBeReadHaveNoPart()
    {
        Prediction broken;
        broken.path = QStringLiteral("broken");
        broken.error = QStringLiteral("It is damaged.");
        const GroupPrediction group = fusePredictions({broken, photo(QStringLiteral("1"), {0.2, 0.8})}, {}, 5);
        QVERIFY(isNear(group.fused.top.first().probability, 0.8));
        QCOMPARE(group.parts.at(0).part, 0.0);
        QCOMPARE(group.parts.at(0).error, broken.error);
        QVERIFY(isNear(group.parts.at(1).part, 1.0));
        const GroupPrediction nothing = fusePredictions({broken}, {}, 5);
        QCOMPARE(nothing.fused.error, broken.error);
        QVERIFY(nothing.fused.top.isEmpty());
        QVERIFY(fusePredictions({}, {}, 5).parts.isEmpty());
    }

    void theVerdictIsOnTheCommonAnswer()
    {
        const QList<Prediction> photos{photo(QStringLiteral("1"), {0.9, 0.1}, -0.2), photo(QStringLiteral("2"), {0.3, 0.7}, -0.6)};
        const Prediction unsure = fusePredictions(photos, {1.0, 0.65, -0.3}, 1).fused; // 0.6 for a, score −0.4
        QVERIFY(unsure.notSure && !unsure.noneOfThese);
        QCOMPARE(unsure.candidates.size(), 2);
        QVERIFY(fusePredictions(photos, {1.0, 0.65, -0.5}, 1).fused.noneOfThese);
        QVERIFY(!fusePredictions(photos, {1.0, 0.55, -0.3}, 1).fused.notSure);
    }
};

FLOWER_TEST(tst_GroupPrediction)
#include "tst_GroupPrediction.moc"
