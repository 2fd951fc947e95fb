// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoFinder.h"

#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace flower;

class tst_PhotoFinder : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    RunControl m_control;

    [[nodiscard]] QString at(const QString &path) const { return m_folder->filePath(path); }
    void put(const QString &path, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(at(path)).path());
        QFile file(at(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a photo can't be written");
    }
    /// A photo that lay beneath /old; without `bytes` nobody knows what it was.
    static WantedPhoto wanted(const QString &path, const QByteArray &bytes = {})
    {
        PhotoContent content;
        if (!bytes.isEmpty())
            content = {bytes.size(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
        return {QStringLiteral("/old/") + path, path, content};
    }
    FoundPhotos find(const QList<WantedPhoto> &photos, const QString &folder = QStringLiteral("new"))
    {
        const Result<FoundPhotos> found = findPhotos(photos, at(folder), m_control, [](qint64, qint64) {});
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aPhotoIsKnownByItsContent()
    {
        put(QStringLiteral("new/deep/er/daisy/1.jpg"), "first");
        put(QStringLiteral("new/renamed.jpg"), "2nd");
        put(QStringLiteral("new/3.jpg"), "other"); // named like the third, as long as the first
        const QList<WantedPhoto> photos{wanted(QStringLiteral("daisy/1.jpg"), "first"), wanted(QStringLiteral("daisy/2.jpg"), "2nd"),
                                        wanted(QStringLiteral("tulip/3.jpg"), "third")};
        const FoundPhotos found = find(photos);
        QCOMPARE(found.photos.at(0), (FoundPhoto{FoundBy::Content, at(QStringLiteral("new/deep/er/daisy/1.jpg"))}));
        QCOMPARE(found.photos.at(1), (FoundPhoto{FoundBy::Content, at(QStringLiteral("new/renamed.jpg"))}));
        QCOMPARE(found.photos.at(2), FoundPhoto());
        QCOMPARE(found.count(FoundBy::Content), 2);
    }

    void anotherPhotoOfTheSameNameIsNotTaken()
    {
        put(QStringLiteral("new/daisy/1.jpg"), "first");
        put(QStringLiteral("new/daisy/2.jpg"), "other!");
        put(QStringLiteral("new/daisy/3.jpg"), "of another size");
        const QList<WantedPhoto> photos{wanted(QStringLiteral("daisy/1.jpg"), "first"), wanted(QStringLiteral("daisy/2.jpg"), "second"),
                                        wanted(QStringLiteral("daisy/3.jpg"), "third"), wanted(QStringLiteral("daisy/4.jpg"), "fourth")};
        const FoundPhotos found = find(photos);
        QCOMPARE(found.photos.at(1), (FoundPhoto{FoundBy::Changed, at(QStringLiteral("new/daisy/2.jpg"))}));
        QCOMPARE(found.photos.at(2).by, FoundBy::Changed);
        QCOMPARE(found.photos.at(3).by, FoundBy::Nothing);
        put(QStringLiteral("new/daisy/5.jpg"), "fifth");
        const QList<WantedPhoto> more = photos + QList{wanted(QStringLiteral("daisy/5.jpg"), "fifth")};
        const PhotoPlaces places = placesOf(more, find(more), true);
        QCOMPARE(places.folders, (QHash<QString, QString>{{QStringLiteral("/old"), at(QStringLiteral("new"))}}));
        QCOMPARE(places.placeOf(more.at(0).path), at(QStringLiteral("new/daisy/1.jpg")));
        for (int changed : {1, 2})
            QCOMPARE(places.placeOf(more.at(changed).path), more.at(changed).path);
    }

    void withoutAContentThePlaceCounts()
    {
        put(QStringLiteral("new/meadow/daisy/1.jpg"), "first");
        put(QStringLiteral("new/meadow/tulip/1.jpg"), "second");
        put(QStringLiteral("new/loose/3.jpg"), "third");
        put(QStringLiteral("new/a/4.jpg"), "fourth");
        put(QStringLiteral("new/b/4.jpg"), "fourth, too");
        QList<WantedPhoto> photos{wanted(QStringLiteral("daisy/1.jpg")), wanted(QStringLiteral("tulip/1.jpg")),
                                  wanted(QStringLiteral("tulip/3.jpg")), wanted(QStringLiteral("tulip/4.jpg")),
                                  wanted(QStringLiteral("rose/1.jpg"))};
        FoundPhotos found = find(photos);
        QCOMPARE(found.photos.at(0), (FoundPhoto{FoundBy::Place, at(QStringLiteral("new/meadow/daisy/1.jpg"))}));
        QCOMPARE(found.photos.at(1).by, FoundBy::Place);
        QCOMPARE(found.photos.at(2), (FoundPhoto{FoundBy::Name, at(QStringLiteral("new/loose/3.jpg"))}));
        QCOMPARE(found.photos.at(3).by, FoundBy::Nothing); // two have its name
        QCOMPARE(found.photos.at(4).by, FoundBy::Nothing);
        const PhotoPlaces sure = placesOf(photos, found, false);
        QCOMPARE(sure.folders.value(QStringLiteral("/old")), at(QStringLiteral("new/meadow")));
        QCOMPARE(sure.placeOf(photos.at(2).path), photos.at(2).path);
        QCOMPARE(placesOf(photos, found, true).placeOf(photos.at(2).path), at(QStringLiteral("new/loose/3.jpg")));

        photos[0].content.bytes = 4; // only the size is known, and it is another
        photos[2].content.bytes = 4;
        found = find(photos);
        QCOMPARE(found.photos.at(0).by, FoundBy::Changed);
        QCOMPARE(found.photos.at(2).by, FoundBy::Nothing);
    }

    void ofTwoWantedPhotosOfOneNameNoneIsFoundByIt()
    {
        put(QStringLiteral("new/loose/1.jpg"), "first");
        const FoundPhotos found = find({wanted(QStringLiteral("daisy/1.jpg")), wanted(QStringLiteral("tulip/1.jpg"))});
        QCOMPARE(found.count(FoundBy::Nothing), 2);
    }

    void copiesGoToTheirOwnPlaces()
    {
        for (const char *path : {"new/a/daisy/1.jpg", "new/a/tulip/9.jpg", "new/b/daisy/1.jpg"})
            put(QString::fromLatin1(path), "the same");
        const QList<WantedPhoto> photos{wanted(QStringLiteral("tulip/9.jpg"), "the same"), wanted(QStringLiteral("daisy/1.jpg"), "the same"),
                                        wanted(QStringLiteral("rose/2.jpg"), "the same")};
        const FoundPhotos found = find(photos);
        QCOMPARE(found.count(FoundBy::Content), 3);
        QCOMPARE(found.photos.at(0).path, at(QStringLiteral("new/a/tulip/9.jpg")));
        QCOMPARE(found.photos.at(1).path, at(QStringLiteral("new/a/daisy/1.jpg")));
        const PhotoPlaces places = placesOf(photos, found, false);
        QCOMPARE(places.folders.value(QStringLiteral("/old")), at(QStringLiteral("new/a")));
        QCOMPARE(places.placeOf(photos.at(2).path), found.photos.at(2).path);
    }

    void onePhotoIsNoFolder()
    {
        put(QStringLiteral("new/daisy/1.jpg"), "first");
        const QList<WantedPhoto> photos{wanted(QStringLiteral("daisy/1.jpg"), "first")};
        const PhotoPlaces places = placesOf(photos, find(photos), false);
        QVERIFY(places.folders.isEmpty());
        QCOMPARE(places.placeOf(photos.first().path), at(QStringLiteral("new/daisy/1.jpg")));
    }

    void aFolderThatIsNotThere()
    {
        const auto found = findPhotos({}, at(QStringLiteral("nowhere")), m_control, [](qint64, qint64) {});
        QCOMPARE(found.error().code, ErrorCode::NotFound);
    }

    void twentyThousandPhotosTakeSeconds()
    {
        constexpr int kPhotos = 20'000;
        QList<WantedPhoto> photos;
        for (int number = 0; number < kPhotos; ++number) {
            const QByteArray bytes = "photo " + QByteArray::number(number).rightJustified(6, '0'); // all of one size
            const QString path = QStringLiteral("%1/image_%2.jpg").arg(number % 100).arg(number / 100); // names that come again
            put(QStringLiteral("new/photos/") + path, bytes);
            photos.append(wanted(path, bytes));
        }
        QElapsedTimer clock;
        clock.start();
        int reports = 0;
        const Result<FoundPhotos> found = findPhotos(photos, at(QStringLiteral("new")), m_control, [&](qint64, qint64) { ++reports; });
        const PhotoPlaces places = placesOf(photos, *found, false);
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed()))); // half a second on an idle machine
        QCOMPARE(found->count(FoundBy::Content), kPhotos);
        QCOMPARE(places.folders.size(), 1);
        QCOMPARE(places.placeOf(photos.last().path), found->photos.last().path);
        QVERIFY(reports >= 1);

        RunControl stopped;
        stopped.requestStop();
        QCOMPARE(findPhotos(photos, at(QStringLiteral("new")), stopped, [](qint64, qint64) {}).error().code, ErrorCode::Interrupted);
    }
};

FLOWER_TEST(tst_PhotoFinder)
#include "tst_PhotoFinder.moc"
