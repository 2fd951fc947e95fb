// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/DataReport.h"
#include "engine/data/FlowerDatasetReader.h"
#include "engine/data/check/FlowerDatasetChecker.h"
#include "engine/data/check/PhotoLook.h"
#include "tests/engine/data/check/DrawnPhotos.h"
#include "tests/engine/data/check/FakeFeatures.h"
#include "tests/support/TestMain.h"

#include <QDateTime>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace flower;
using namespace flower::testing;

class tst_FlowerDatasetChecker : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString photos() const { return m_folder->filePath(QStringLiteral("photos")); }
    [[nodiscard]] QString cache() const { return m_folder->filePath(QStringLiteral("cache")); }
    [[nodiscard]] bool put(const QString &name, const QByteArray &bytes) const
    {
        const QString path = QDir(photos()).filePath(name);
        return QDir().mkpath(QFileInfo(path).absolutePath()) && write(path, bytes);
    }
    [[nodiscard]] Dataset read() const
    {
        RunControl control;
        const Result<Dataset> dataset = FlowerDatasetReader(cache()).read({false, photos(), 1}, control, [](qint64, qint64) {});
        return dataset ? *dataset : Dataset();
    }
    [[nodiscard]] static Result<DataScan> scan(FlowerDatasetChecker checker, const Dataset &dataset)
    {
        RunControl control;
        return checker.scan(dataset, control, [](qint64, qint64) {}, [](const DataScan &) {});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (int number = 0; number < 6; ++number) {
            QVERIFY(put(QStringLiteral("train/daisy/d%1.jpg").arg(number), jpegOf(drawnPhoto(number))));
            QVERIFY(put(QStringLiteral("train/tulip/t%1.jpg").arg(number), jpegOf(drawnPhoto(100 + number))));
        }
        QVERIFY(put(QStringLiteral("test/daisy/d.jpg"), jpegOf(drawnPhoto(200))));
        QVERIFY(put(QStringLiteral("test/tulip/t.jpg"), jpegOf(drawnPhoto(201))));
    }

    void goodPhotosHaveNoFindings()
    {
        const Dataset dataset = read();
        const Result<DataScan> seen = scan(FlowerDatasetChecker(cache()), dataset);
        QVERIFY(seen.isOk());
        QCOMPARE(seen->photos.size(), 14);
        QCOMPARE(seen->decoded, 14);
        QCOMPARE(findInData(dataset, *seen).counts, FindingCounts());
    }

    void plantedFlawsAreFound()
    {
        QVERIFY(put(QStringLiteral("train/daisy/copy.jpg"), jpegOf(drawnPhoto(0))));                      // the same file
        QVERIFY(put(QStringLiteral("train/daisy/poor.jpg"), jpegOf(drawnPhoto(1), 40)));                  // the same picture
        QVERIFY(put(QStringLiteral("test/daisy/leak.jpg"), jpegOf(drawnPhoto(2), 60)));                   // on the other side
        QVERIFY(put(QStringLiteral("train/tulip/conflict.jpg"), jpegOf(drawnPhoto(3))));                  // under another kind
        QVERIFY(put(QStringLiteral("train/daisy/tiny.jpg"), jpegOf(drawnPhoto(300, {40, 30}))));
        QVERIFY(put(QStringLiteral("train/daisy/cut.jpg"), jpegOf(drawnPhoto(301)).left(900)));
        QVERIFY(put(QStringLiteral("train/daisy/empty.jpg"), {}));
        QVERIFY(put(QStringLiteral("train/Tulip/x.jpg"), jpegOf(drawnPhoto(302))));
        QVERIFY(put(QStringLiteral("train/daisy/flat1.jpg"), jpegOf(cv::Mat(100, 100, CV_8UC3, cv::Scalar(0, 0, 99)))));
        QVERIFY(put(QStringLiteral("train/daisy/flat2.jpg"), jpegOf(cv::Mat(100, 100, CV_8UC3, cv::Scalar(0, 99, 0)))));
        const Dataset dataset = read();
        const Result<DataScan> seen = scan(FlowerDatasetChecker(cache()), dataset);
        QVERIFY(seen.isOk());
        const FindingCounts counts = findInData(dataset, *seen).counts;
        QCOMPARE(counts.unreadable, 2);
        QCOMPARE(counts.tiny, 1);
        QCOMPARE(counts.exactDuplicates, 2); // copy and conflict
        QCOMPARE(counts.nearDuplicates, 2);  // poor and leak
        QCOMPARE(counts.splitLeaks, 1);
        QCOMPARE(counts.labelConflicts, 1);
        QCOMPARE(counts.nameClashes, 1);
    }

    void sizesAndHashesAreThoseOfTheUprightPhoto()
    {
        const cv::Mat upright = drawnPhoto(400, {160, 240});
        cv::Mat lying;
        cv::rotate(upright, lying, cv::ROTATE_90_COUNTERCLOCKWISE);
        QVERIFY(put(QStringLiteral("train/daisy/upright.jpg"), jpegOf(upright)));
        QVERIFY(put(QStringLiteral("train/daisy/zlying.jpg"), jpegOf(lying, 90, 6))); // to be turned clockwise
        const Dataset dataset = read();
        const Result<DataScan> seen = scan(FlowerDatasetChecker(cache()), dataset);
        QVERIFY(seen.isOk());
        for (const ScannedPhoto &photo : seen->photos) {
            if (!photo.path.endsWith(QLatin1String("lying.jpg")))
                continue;
            QCOMPARE(photo.size, QSize(160, 240));
            QCOMPARE(photo.orientation, 6);
        }
        QCOMPARE(findInData(dataset, *seen).counts.nearDuplicates, 1);
    }

    void aSecondScanDecodesOnlyWhatIsNew()
    {
        const Result<DataScan> first = scan(FlowerDatasetChecker(cache()), read());
        const Result<DataScan> second = scan(FlowerDatasetChecker(cache()), read());
        QCOMPARE(second->decoded, 0);
        QCOMPARE(second->photos, first->photos);
        // A file with other bytes of the same length and time of change is beyond what can be seen; here the time is another one.
        QVERIFY(put(QStringLiteral("train/daisy/d1.jpg"), jpegOf(drawnPhoto(500))));
        QFile changed(QDir(photos()).filePath(QStringLiteral("train/daisy/d1.jpg")));
        QVERIFY(changed.open(QIODevice::ReadWrite));
        QVERIFY(changed.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        changed.close();
        QCOMPARE(scan(FlowerDatasetChecker(cache()), read())->decoded, 1);
        // A photo that was moved is known by its content.
        QVERIFY(QFile::rename(QDir(photos()).filePath(QStringLiteral("train/daisy/d2.jpg")),
                              QDir(photos()).filePath(QStringLiteral("train/daisy/moved.jpg"))));
        QCOMPARE(scan(FlowerDatasetChecker(cache()), read())->decoded, 0);
        QCOMPARE(scan(FlowerDatasetChecker(QString()), read())->decoded, 14); // nothing kept
    }

    void theThreadsChangeNothing()
    {
        QVERIFY(put(QStringLiteral("train/daisy/copy.jpg"), jpegOf(drawnPhoto(0))));
        QVERIFY(put(QStringLiteral("test/daisy/leak.jpg"), jpegOf(drawnPhoto(2), 60)));
        const Dataset dataset = read();
        const Result<DataScan> one = scan(FlowerDatasetChecker(QString(), 1), dataset);
        const Result<DataScan> many = scan(FlowerDatasetChecker(QString(), 5), dataset);
        QVERIFY(*one == *many);
        QCOMPARE(one->nearCopies.size(), 1);
    }

    void aStoppedScanKeepsWhatItSaw()
    {
        const Dataset dataset = read();
        RunControl control;
        FlowerDatasetChecker checker(cache(), 1);
        const Result<DataScan> stopped = checker.scan(dataset, control, [&](qint64, qint64 total) {
            QCOMPARE(total, 14);
            control.requestStop();
        }, [](const DataScan &) { QFAIL("stopped before that"); });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Interrupted);
        QVERIFY(QFile::exists(QDir(cache()).filePath(QStringLiteral("data-check.bin"))));
    }

    [[nodiscard]] FlowerDatasetChecker seeing(const std::shared_ptr<PhotoFeatureSource> &features, int threads = 2) const
    {
        return FlowerDatasetChecker(cache(), threads, features);
    }
    /// Twelve photos in red and twelve in blue, in place of the others.
    [[nodiscard]] bool putKindsOfOneColor() const
    {
        bool isPut = QDir(photos()).removeRecursively();
        for (int number = 0; number < 12; ++number) {
            for (const bool isRed : {true, false}) {
                const cv::Mat picture = drawnPhoto(700 + number + (isRed ? 0 : 50));
                const cv::Mat other = picture / 6 + (isRed ? cv::Scalar(20, 20, 150) : cv::Scalar(150, 20, 20));
                isPut = isPut && put(QStringLiteral("%1/%2.jpg").arg(isRed ? QStringLiteral("rose") : QStringLiteral("squill")).arg(number), jpegOf(other));
            }
        }
        return isPut;
    }

    void cropsThatTheHashMissesAreFoundByTheNetwork()
    {
        const cv::Mat whole = drawnPhoto(3, {400, 300});
        QVERIFY(put(QStringLiteral("train/daisy/whole.jpg"), jpegOf(whole)));
        QVERIFY(put(QStringLiteral("test/daisy/cut.jpg"), jpegOf(whole(cv::Rect(44, 33, 312, 234)).clone())));
        const Dataset dataset = read();
        const Result<DataScan> without = scan(FlowerDatasetChecker(QString()), dataset);
        const Result<DataScan> with = scan(seeing(std::make_shared<FakeFeatures>()), dataset);
        QCOMPARE(findInData(dataset, *without).counts.splitLeaks, 0);
        QCOMPARE(without->skipped.size(), 1);
        QCOMPARE(findInData(dataset, *with).counts.splitLeaks, 1);
        QCOMPARE(with->skipped, QStringList());
        QCOMPARE(with->photos, without->photos);
        for (const NearCopy &pair : without->nearCopies)
            QVERIFY(with->nearCopies.contains(pair)); // none gets lost
    }

    void aPhotoUnlikeItsKindIsFound()
    {
        QVERIFY(putKindsOfOneColor());
        const auto features = std::make_shared<FakeFeatures>();
        QCOMPARE(scan(seeing(features), read())->oddPhotos, QList<OddPhoto>());
        QVERIFY(put(QStringLiteral("rose/green.jpg"), jpegOf(drawnPhoto(900) / 6 + cv::Scalar(20, 150, 20))));
        QVERIFY(put(QStringLiteral("rose/blue.jpg"), jpegOf(drawnPhoto(901) / 6 + cv::Scalar(150, 20, 20))));
        const Dataset dataset = read();
        const Result<DataScan> seen = scan(seeing(features), dataset);
        QCOMPARE(seen->oddPhotos.size(), 2);
        for (const OddPhoto &odd : seen->oddPhotos) {
            const bool isGreen = seen->photos.at(odd.photo).path.endsWith(QLatin1String("green.jpg"));
            QCOMPARE(odd.className, QStringLiteral("rose"));
            QCOMPARE(odd.likeClass, isGreen ? QString() : QStringLiteral("squill"));
        }
        QCOMPARE(findInData(dataset, *seen).counts, FindingCounts()); // a guess counts for nothing
    }

    void theNetworkSeesEachPhotoOnce()
    {
        const auto features = std::make_shared<FakeFeatures>();
        const Dataset dataset = read();
        const Result<DataScan> without = scan(FlowerDatasetChecker(cache()), dataset);
        const Result<DataScan> first = scan(seeing(features), dataset);
        QCOMPARE(features->pictures, 14);
        QCOMPARE(first->decoded, 14); // once more, for the network
        const Result<DataScan> second = scan(seeing(features), dataset);
        QCOMPARE(features->pictures, 14);
        QCOMPARE(second->decoded, 0);
        QCOMPARE(second->nearCopies, first->nearCopies);
        QCOMPARE(second->oddPhotos, first->oddPhotos);
        QVERIFY(put(QStringLiteral("train/daisy/more.jpg"), jpegOf(drawnPhoto(950))));
        QVERIFY(QFile::copy(QDir(photos()).filePath(QStringLiteral("train/daisy/d1.jpg")), QDir(photos()).filePath(QStringLiteral("train/daisy/e.jpg"))));
        QCOMPARE(scan(seeing(features), read())->decoded, 1);
        QCOMPARE(features->pictures, 15);
        features->weights = QByteArray(32, 'x');
        QVERIFY(scan(seeing(features), dataset).isOk());
        QCOMPARE(features->pictures, 29);
    }

    void whatCannotBeSeenIsSaid()
    {
        const auto features = std::make_shared<FakeFeatures>();
        features->hasWeights = false;
        const Result<DataScan> without = scan(seeing(features), read());
        QCOMPARE(without->skipped.size(), 1);
        QVERIFY(without->skipped.first().endsWith(QStringLiteral("There are no weights.")));
        features->hasWeights = true;
        features->fails = true;
        const Result<DataScan> failed = scan(seeing(features), read());
        QVERIFY(failed->skipped.first().endsWith(QStringLiteral("The network gave up.")));
        QCOMPARE(failed->nearCopies, without->nearCopies);
        features->fails = false;
        QCOMPARE(scan(seeing(features), read())->skipped, QStringList());
    }

    void aStoppedScanKeepsWhatTheNetworkSaw()
    {
        for (int number = 0; number < 100; ++number)
            QVERIFY(put(QStringLiteral("train/daisy/m%1.jpg").arg(number), jpegOf(drawnPhoto(1000 + number, {64, 64}))));
        const auto features = std::make_shared<FakeFeatures>();
        const Dataset dataset = read();
        RunControl control;
        bool isSeen = false;
        const Result<DataScan> stopped = seeing(features).scan(dataset, control, [&](qint64 done, qint64) {
            if (isSeen && done > 0) // the first lot
                control.requestStop();
        }, [&](const DataScan &) { isSeen = true; });
        QVERIFY(!stopped);
        QCOMPARE(features->pictures, 96);
        QVERIFY(scan(seeing(features), dataset).isOk());
        QCOMPARE(features->pictures, 114);
    }

    void whatThePixelsShowComesBeforeTheNetworkLooks()
    {
        const auto features = std::make_shared<FakeFeatures>();
        const Dataset dataset = read();
        const Result<DataScan> without = scan(FlowerDatasetChecker(QString()), dataset);
        QList<DataScan> soFar;
        QStringList order;
        const auto look = [&] {
            RunControl control;
            const auto tell = [&](qint64 done, qint64 total) {
                if (done == total || done == 0)
                    order.append(QStringLiteral("%1 after %2").arg(total).arg(features->pictures));
            };
            return seeing(features).scan(dataset, control, tell, [&](const DataScan &scan) {
                soFar.append(scan);
                order.append(QStringLiteral("so far"));
            });
        };
        QVERIFY(look().isOk());
        order.removeFirst(); // the beginning of the looking, if it was in time for that
        if (order.first() != QLatin1String("so far"))
            order.removeFirst();
        QCOMPARE(order, QStringList({QStringLiteral("so far"), QStringLiteral("14 after 0"), QStringLiteral("14 after 14"), QStringLiteral("0 after 14")}));
        QCOMPARE(soFar.size(), 1);
        QCOMPARE(soFar.first().photos, without->photos);
        QCOMPARE(soFar.first().nearCopies, without->nearCopies);
        QVERIFY(look().isOk());
        QCOMPARE(soFar.size(), 1); // what is known takes no time
    }

    void aPhotoThatIsLostMeanwhileIsSaidAndSeenTheNextTime()
    {
        const auto features = std::make_shared<FakeFeatures>();
        const Dataset dataset = read();
        const QString path = dataset.samples.first().path;
        const QString away = path + QStringLiteral(".away");
        RunControl control;
        const Result<DataScan> partly = seeing(features).scan(dataset, control, [](qint64, qint64) {}, [&](const DataScan &) { QVERIFY(QFile::rename(path, away)); });
        QVERIFY(partly);
        QCOMPARE(features->pictures, 13);
        QCOMPARE(partly->skipped.size(), 1);
        QVERIFY2(partly->skipped.first().startsWith(QLatin1Char('1')), qPrintable(partly->skipped.first()));
        QVERIFY(QFile::rename(away, path));
        const Result<DataScan> whole = scan(seeing(features), dataset);
        QCOMPARE(features->pictures, 14);
        QCOMPARE(whole->skipped, QStringList());
    }

    void thePictureForTheNetworkIsUprightAndOfTheContentThatIsAskedFor()
    {
        for (int number = 0; number < 6; ++number)
            QVERIFY(put(QStringLiteral("train/daisy/large%1.jpg").arg(number), jpegOf(drawnPhoto(800 + number, {1500, 1100}), 90, number + 1)));
        QVERIFY(put(QStringLiteral("train/daisy/small.jpg"), jpegOf(drawnPhoto(820, {90, 60}))));
        const Dataset dataset = read();
        const ScanCache none{QString()};
        for (const Sample &sample : dataset.samples) {
            const PhotoLook look = lookAt(sample.path, none);
            const RgbImage picture = pictureFor(sample.path, look.state);
            QCOMPARE(QSize(picture.width, picture.height), QSize(PhotoFeatureSource::kSide, PhotoFeatureSource::kSide));
            PhotoFingerprint print = fingerprintOf(picture); // nearly that of the photo, which isn't square
            QVERIFY2(likeness(print, look.facts.print) > 0.9, qPrintable(QStringLiteral("%1: %2").arg(sample.path).arg(likeness(print, look.facts.print))));
            FileState changed = look.state;
            ++changed.bytes;
            QVERIFY(pictureFor(sample.path, changed).pixels.isEmpty());
        }
        QVERIFY(pictureFor(QDir(photos()).filePath(QStringLiteral("gone.jpg")), FileState()).pixels.isEmpty());
    }

    /// What docs/data-check.md says is in the photos at hand, without a network.
    void theSharedPhotosHaveWhatTheDocumentSays_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<FindingCounts>("counts"); // unreadable, tiny, exact, near, leaks, conflicts, names
        QTest::newRow("Oxford 17") << QStringLiteral("oxford17/split.csv") << FindingCounts{0, 0, 0, 71, 40, 0, 0};
        QTest::newRow("flowers5") << QStringLiteral("flowers5") << FindingCounts{0, 0, 2, 20, 7, 0, 0};
        QTest::newRow("Oxford 102") << QStringLiteral("oxford102") << FindingCounts{0, 0, 5, 36, 15, 1, 0};
    }
    void theSharedPhotosHaveWhatTheDocumentSays()
    {
        QFETCH(QString, path);
        QFETCH(FindingCounts, counts);
        const QString photos = QStringLiteral(FLOWER_SHARED "/data/") + path;
        if (!QFileInfo::exists(photos))
            QSKIP("The photos are not there.");
        RunControl control;
        const Result<Dataset> dataset = FlowerDatasetReader(cache()).read({false, photos, 1}, control, [](qint64, qint64) {});
        QVERIFY(dataset.isOk());
        const Result<DataScan> seen = scan(FlowerDatasetChecker(cache()), *dataset);
        QVERIFY(seen.isOk());
        const DataReport report = findInData(*dataset, *seen);
        QCOMPARE(report.counts, counts);
        if (path != QLatin1String("oxford102"))
            return;
        const auto conflict = std::find_if(report.findings.cbegin(), report.findings.cend(),
                                           [](const DataFinding &finding) { return finding.kind == FindingKind::LabelConflict; });
        QCOMPARE(conflict->classNames, QStringList({QStringLiteral("ball moss"), QStringLiteral("foxglove")}));
        QVERIFY(conflict->photos.last().endsWith(QStringLiteral("image_07304.jpg")));
    }

    void progressReachesTheEnd()
    {
        RunControl control;
        qint64 last = 0;
        QVERIFY(FlowerDatasetChecker(QString()).scan(read(), control, [&](qint64 done, qint64 total) {
            QVERIFY(done >= last && done <= total);
            last = done;
        }, [](const DataScan &) {}).isOk());
        QCOMPARE(last, 14);
    }
};

FLOWER_TEST(tst_FlowerDatasetChecker)
#include "tst_FlowerDatasetChecker.moc"
