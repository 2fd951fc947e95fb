// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/FlowerDatasetReader.h"
#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <numeric>

using namespace flower;

/// What the parts that stand still gave is as good as running them again, bit for bit.
class tst_StillOutputs : public QObject
{
    Q_OBJECT

    static constexpr int kParts = 5;

    QTemporaryDir m_folder;
    std::unique_ptr<PhotoCache> m_cache;
    std::vector<int> m_photos;
    int m_classes = 0;
    Preprocessing m_preprocessing;
    MobileNetV2 m_network{nullptr};

    Evaluation evaluate(StillOutputs *still)
    {
        Result<Evaluation> evaluation = evaluateNetwork(m_network, m_preprocessing, {}, *m_cache, m_photos, Subset::Validation,
                                                        torch::kCPU, 1, [](int) { return true; }, still);
        return evaluation ? *evaluation : Evaluation();
    }

private Q_SLOTS:
    void initTestCase()
    {
        RunControl control;
        Result<Dataset> dataset = FlowerDatasetReader(m_folder.path()).read({true, {}, 1}, control, [](qint64, qint64) {});
        QVERIFY(dataset);
        m_classes = dataset->classCount();
        PhotoCache::Options options;
        options.shortSide = 36;
        options.threads = 1;
        Result<PhotoCache> cache = PhotoCache::build(dataset->samples.first(40), options, control, [](qint64, qint64) {});
        QVERIFY(cache);
        m_cache = std::make_unique<PhotoCache>(std::move(cache).value());
        m_photos.resize(40); // two batches of 16 and one of 8
        std::iota(m_photos.begin(), m_photos.end(), 0);
        m_preprocessing.inputSize = 32;
    }

    void init()
    {
        torch::manual_seed(1);
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = m_classes;
        m_network = MobileNetV2(options);
    }

    void laterEvaluationsBeginWhereTheNetworkLearns()
    {
        StillOutputs still(kParts);
        const Evaluation first = evaluate(&still);
        QVERIFY(still.isComplete());
        QCOMPARE(still.batches().size(), size_t(3));
        QCOMPARE(first.photos, 40);
        QVERIFY(first == evaluate(nullptr));

        const torch::NoGradGuard noGrad;
        for (int part = kParts; part < MobileNetV2Impl::kFeatureLayers; ++part) {
            for (torch::Tensor &parameter : m_network->features()->ptr(static_cast<size_t>(part))->parameters())
                parameter.mul_(1.1);
        }
        const Evaluation later = evaluate(&still);
        QVERIFY(later == evaluate(nullptr));
        QVERIFY(!(later == first));

        // They are really not run again.
        for (torch::Tensor &parameter : m_network->features()->ptr(0)->parameters())
            parameter.zero_();
        QVERIFY(evaluate(&still) == later);
    }

    void whatIsTooLargeIsNotKept()
    {
        StillOutputs still(kParts, 10'000);
        const Evaluation first = evaluate(&still);
        QVERIFY(!still.isComplete());
        QVERIFY(still.batches().empty());
        QVERIFY(evaluate(&still) == first);
    }

    void nothingIsKeptWhereThereIsNoRoomForAll()
    {
        const torch::Tensor batch = torch::zeros({16, 8, 4, 4}); // 8 KiB
        const std::vector<int> photos(16);
        StillOutputs still(kParts, 10 * 8192);
        still.begin(11 * 16);
        still.add(batch, photos);
        QVERIFY(still.batches().empty()); // not even the first
        still.begin(10 * 16);
        for (int number = 0; number < 10; ++number)
            still.add(batch, photos);
        still.finish();
        QVERIFY(still.isComplete());
        QCOMPARE(still.batches().size(), size_t(10));
    }

    void anEvaluationThatWasStoppedKeepsNothing()
    {
        StillOutputs still(kParts);
        const Result<Evaluation> stopped = evaluateNetwork(m_network, m_preprocessing, {}, *m_cache, m_photos, Subset::Validation,
                                                           torch::kCPU, 1, [](int) { return false; }, &still);
        QVERIFY(!stopped);
        QVERIFY(!still.isComplete());
        QVERIFY(evaluate(&still) == evaluate(nullptr));
    }

    void mirrorImagesAndNetworksThatLearnWhollyRunAsBefore()
    {
        StillOutputs none(0);
        const Evaluation first = evaluate(&none);
        QVERIFY(!none.isComplete());
        QVERIFY(evaluate(&none) == first);

        m_preprocessing.testFlip = true;
        StillOutputs still(kParts);
        const Evaluation mirrored = evaluate(&still);
        m_preprocessing.testFlip = false;
        QVERIFY(!still.isComplete());
        QVERIFY(!(mirrored == first));
    }
};

FLOWER_TEST(tst_StillOutputs)
#include "tst_StillOutputs.moc"
