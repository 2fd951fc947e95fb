// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/BatchLoader.h"
#include "engine/data/DrawnSamples.h"
#include "engine/data/PhotoDecoder.h"

#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <numeric>

using namespace flower;

class tst_BatchLoader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PhotoCache> m_cache;

    std::vector<Batch> all(BatchLoader::Options options, int threads) const
    {
        options.threads = threads;
        std::vector<int> indices(static_cast<size_t>(m_cache->size()) - 1);
        std::iota(indices.begin(), indices.end(), 0);
        BatchLoader loader(*m_cache, indices, options);
        std::vector<Batch> batches;
        while (std::optional<Batch> batch = loader.next())
            batches.push_back(std::move(*batch));
        return batches;
    }

private Q_SLOTS:
    void initTestCase()
    {
        RunControl control;
        const Result<QString> folder = drawSamples(m_folder.path(), control, [](qint64, qint64) {});
        QVERIFY(folder.isOk());
        QList<Sample> samples;
        QDirIterator walk(*folder, {QStringLiteral("*_0*.png")}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            samples.append({walk.next(), 1, Subset::Train});
        QFile broken(m_folder.filePath(QStringLiteral("broken.jpg")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("\xFF\xD8 and no more");
        broken.close();
        samples.append({broken.fileName(), 0, Subset::Train});

        PhotoCache::Options options;
        options.shortSide = 73;
        Result<PhotoCache> cache = PhotoCache::build(samples, options, control, [](qint64, qint64) {});
        QVERIFY(cache.isOk());
        m_cache = std::make_unique<PhotoCache>(std::move(cache).value());
    }

    void aDamagedPhotoIsNamedAndLeftOut()
    {
        QCOMPARE(m_cache->problems().size(), 1);
        QVERIFY(!m_cache->isUsable(m_cache->size() - 1));
        QVERIFY(m_cache->isUsable(0));
        QCOMPARE(m_cache->photo(0)->height, 73);
    }

    void batchesAreTheSameForEveryNumberOfThreads()
    {
        BatchLoader::Options options;
        options.imageSize = 64;
        options.batchSize = 7;
        options.shuffle = true;
        options.augmentation.rotationDegrees = 20;
        const std::vector<Batch> one = all(options, 1);
        const std::vector<Batch> three = all(options, 3);
        QCOMPARE(one.size(), three.size());
        for (size_t batch = 0; batch < one.size(); ++batch) {
            QVERIFY(one[batch].pixels == three[batch].pixels);
            QVERIFY(one[batch].indices == three[batch].indices);
        }
        options.epoch = 1;
        QVERIFY(all(options, 1).front().pixels != one.front().pixels);
    }

    void everyPhotoComesOnceAndTheLastBatchIsSmaller()
    {
        BatchLoader::Options options;
        options.imageSize = 32;
        options.batchSize = 7;
        options.shuffle = true;
        std::vector<int> seen;
        const std::vector<Batch> batches = all(options, 2);
        for (const Batch &batch : batches)
            seen.insert(seen.end(), batch.indices.begin(), batch.indices.end());
        std::sort(seen.begin(), seen.end());
        std::vector<int> expected(static_cast<size_t>(m_cache->size()) - 1);
        std::iota(expected.begin(), expected.end(), 0);
        QVERIFY(seen == expected);
        QCOMPARE(batches.back().count, static_cast<int>(expected.size() % 7 == 0 ? 7 : expected.size() % 7));
    }

    void aPhotoThatComesTwiceIsSeenUnderTwoViews()
    {
        BatchLoader::Options options;
        options.imageSize = 32;
        options.batchSize = 3;
        const Batch once = *BatchLoader(*m_cache, {4, 2}, options).next();
        const Batch twice = *BatchLoader(*m_cache, {4, 2, 4}, options).next();
        const std::ptrdiff_t bytes = 32 * 32 * 3;
        const auto pixels = [bytes](const Batch &batch, int number) {
            return std::vector<uint8_t>(batch.pixels.begin() + number * bytes, batch.pixels.begin() + (number + 1) * bytes);
        };
        QVERIFY(pixels(twice, 0) == pixels(once, 0));
        QVERIFY(pixels(twice, 1) == pixels(once, 1));
        QVERIFY(pixels(twice, 2) != pixels(twice, 0));
        QVERIFY(BatchLoader(*m_cache, {4, 2, 4}, options).next()->pixels == twice.pixels);
    }

    void aLoaderCanBeLeftHalfWay()
    {
        BatchLoader::Options options;
        options.threads = 3;
        BatchLoader loader(*m_cache, {0, 1, 2, 3, 4, 5}, options);
        QVERIFY(loader.next().has_value());
    }

    void decodingNeverThrows()
    {
        QVERIFY(!PhotoDecoder().load({QString(), QByteArray("no picture")}, 100).isOk());
        QVERIFY(!PhotoDecoder().load({m_folder.filePath(QStringLiteral("missing.jpg")), {}}, 100).isOk());
    }
};

FLOWER_TEST(tst_BatchLoader)
#include "tst_BatchLoader.moc"
