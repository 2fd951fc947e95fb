// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ClassReport.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>

using namespace flower;

class tst_ClassReport : public QObject
{
    Q_OBJECT

    static QList<PhotoResult> answers(const QList<int> &labels, const QList<int> &answers)
    {
        QList<PhotoResult> results;
        for (qsizetype index = 0; index < labels.size(); ++index)
            results.append({QString(), labels.at(index), {answers.at(index)}, {0.5}, 0.0});
        return results;
    }

private Q_SLOTS:
    void agreesWithScikitLearn()
    {
        // sklearn.metrics: confusion_matrix and precision_recall_fscore_support of the same labels and answers.
        const ConfusionMatrix matrix(answers({0, 0, 0, 0, 1, 1, 1, 2, 2, 2}, {0, 0, 1, 1, 1, 1, 2, 2, 2, 0}), 3);
        const QList<QList<int>> expected{{2, 2, 0}, {0, 2, 1}, {1, 0, 2}};
        for (int label = 0; label < 3; ++label) {
            for (int answer = 0; answer < 3; ++answer)
                QCOMPARE(matrix.count(label, answer), expected.at(label).at(answer));
        }
        const QList<ClassMetrics> report = classReport(matrix);
        QCOMPARE(report.size(), 3);
        QCOMPARE(report.at(0), (ClassMetrics{0, 4, 2.0 / 3, 0.5, 4.0 / 7, 1, 2}));
        QCOMPARE(report.at(1), (ClassMetrics{1, 3, 0.5, 2.0 / 3, 4.0 / 7, 2, 1}));
        QCOMPARE(report.at(2), (ClassMetrics{2, 3, 2.0 / 3, 2.0 / 3, 2.0 / 3, 0, 1}));
    }

    void classesWithoutPhotosOrAnswersAreNought()
    {
        const QList<ClassMetrics> report = classReport(ConfusionMatrix(answers({0, 1, 7}, {0, 0, 0}), 3));
        QCOMPARE(report.at(1), (ClassMetrics{1, 1, 0.0, 0.0, 0.0, 0, 1}));
        QCOMPARE(report.at(2), (ClassMetrics{2, 0, 0.0, 0.0, 0.0, -1, 0}));
        QCOMPARE(report.at(0).precision, 0.5); // the label 7 is no class: left out
    }

    void pairsAreRankedByTheirMistakes()
    {
        const ConfusionMatrix matrix(answers({0, 0, 1, 2, 2, 3, 1}, {1, 0, 0, 3, 3, 2, 3}), 4);
        QCOMPARE(confusedPairs(matrix),
                 (QList<ConfusedPair>{{2, 3, 2, 1}, {0, 1, 1, 1}, {1, 3, 1, 0}}));
        QVERIFY(confusedPairs(ConfusionMatrix({}, 4)).isEmpty());
    }
};

FLOWER_TEST(tst_ClassReport)
#include "tst_ClassReport.moc"
