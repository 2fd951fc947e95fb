// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/inference/ModelClassifier.h"

#include "engine/core/SelectivePrediction.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/ml/inference/NetworkInput.h"
#include "engine/ml/weights/ModelFile.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace flower;

class tst_ModelClassifier : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The answer of one and the same untrained network, saved with `calibration`.
    Prediction answerWith(const Calibration &calibration, int top) const
    {
        ModelClassifier classifier;
        return open(classifier, calibration) ? classifier.classify(kPhoto, top) : Prediction();
    }

    const PhotoInput kPhoto{QStringLiteral(FLOWER_TEST_DATA "/photos/plain.png"), {}};
    const QList<float> kMean = QList<float>(1280, 0.1F);

    bool open(ModelClassifier &classifier, const Calibration &calibration, bool testFlip = false, double headScale = 1.0) const
    {
        torch::manual_seed(5);
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = 3;
        MobileNetV2 network(options);
        {
            const torch::NoGradGuard noGrad;
            network->named_parameters()["classifier.1.weight"].mul_(headScale);
            network->named_parameters()["classifier.1.bias"].copy_(torch::tensor({0.0, 2.0, 1.0}));
        }
        ModelInfo info;
        info.architecture.width = options.width;
        info.preprocessing.inputSize = 64;
        info.preprocessing.testFlip = testFlip;
        info.classNames = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        info.calibration = calibration;
        const QString path = m_folder.filePath(QStringLiteral("model.safetensors"));
        return writeModel(path, network, info).isOk() && classifier.open(path).isOk();
    }

private Q_SLOTS:
    void temperatureDividesTheLogits()
    {
        const Prediction plain = answerWith({}, 3);
        const Prediction warm = answerWith({2.0, {}, {}}, 3);
        QCOMPARE(plain.top.size(), 3);
        QCOMPARE(warm.top.size(), 3);
        for (int rank = 1; rank < 3; ++rank) {
            QCOMPARE(warm.top.at(rank).index, plain.top.at(rank).index);
            // log(p / q) is the difference of two logits: half of it at temperature 2.
            const double gap = std::log(plain.top.first().probability / plain.top.at(rank).probability);
            const double warmGap = std::log(warm.top.first().probability / warm.top.at(rank).probability);
            QVERIFY(gap > 0.01);
            QVERIFY(std::abs(warmGap - gap / 2) < 1e-6);
        }
        QCOMPARE(warm.outOfSetScore, plain.outOfSetScore);
        QVERIFY(!plain.notSure && !plain.noneOfThese && plain.candidates.isEmpty());
    }

    void unsureAnswersNameTwoCandidates()
    {
        const Prediction plain = answerWith({}, 3);
        const Prediction unsure = answerWith({1.0, plain.top.first().probability + 1e-6, {}}, 1);
        QVERIFY(unsure.notSure);
        QCOMPARE(unsure.top.size(), 1);
        QCOMPARE(unsure.candidates, plain.top.mid(0, 2));
        QVERIFY(!answerWith({1.0, plain.top.first().probability - 1e-6, {}}, 1).notSure);
        QVERIFY(answerWith({1.0, kNeverSure, {}}, 1).notSure);
    }

    void noneOfTheseComesFirst()
    {
        const Prediction plain = answerWith({1.0, {}, {}, kMean}, 3);
        QVERIFY(plain.outOfSetScore != 0.0 && plain.outOfSetScore >= -1.0 && plain.outOfSetScore <= 1.0);
        const Prediction rejected = answerWith({1.0, 1.0, plain.outOfSetScore - 1e-6, kMean}, 3);
        QVERIFY(rejected.noneOfThese && !rejected.notSure && rejected.candidates.isEmpty());
        QCOMPARE(rejected.top, plain.top);
        QVERIFY(!answerWith({1.0, {}, plain.outOfSetScore + 1e-6, kMean}, 3).noneOfThese);
    }

    void explainsTheClassThatIsAskedAbout()
    {
        ModelClassifier classifier;
        QVERIFY(open(classifier, {}));
        const Prediction prediction = classifier.classify(kPhoto, 3);
        const Result<Explanation> best = classifier.explain(kPhoto, -1);
        QVERIFY(best.isOk());
        QCOMPARE(best->explained.index, prediction.top.first().index);
        QVERIFY(std::abs(best->explained.probability - prediction.top.first().probability) < 1e-6);
        QCOMPARE(best->rows, 2); // 64 pixels, stride 32
        QCOMPARE(best->heat.size(), 4);
        QCOMPARE(best->seenFraction, 0.875);
        for (const float heat : best->heat)
            QVERIFY(heat >= 0.0F && heat <= 1.0F);
        const Result<Explanation> third = classifier.explain(kPhoto, 2);
        QVERIFY(third.isOk());
        QCOMPARE(third->explained.name, QStringLiteral("c"));
        QCOMPARE(classifier.explain(kPhoto, 3).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!classifier.explain({QStringLiteral("nowhere.jpg"), {}}, 0).isOk());
    }

    void theMirrorImageCountsAsMuch()
    {
        ModelClassifier classifier;
        const double scale = 1e4; // an untrained network sees little
        QVERIFY(open(classifier, {}, false, scale));
        const Prediction plain = classifier.classify(kPhoto, 3);
        QVERIFY(open(classifier, {}, true, scale));
        const Prediction both = classifier.classify(kPhoto, 3);

        Result<LoadedModel> model = readModel(m_folder.filePath(QStringLiteral("model.safetensors")));
        QVERIFY(model);
        const Result<RgbImage> crop = PhotoDecoder::loadCentreCrop(kPhoto, 64);
        QVERIFY(crop);
        const torch::NoGradGuard noGrad;
        const torch::Tensor pixels = networkInput(reinterpret_cast<const uint8_t *>(crop->pixels.constData()), 1, 64,
                                                  model->info.preprocessing, torch::kCPU);
        const torch::Tensor photo = model->network->forward(pixels);
        const torch::Tensor mirrored = model->network->forward(pixels.flip({3}));
        QVERIFY(!torch::allclose(photo, mirrored)); // else this shows nothing
        const torch::Tensor expected = torch::softmax((photo + mirrored) / 2, 1)[0];
        const torch::Tensor alone = torch::softmax(photo, 1)[0];
        for (const ScoredClass &scored : both.top)
            QVERIFY(std::abs(scored.probability - expected[scored.index].item<double>()) < 1e-5);
        for (const ScoredClass &scored : plain.top)
            QVERIFY(std::abs(scored.probability - alone[scored.index].item<double>()) < 1e-5);
        const Result<Explanation> explanation = classifier.explain(kPhoto, -1);
        QVERIFY(explanation);
        QVERIFY(std::abs(explanation->explained.probability - both.top.first().probability) < 1e-6);
    }

    void pixelsAreAnsweredAsTheirFile()
    {
        ModelClassifier classifier;
        QVERIFY(open(classifier, {}));
        Result<RgbImage> photo = PhotoDecoder::loadShortSide(kPhoto, 64 * 256 / 224);
        QVERIFY(photo.isOk());
        const Prediction fromFile = classifier.classify(kPhoto, 3);
        QCOMPARE(classifier.classifyPixels(*photo, 3).top, fromFile.top);
        RgbImage covered = *photo;
        covered.pixels.fill(0);
        QVERIFY(classifier.classifyPixels(covered, 3).top != fromFile.top);
        QVERIFY(!classifier.classifyPixels({}, 3).error.isEmpty());
        covered.pixels.chop(1);
        QVERIFY(!classifier.classifyPixels(covered, 3).error.isEmpty());
        QVERIFY(!classifier.classifyPixels({5100, 100, QByteArray(3 * 5100 * 100, 'x')}, 3).error.isEmpty());
    }

    void withoutAModelItSaysSo()
    {
        ModelClassifier classifier;
        QVERIFY(!classifier.classifyPixels({1, 1, QByteArray(3, 'x')}, 1).error.isEmpty());
        QVERIFY(!classifier.explain(kPhoto, 0).isOk());
        QVERIFY(!classifier.classify({QStringLiteral(FLOWER_TEST_DATA "/photos/plain.png"), {}}, 1).error.isEmpty());
    }
};

FLOWER_TEST(tst_ModelClassifier)
#include "tst_ModelClassifier.moc"
