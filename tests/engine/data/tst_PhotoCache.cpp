// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoCache.h"
#include "engine/data/PhotoDecoder.h"

#include "tests/support/TestMain.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PhotoCache : public QObject
{
    Q_OBJECT

    static QList<Sample> photos()
    {
        QList<Sample> samples;
        for (int orientation = 1; orientation <= 8; ++orientation)
            samples.append({QStringLiteral(FLOWER_TEST_DATA "/photos/turned%1.jpg").arg(orientation), 0, Subset::Train});
        samples.append({QStringLiteral(FLOWER_TEST_DATA "/photos/truncated.jpg"), 0, Subset::Train});
        return samples;
    }

private Q_SLOTS:
    void theMemoryLimitAndTheThreadsChangeNoPixel()
    {
        RunControl control;
        QList<RgbImage> expected;
        for (const qint64 maxBytes : {qint64(1'000'000), qint64(60'000), qint64(0)}) {
            for (const int threads : {1, 3}) {
                PhotoCache::Options options;
                options.shortSide = 73;
                options.maxBytes = maxBytes;
                options.threads = threads;
                qint64 last = 0;
                const auto cache = PhotoCache::build(photos(), options, control, [&last](qint64 done, qint64) {
                    QVERIFY(done >= last);
                    last = done;
                });
                QVERIFY(cache.isOk());
                QCOMPARE(last, 9);
                QCOMPARE(cache->problems().size(), 1);
                QVERIFY(!cache->isUsable(8));
                for (int index = 0; index < 8; ++index) {
                    const Result<RgbImage> photo = cache->photo(index);
                    QVERIFY(photo.isOk());
                    QCOMPARE(std::min(photo->width, photo->height), 73);
                    if (expected.size() <= index)
                        expected.append(*photo);
                    QVERIFY(*photo == expected.at(index));
                }
            }
        }
    }

    /// Training, evaluation and prediction must see the same pixels.
    void aSinglePhotoIsCroppedAsACachedOneIs()
    {
        RunControl control;
        PhotoCache::Options options;
        options.shortSide = 64 * 256 / 224;
        const auto cache = PhotoCache::build(photos(), options, control, [](qint64, qint64) {});
        QVERIFY(cache.isOk());
        for (int index = 0; index < 8; ++index) {
            const Result<RgbImage> alone = PhotoDecoder::loadCentreCrop({cache->sample(index).path, {}}, 64);
            QVERIFY(alone.isOk());
            QVERIFY(*alone == PhotoDecoder::centreCrop(*cache->photo(index), 64));
        }
    }

    void aPhotoThatGoesAwayIsToldOnce()
    {
        QTemporaryDir folder;
        const QString original = photos().first().path;
        const QString path = folder.filePath(QFileInfo(original).fileName());
        RunControl control;
        for (const qint64 maxBytes : {qint64{0}, qint64{1'000'000}}) {
            PhotoCache::Options options;
            options.shortSide = 32;
            options.maxBytes = maxBytes;
            QVERIFY(QFile::copy(original, path));
            const auto cache = PhotoCache::build({{path, 0, Subset::Train}}, options, control, [](qint64, qint64) {});
            QVERIFY(cache && cache->photo(0));
            QVERIFY(cache->takeNews().isEmpty());
            QVERIFY(QFile::remove(path));
            QCOMPARE(cache->photo(0).isOk(), maxBytes > 0); // what is kept needs no file
            QCOMPARE(cache->photo(0).isOk(), maxBytes > 0);
            QCOMPARE(cache->takeNews().lost.size(), maxBytes > 0 ? 0 : 1);
            QVERIFY(cache->takeNews().isEmpty());
        }
    }

    void aPhotoThatIsChangedIsToldOnce()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("photo.png"));
        RunControl control;
        for (const qint64 maxBytes : {qint64{0}, qint64{1'000'000}}) {
            PhotoCache::Options options;
            options.shortSide = 32;
            options.maxBytes = maxBytes;
            QFile::remove(path);
            QVERIFY(QFile::copy(photos().first().path, path));
            const auto cache = PhotoCache::build({{path, 0, Subset::Train}}, options, control, [](qint64, qint64) {});
            QVERIFY(cache && cache->photo(0));
            QVERIFY(cache->takeNews().isEmpty());
            QVERIFY(QFile::remove(path));
            QVERIFY(QFile::copy(photos().at(1).path, path));
            QFile changed(path);
            QVERIFY(changed.open(QIODevice::ReadWrite)); // within one tick of the system's clock its time would be the old one
            QVERIFY(changed.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime));
            changed.close();
            QVERIFY(cache->photo(0) && cache->photo(0));
            const PhotoCache::News news = cache->takeNews();
            QCOMPARE(news.changed, maxBytes > 0 ? QStringList() : QStringList{path}); // what is kept needs no file
            QVERIFY(news.lost.isEmpty());
            QVERIFY(cache->takeNews().isEmpty());
        }
    }

    void aStoppedBuildSaysSo()
    {
        RunControl control;
        control.requestStop();
        const auto cache = PhotoCache::build(photos(), {}, control, [](qint64, qint64) {});
        QVERIFY(!cache.isOk());
        QCOMPARE(cache.error().code, ErrorCode::Interrupted);
    }
};

FLOWER_TEST(tst_PhotoCache)
#include "tst_PhotoCache.moc"
