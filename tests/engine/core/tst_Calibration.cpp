// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Calibration.h"

#include "engine/core/SelectivePrediction.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace flower;

class tst_Calibration : public QObject
{
    Q_OBJECT

    static PhotoResult photo(const QList<float> &logits, int label)
    {
        PhotoResult result;
        result.label = label;
        result.logits = logits;
        const QList<double> probabilities = softmax(logits, 1.0);
        result.topClasses.resize(logits.size());
        std::iota(result.topClasses.begin(), result.topClasses.end(), 0);
        std::stable_sort(result.topClasses.begin(), result.topClasses.end(),
                         [&](int a, int b) { return logits.at(a) > logits.at(b); });
        for (const int index : std::as_const(result.topClasses))
            result.topProbabilities.append(probabilities.at(index));
        return result;
    }
    /// Eight photos of three classes; six are right.
    static QList<PhotoResult> eightPhotos()
    {
        return {photo({4, 1, 0}, 0), photo({3, 2.5, 0}, 0), photo({0.5, 3, 1}, 1), photo({1, 0, 5}, 2),
                photo({2, 2.2F, 0}, 0), photo({6, 0, 1}, 0), photo({0, 1, 1.5}, 2), photo({3, 0, 2}, 2)};
    }

private Q_SLOTS:
    void softmaxDividesByTheTemperature()
    {
        const QList<float> logits{2, 0};
        QVERIFY(std::abs(softmax(logits, 1.0).first() - 1 / (1 + std::exp(-2.0))) < 1e-12);
        QVERIFY(std::abs(softmax(logits, 4.0).first() - 1 / (1 + std::exp(-0.5))) < 1e-12);
        const QList<float> large{1000, 0};
        QCOMPARE(softmax(large, 1.0).first(), 1.0); // no overflow
    }

    void temperatureIsTheOneOfLeastLoss()
    {
        // scipy.optimize.minimize_scalar on the same logits: 0.752831, mean loss 0.437960 instead of 0.451445.
        const double temperature = fitTemperature(eightPhotos());
        QVERIFY2(std::abs(temperature - 0.752831) < 1e-5, qPrintable(QString::number(temperature, 'g', 10)));
        const Evaluation before = summarize(Subset::Validation, eightPhotos(), 0);
        const Evaluation after = atTemperature(before, temperature);
        QVERIFY(std::abs(atTemperature(before, 1.0).loss - 0.451445) < 1e-6);
        QVERIFY(std::abs(after.loss - 0.437960) < 1e-6);
        QCOMPARE(after.top1, before.top1);
        for (qsizetype index = 0; index < after.results.size(); ++index)
            QCOMPARE(after.results.at(index).topClasses, before.results.at(index).topClasses);
    }

    void temperatureStaysWherePhotosSayNothing()
    {
        QCOMPARE(fitTemperature({}), 1.0);
        QCOMPARE(fitTemperature({photo({4, 1, 0}, 0), photo({0, 5, 0}, 1)}), 1.0); // all right
        PhotoResult withoutLogits;
        withoutLogits.topClasses = {1};
        QCOMPARE(fitTemperature({withoutLogits}), 1.0);
        QVERIFY(std::abs(fitTemperature({photo({9, 0}, 1)}) - 10.0) < 1e-3); // all wrong: the bound
    }

    void expectedCalibrationErrorAgreesWithNumPy()
    {
        // 15 bins over the top probabilities, numpy: 0.293659 before and 0.274682 after the temperature.
        const Evaluation before = summarize(Subset::Validation, eightPhotos(), 0);
        QVERIFY(std::abs(before.ece - 0.2936589) < 1e-6);
        QVERIFY(std::abs(before.eceBefore - before.ece) < 1e-12);
        const Evaluation after = atTemperature(before, 0.7528308);
        QVERIFY(std::abs(after.ece - 0.2746825) < 1e-6);
        QVERIFY(std::abs(after.eceBefore - 0.2936589) < 1e-6);
    }

    void reliabilityBinsTakeTheirUpperEdge()
    {
        QList<PhotoResult> results;
        results.append({QStringLiteral("a"), 0, {0}, {0.5}, 0.0});
        results.append({QStringLiteral("b"), 1, {0}, {0.5}, 0.0});
        results.append({QStringLiteral("c"), 0, {0}, {1.0}, 0.0});
        results.append({QStringLiteral("d"), 0, {0}, {0.6}, 0.0});
        const QList<ReliabilityBin> diagram = reliabilityDiagram(results, 4);
        QCOMPARE(diagram.at(0).photos, 0);
        QCOMPARE(diagram.at(1), (ReliabilityBin{0.25, 0.5, 2, 0.5, 0.5}));
        QCOMPARE(diagram.at(2), (ReliabilityBin{0.5, 0.75, 1, 0.6, 1.0}));
        QCOMPARE(diagram.at(3), (ReliabilityBin{0.75, 1.0, 1, 1.0, 1.0}));
        // (2 · 0 + 1 · 0.4 + 1 · 0) / 4
        QVERIFY(std::abs(expectedCalibrationError(diagram) - 0.1) < 1e-12);
        QCOMPARE(expectedCalibrationError({}), 0.0);
        // Without logits the error before calibration is unknown, not nought.
        QVERIFY(summarize(Subset::Test, results, 0).eceBefore < 0);
        QVERIFY(reliabilityDiagramBefore(results).isEmpty());
    }

    void theDiagramBeforeIsThatOfTemperatureOne()
    {
        const Evaluation before = summarize(Subset::Validation, eightPhotos(), 0);
        const Evaluation after = atTemperature(before, 2.0);
        QVERIFY(reliabilityDiagram(after.results) != reliabilityDiagram(before.results));
        QCOMPARE(reliabilityDiagramBefore(after.results), reliabilityDiagram(atTemperature(before, 1.0).results));
        QCOMPARE(after.eceBefore, expectedCalibrationError(reliabilityDiagramBefore(after.results)));
        QVERIFY(reliabilityDiagramBefore({}).isEmpty());
        QList<PhotoResult> oneUnknown = after.results;
        oneUnknown[3].confidenceBefore = -1.0;
        QVERIFY(reliabilityDiagramBefore(oneUnknown).isEmpty());
    }

    void fitsTemperatureAndThreshold()
    {
        QCOMPARE(fitCalibration({}), Calibration());
        const Calibration calibration = fitCalibration(eightPhotos());
        QVERIFY(std::abs(calibration.temperature - 0.752831) < 1e-5);
        // The two wrong ones have 0.705 and 0.518 before: five photos are more probable, the fifth is the one of 0.821.
        const Evaluation after = atTemperature(summarize(Subset::Validation, eightPhotos(), 0), calibration.temperature);
        QVERIFY(calibration.notSureThreshold.has_value());
        QCOMPARE(*calibration.notSureThreshold, after.results.at(2).confidence());
        QVERIFY(!calibration.noneOfTheseThreshold.has_value()); // learnt from features, not from logits
    }

    void calibratesBothEvaluations()
    {
        Evaluation validation = summarize(Subset::Validation, eightPhotos(), 1);
        std::optional<Evaluation> test = summarize(Subset::Test, eightPhotos(), 2);
        const Calibration calibration = calibrate(validation, test);
        QCOMPARE(calibration, fitCalibration(eightPhotos()));
        QVERIFY(std::abs(validation.loss - 0.437960) < 1e-6);
        QCOMPARE(test->loss, validation.loss);
        QCOMPARE(validation.skipped, 1);
        QCOMPARE(test->subset, Subset::Test);
        std::optional<Evaluation> none;
        calibrate(validation, none);
        QVERIFY(!none);
    }

    void verdictsFollowTheThresholds()
    {
        const Calibration none;
        QCOMPARE(verdictOf(none, 0.01, 1e9), Verdict::Sure);
        const Calibration both{1.0, 0.7, -3.0};
        QCOMPARE(verdictOf(both, 0.7, -3.0), Verdict::Sure);
        QCOMPARE(verdictOf(both, 0.69, -3.0), Verdict::NotSure);
        QCOMPARE(verdictOf(both, 0.69, -2.9), Verdict::NoneOfThese);
        QCOMPARE(verdictOf(both, 0.99, -2.9), Verdict::NoneOfThese);
        QCOMPARE(verdictOf({1.0, kNeverSure, {}}, 1.0, 0.0), Verdict::NotSure);
    }
};

FLOWER_TEST(tst_Calibration)
#include "tst_Calibration.moc"
