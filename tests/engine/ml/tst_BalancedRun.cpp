// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/FlowerDatasetReader.h"
#include "engine/ml/Engine.h"

#include "tests/support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace flower;

/// Short runs of a tiny network: what kinds with few photos count.
class tst_BalancedRun : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Dataset m_samples;

    /// Drawn photos to train on, as many of each of three kinds as `photos` says.
    [[nodiscard]] Dataset datasetOf(const QList<int> &photos) const
    {
        Dataset dataset = m_samples;
        dataset.samples.clear();
        dataset.classNames = m_samples.classNames.mid(0, 3);
        QList<int> left = photos;
        for (const Sample &sample : m_samples.samples) {
            if (sample.label < 3 && left[sample.label]-- > 0)
                dataset.samples.append({sample.path, sample.label, Subset::Train});
        }
        return dataset;
    }
    /// What only the head's bias learns, one step of plain gradient descent an epoch: the features of an untrained network are next
    /// to nothing, and all of a kind's photos count alike.
    [[nodiscard]] double lastLoss(TrainingConfig config, Phase phase, const QList<int> &photos, ClassBalance balance) const
    {
        config.width = 0.35;
        config.imageSize = 32;
        config.threads = 1;
        config.precision = Precision::Float32;
        config.classBalance = balance;
        config.learningBlocks = 0;
        config.runFolder = m_folder.filePath(QStringLiteral("run"));
        for (PhaseConfig *each : {&config.head, &config.fineTune}) {
            each->epochs = 0;
            each->batchSize = 1024;
            each->dropout = 0;
            each->optimizer = Optimizer::Sgd;
            each->momentum = 0;
            each->weightDecay = 0;
            each->learningRate = 1.0;
            each->schedule = Schedule::Constant;
        }
        (phase == Phase::Head ? config.head : config.fineTune).epochs = 40;
        RunControl control;
        double loss = -1.0;
        makeTrainer()->train(config, datasetOf(photos), QStringLiteral("id"), control, [&loss](const TrainingEvent &event) {
            if (const auto *epoch = std::get_if<EpochResult>(&event.what))
                loss = epoch->trainLoss;
        });
        return loss;
    }

private Q_SLOTS:
    void initTestCase()
    {
        RunControl control;
        const Result<Dataset> samples = FlowerDatasetReader(m_folder.path()).read({true, {}, 1}, control, [](qint64, qint64) {});
        QVERIFY(samples);
        m_samples = *samples;
    }

    void rareClassesCountAsMuchAsOthers_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<int>("views");
        QTest::addColumn<double>("mixup");
        QTest::newRow("phase 1, from kept features") << Phase::Head << 2 << 0.0;
        QTest::newRow("phase 1, seen anew") << Phase::Head << 0 << 0.0;
        QTest::newRow("phase 1, kept features mixed") << Phase::Head << 2 << 0.2;
        QTest::newRow("phase 1, seen anew and mixed") << Phase::Head << 0 << 0.2;
        QTest::newRow("phase 2") << Phase::FineTune << 0 << 0.0;
    }
    void rareClassesCountAsMuchAsOthers()
    {
        QFETCH(const Phase, phase);
        QFETCH(const int, views);
        QFETCH(const double, mixup);
        TrainingConfig config;
        config.featureViews = views;
        config.head.mixupAlpha = mixup;
        const double byChance = mixup > 0 ? 0.06 : 0.02; // whose label a mixed photo has more of
        const QList<int> photos{16, 9, 2};
        // As they are, the head learns which kind is frequent: the loss falls to the entropy of 16 : 9 : 2, which is 0.869.
        const double asTheyAre = lastLoss(config, phase, photos, ClassBalance::None);
        QVERIFY2(asTheyAre < 0.91 + byChance, qPrintable(QString::number(asTheyAre)));
        // Where all kinds count alike there is nothing to learn from how many there are: it stays at the logarithm of three.
        for (const ClassBalance balance : {ClassBalance::Weights, ClassBalance::Sampling}) {
            const double balanced = lastLoss(config, phase, photos, balance);
            QVERIFY2(std::abs(balanced - std::log(3.0)) < byChance, qPrintable(QString::number(balanced)));
        }
    }
};

FLOWER_TEST(tst_BalancedRun)
#include "tst_BalancedRun.moc"
