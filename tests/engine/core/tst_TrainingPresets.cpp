// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingPresets.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_TrainingPresets : public QObject
{
    Q_OBJECT

    /// The settings of a window: weights of another width than the usual one, and a folder.
    static TrainingConfig narrowWithWeights()
    {
        TrainingConfig config;
        config.weightsPath = QStringLiteral("/weights/narrow.safetensors");
        config.width = 0.5;
        config.runFolder = QStringLiteral("/runs/1");
        return config;
    }

private Q_SLOTS:
    void eachPresetIsRecognised()
    {
        for (const Preset preset : {Preset::Recommended, Preset::AsTaught, Preset::FromScratch}) {
            TrainingConfig config = withPreset(narrowWithWeights(), preset);
            QCOMPARE(presetOf(config), preset);
            config.fineTune.epochs += 1;
            QCOMPARE(presetOf(config), std::nullopt);
        }
    }

    void weightsAndTheirWidthStayButFromScratch()
    {
        const TrainingConfig before = narrowWithWeights();
        const TrainingConfig taught = withPreset(before, Preset::AsTaught);
        QCOMPARE(taught.weightsPath, before.weightsPath);
        QCOMPARE(taught.width, 0.5);
        QCOMPARE(taught.runFolder, before.runFolder);
        QVERIFY(taught.batchNormLearns);

        const TrainingConfig scratch = withPreset(before, Preset::FromScratch);
        QCOMPARE(scratch.weightsPath, QString());
        QCOMPARE(scratch.width, TrainingConfig::forScratch().width);
        QCOMPARE(scratch.runFolder, before.runFolder);
    }

    void fromScratchTakesItsWidthAlong()
    {
        const TrainingConfig scratch = withPreset(narrowWithWeights(), Preset::FromScratch);
        TrainingConfig expected;
        expected.runFolder = scratch.runFolder;
        QCOMPARE(withPreset(scratch, Preset::Recommended), expected);
    }

    void weightsEndTrainingFromScratch()
    {
        const QString path = QStringLiteral("/weights/wide.safetensors");
        const TrainingConfig with = withWeights(withPreset(narrowWithWeights(), Preset::FromScratch), path);
        QCOMPARE(presetOf(with), Preset::Recommended);
        QCOMPARE(with.weightsPath, path);
        QCOMPARE(with.width, TrainingConfig().width);
        QCOMPARE(with.fineTune.learningRate, TrainingConfig().fineTune.learningRate);
        QCOMPARE(with.runFolder, QStringLiteral("/runs/1"));

        const TrainingConfig without = withWeights(with, QString());
        QCOMPARE(presetOf(without), Preset::Recommended);
        QCOMPARE(without.weightsPath, QString());
    }

    void changedSettingsKeepWhatTheyAre()
    {
        TrainingConfig changed = TrainingConfig::forScratch();
        changed.fineTune.epochs = 7;
        TrainingConfig expected = changed;
        expected.weightsPath = QStringLiteral("/weights/wide.safetensors");
        QCOMPARE(withWeights(changed, expected.weightsPath), expected);
        QCOMPARE(withWeights(TrainingConfig::asTaught(), expected.weightsPath).batchNormLearns, true);
    }

    /// Settings that an older version stored.
    void ratesForScratchWithWeightsAreNoPreset()
    {
        TrainingConfig mixed = TrainingConfig::forScratch();
        mixed.weightsPath = QStringLiteral("/weights/wide.safetensors");
        QCOMPARE(presetOf(mixed), std::nullopt);
    }

    void terminalNames()
    {
        QCOMPARE(presetNamed(u"recommended"), Preset::Recommended);
        QCOMPARE(presetNamed(u"as-taught"), Preset::AsTaught);
        QCOMPARE(presetNamed(u"scratch"), Preset::FromScratch);
        QCOMPARE(presetNamed(u"Scratch"), std::nullopt);
        QCOMPARE(presetNamed(u""), std::nullopt);
    }
};

FLOWER_TEST(tst_TrainingPresets)
#include "tst_TrainingPresets.moc"
