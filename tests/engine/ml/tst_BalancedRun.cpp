// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/FlowerDatasetReader.h"
#include "engine/ml/Engine.h"

#include "tests/support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace flower;

/// Single steps of a tiny network: what the settings make of the loss.
class tst_BalancedRun : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Dataset m_samples;

    /// One photo of each of three kinds, again and again: `photos` of each, all to train on.
    [[nodiscard]] Dataset repeated(const QList<int> &photos) const
    {
        Dataset dataset = m_samples;
        dataset.samples.clear();
        dataset.classNames = m_samples.classNames.mid(0, 3);
        for (int label = 0; label < 3; ++label) {
            const auto photo = std::find_if(m_samples.samples.cbegin(), m_samples.samples.cend(),
                                            [label](const Sample &sample) { return sample.label == label; });
            for (int number = 0; number < photos.at(label); ++number)
                dataset.samples.append({photo->path, label, Subset::Train});
        }
        return dataset;
    }
    /// The loss of the first step of `phase`, with all photos in one batch.
    [[nodiscard]] double firstLoss(Phase phase, const QList<int> &photos, ClassBalance balance) const
    {
        TrainingConfig config;
        config.width = 0.35;
        config.imageSize = 32;
        config.threads = 1;
        config.precision = Precision::Float32;
        config.classBalance = balance;
        config.runFolder = m_folder.filePath(QStringLiteral("run"));
        for (PhaseConfig *each : {&config.head, &config.fineTune}) {
            each->epochs = 0;
            each->batchSize = 1024;
            each->dropout = 0;
            each->augmentation.enabled = false;
        }
        (phase == Phase::Head ? config.head : config.fineTune).epochs = 1;
        RunControl control;
        QList<BatchPoint> points;
        const TrainingSummary summary =
            makeTrainer()->train(config, repeated(photos), QStringLiteral("id"), control, [&](const TrainingEvent &event) {
                if (const auto *progress = std::get_if<Progress>(&event.what))
                    points.append(progress->points);
            });
        return summary.state == RunState::Completed && points.size() == 1 ? points.first().loss : -1.0;
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
        QTest::newRow("phase 1, from kept features") << Phase::Head;
        QTest::newRow("phase 2") << Phase::FineTune;
    }
    void rareClassesCountAsMuchAsOthers()
    {
        QFETCH(const Phase, phase);
        const double first = firstLoss(phase, {4, 0, 0}, ClassBalance::None);
        const double second = firstLoss(phase, {0, 4, 0}, ClassBalance::None);
        const double third = firstLoss(phase, {0, 0, 4}, ClassBalance::None);
        QVERIFY(first > 0 && second > 0 && third > 0);
        const double balanced = (first + second + third) / 3;
        const double asTheyAre = (16 * first + 9 * second + 2 * third) / 27;
        QVERIFY(std::abs(balanced - asTheyAre) > 1e-3); // else nothing could be told apart below
        QVERIFY(std::abs(firstLoss(phase, {16, 9, 2}, ClassBalance::None) - asTheyAre) < 1e-4);
        QVERIFY(std::abs(firstLoss(phase, {16, 9, 2}, ClassBalance::Weights) - balanced) < 1e-4);
        QVERIFY(std::abs(firstLoss(phase, {16, 9, 2}, ClassBalance::Sampling) - balanced) < 1e-4);
    }
};

FLOWER_TEST(tst_BalancedRun)
#include "tst_BalancedRun.moc"
