// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentedViews.h"
#include "engine/data/BatchLoader.h"
#include "engine/data/DrawnSamples.h"

#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace flower;

class tst_AugmentedViews : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PhotoCache> m_cache;

    static TrainingConfig small()
    {
        TrainingConfig config;
        config.imageSize = 64;
        config.seed = 7;
        config.head.epochs = 3;
        config.fineTune.augmentation.rotationDegrees = 20;
        return config;
    }
    /// What a run with these settings trains on: photo `number` in the epoch that its views are numbered by.
    [[nodiscard]] QByteArray trainedOn(int number, const TrainingConfig &config, Phase phase, int epoch) const
    {
        BatchLoader::Options options;
        options.imageSize = config.viewSize(config.phase(phase));
        options.augmentation = config.phase(phase).augmentation;
        options.seed = config.seed;
        options.epoch = epoch;
        const Batch batch = *BatchLoader(*m_cache, {number}, options).next();
        return {reinterpret_cast<const char *>(batch.pixels.data()), static_cast<qsizetype>(batch.pixels.size())};
    }
    [[nodiscard]] AugmentedPhoto shown(int number, const TrainingConfig &config, Phase phase, int views = 5) const
    {
        const Result<AugmentedPhoto> made = AugmentedViews().augment({m_cache->sample(number).path, {}}, number, config, phase, views);
        return made ? *made : AugmentedPhoto();
    }

private Q_SLOTS:
    void initTestCase()
    {
        RunControl control;
        const Result<QString> folder = drawSamples(m_folder.path(), control, [](qint64, qint64) {});
        QVERIFY(folder.isOk());
        QList<Sample> samples;
        QDirIterator walk(*folder, {QStringLiteral("*_00.png")}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            samples.append({walk.next(), 1, Subset::Train});
        PhotoCache::Options options;
        options.shortSide = small().imageSize * 256 / 224;
        Result<PhotoCache> cache = PhotoCache::build(samples, options, control, [](qint64, qint64) {});
        QVERIFY(cache && cache->size() > 3);
        m_cache = std::make_unique<PhotoCache>(std::move(cache).value());
    }

    void thePixelsAreThoseOfTheRun()
    {
        const TrainingConfig config = small();
        const AugmentedPhoto head = shown(3, config, Phase::Head);
        const AugmentedPhoto fineTune = shown(3, config, Phase::FineTune);
        QCOMPARE(head.views.size(), 5);
        QCOMPARE(head.photo, *m_cache->photo(3));
        for (int view = 0; view < 5; ++view) {
            QCOMPARE(head.views.at(view).width, 64);
            QVERIFY(head.views.at(view).pixels == trainedOn(3, config, Phase::Head, view));
            QVERIFY(fineTune.views.at(view).pixels == trainedOn(3, config, Phase::FineTune, kFirstFineTuneView + 3 + view));
        }
        QVERIFY(head.views.at(0) != head.views.at(1));
    }

    void smallerCropsAreShownAsTheyAre()
    {
        TrainingConfig config = small();
        config.fineTune.augmentation.cropResolution = 0.5;
        const AugmentedPhoto head = shown(3, config, Phase::Head);
        const AugmentedPhoto fineTune = shown(3, config, Phase::FineTune);
        QCOMPARE(head.views.at(0).width, 64);
        QCOMPARE(fineTune.views.at(0).width, 32);
        QCOMPARE(fineTune.photo, *m_cache->photo(3));
        QVERIFY(fineTune.views.at(0).pixels == trainedOn(3, config, Phase::FineTune, kFirstFineTuneView + 3));
        config.fineTune.augmentation.randomResizedCrop = false; // the centre as it is used
        QCOMPARE(shown(3, config, Phase::FineTune).views.at(0).width, 64);
    }

    void keptViewsComeAgain()
    {
        TrainingConfig config = small();
        config.featureViews = 2;
        const AugmentedPhoto kept = shown(0, config, Phase::Head);
        QVERIFY(kept.views.at(0) != kept.views.at(1));
        QCOMPARE(kept.views.at(2), kept.views.at(0));
        config.featureViews = 0;
        QVERIFY(shown(0, config, Phase::Head).views.at(2) != kept.views.at(0));
    }

    void seedAndSettingsChangeThem()
    {
        TrainingConfig config = small();
        const AugmentedPhoto before = shown(0, config, Phase::FineTune, 1);
        config.seed = 8;
        QVERIFY(shown(0, config, Phase::FineTune, 1) != before);
        config.fineTune.augmentation.enabled = false;
        const AugmentedPhoto plain = shown(0, config, Phase::FineTune, 2);
        QCOMPARE(plain.views.at(0), plain.views.at(1));
    }

    void aMissingPhotoIsSaid()
    {
        QVERIFY(!AugmentedViews().augment({m_folder.filePath(QStringLiteral("missing.jpg")), {}}, 0, small(), Phase::Head, 5));
    }
};

FLOWER_TEST(tst_AugmentedViews)
#include "tst_AugmentedViews.moc"
