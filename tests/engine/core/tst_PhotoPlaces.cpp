// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoPlaces.h"

#include "engine/core/PhotoMarks.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PhotoPlaces : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const char *path) const { return m_folder.filePath(QString::fromLatin1(path)); }
    void put(const char *path, const QByteArray &bytes = "photo") const
    {
        QDir().mkpath(QFileInfo(at(path)).path());
        QFile file(at(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s can't be written", path);
    }

private Q_SLOTS:
    void aPhotoIsWhereItsFolderWasMoved()
    {
        put("new/daisy/1.jpg");
        put("old/daisy/2.jpg");
        put("new/daisy/2.jpg");
        put("tulips/3.jpg");
        PhotoPlaces places;
        QCOMPARE(places.placeOf(at("old/daisy/1.jpg")), at("old/daisy/1.jpg"));
        places.folders = {{at("old"), at("new")}, {at("old/tulip"), at("tulips")}};
        QCOMPARE(places.placeOf(at("old/daisy/1.jpg")), at("new/daisy/1.jpg"));
        QCOMPARE(places.placeOf(at("old/daisy/2.jpg")), at("old/daisy/2.jpg")); // is where it was
        QCOMPARE(places.placeOf(at("old/daisy/9.jpg")), at("old/daisy/9.jpg")); // is nowhere
        QCOMPARE(places.placeOf(at("old/tulip/3.jpg")), at("tulips/3.jpg"));    // the nearest folder counts
        QCOMPARE(places.placeOf(at("older/daisy/1.jpg")), at("older/daisy/1.jpg"));
    }

    void whatWasSaidOfASinglePhotoCounts()
    {
        put("new/1.jpg");
        put("elsewhere/rose.jpg");
        PhotoPlaces places{{{at("gone"), at("new")}}, {{at("gone/2.jpg"), at("elsewhere/rose.jpg")}, {at("gone/1.jpg"), at("gone/1.jpg")}}};
        QCOMPARE(places.placeOf(at("gone/2.jpg")), at("elsewhere/rose.jpg"));
        QCOMPARE(places.placeOf(at("gone/1.jpg")), at("gone/1.jpg")); // not the one that lies there: it is another
        places.add({{}, {{at("gone/1.jpg"), QString()}}});
        QCOMPARE(places.placeOf(at("gone/1.jpg")), at("new/1.jpg"));
        QCOMPARE(places.photos.size(), 1);
    }

    void aDataSetFollowsItsFolder()
    {
        put("new/meadow/photos.csv");
        QDir().mkpath(at("lists"));
        const PhotoPlaces places{{{at("before"), at("new")}, {at("lists"), at("new")}, {at("before2"), at("nowhere")}}, {}};
        QCOMPARE(places.placeOfDataset(at("before/meadow")), at("new/meadow"));
        QCOMPARE(places.placeOfDataset(at("before/meadow/photos.csv")), at("new/meadow/photos.csv"));
        QCOMPARE(places.placeOfDataset(at("before/meadow/other.csv")), at("new/meadow/other.csv")); // its photos are named from there
        QCOMPARE(places.placeOfDataset(at("lists")), at("lists"));
        QCOMPARE(places.placeOfDataset(at("before2/a")), at("before2/a"));
        QCOMPARE(places.placeOfDataset(QString()), QString());
        QCOMPARE(places.formerFolder(at("new/meadow")).isEmpty(), false);
        QCOMPARE(places.formerFolder(at("nowhere/a")), at("before2/a"));
        QCOMPARE(places.formerFolder(at("newer")), QString());
    }

    void marksFollowTheirPhotos()
    {
        put("lists/photos.csv");
        put("moved/daisy/1.jpg");
        put("loose.jpg");
        const QString list = at("lists/photos.csv");
        PhotoMarks marks;
        marks.photos = {{QStringLiteral("daisy/1.jpg"), {true, {}, {}}}, {QStringLiteral("daisy/2.jpg"), {false, QStringLiteral("rose"), {}}},
                        {QStringLiteral("daisy/3.jpg"), {true, {}, {}}}};
        const PhotoPlaces places{{{at("lists/daisy"), at("moved/daisy")}}, {{at("lists/daisy/2.jpg"), at("loose.jpg")}}};
        const PhotoMarks followed = followPhotos(marks, list, list, places);
        QCOMPARE(followed.photos.keys(), (QStringList{QStringLiteral("../loose.jpg"), QStringLiteral("../moved/daisy/1.jpg"), QStringLiteral("daisy/3.jpg")}));
        QCOMPARE(followed.photos.value(QStringLiteral("../loose.jpg")).className, QStringLiteral("rose"));
        QVERIFY(followPhotos(followed, list, list, places) == followed);
        QVERIFY(followPhotos(marks, list, list, {}) == marks);
        // The data set moved as a whole: the marks stay as they are named.
        put("archive/lists/daisy/3.jpg");
        const PhotoPlaces whole{{{at("lists"), at("archive/lists")}}, {}};
        QVERIFY(followPhotos(marks, at("lists"), at("archive/lists"), whole) == marks);
    }

    void isKeptInAFile()
    {
        PhotoPlacesFile file(at("data/photo-places.json"));
        QCOMPARE(file.read().error().code, ErrorCode::NotFound);
        QVERIFY(file.add({{{QStringLiteral("/a"), QStringLiteral("/b")}}, {{QStringLiteral("/a/1.jpg"), QStringLiteral("/c/1.jpg")}}}));
        QVERIFY(file.add({{{QStringLiteral("/a"), QStringLiteral("/d")}, {QStringLiteral("/x"), QStringLiteral("/y")}},
                          {{QStringLiteral("/a/1.jpg"), QString()}, {QStringLiteral("/a/2.jpg"), QStringLiteral("/a/2.jpg")}}}));
        const Result<PhotoPlaces> read = file.read();
        QVERIFY(read);
        QCOMPARE(read->folders, (QHash<QString, QString>{{QStringLiteral("/a"), QStringLiteral("/d")}, {QStringLiteral("/x"), QStringLiteral("/y")}}));
        QCOMPARE(read->photos, (QHash<QString, QString>{{QStringLiteral("/a/2.jpg"), QStringLiteral("/a/2.jpg")}}));
        QVERIFY(*read == file.known());
        QVERIFY(PhotoPlacesFile(QString()).add({{{QStringLiteral("/a"), QStringLiteral("/b")}}, {}})); // nothing is kept
    }

    void aDamagedFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("{\"version\": 1, \"fol");
        QTest::newRow("no version") << QByteArray("{\"folders\": [], \"photos\": []}");
        QTest::newRow("no lists") << QByteArray("{\"version\": 1, \"folders\": {}, \"photos\": []}");
        QTest::newRow("no path") << QByteArray("{\"version\": 1, \"folders\": [{\"from\": \"/a\"}], \"photos\": []}");
        QTest::newRow("relative") << QByteArray("{\"version\": 1, \"folders\": [], \"photos\": [{\"from\": \"a\", \"to\": \"/b\"}]}");
    }
    void aDamagedFileIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        PhotoPlacesFile file(folder.filePath(QStringLiteral("places.json")));
        QFile stored(folder.filePath(QStringLiteral("places.json")));
        QVERIFY(stored.open(QIODevice::WriteOnly));
        stored.write(bytes);
        stored.close();
        QCOMPARE(file.read().error().code, ErrorCode::Unreadable);
        QVERIFY(file.known().isEmpty());
        const PhotoPlaces places{{{QStringLiteral("/a"), QStringLiteral("/b")}}, {}};
        QVERIFY(file.add(places));
        QVERIFY(*file.read() == places);
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("places.json.damaged-*")}).size(), 1);
    }

    void aNewerFileIsLeftAlone()
    {
        const QByteArray newer = "{\"version\": 2, \"folders\": [], \"photos\": []}";
        put("newer.json", newer);
        PhotoPlacesFile file(at("newer.json"));
        QCOMPARE(file.read().error().code, ErrorCode::Unsupported);
        QCOMPARE(file.add({{{QStringLiteral("/a"), QStringLiteral("/b")}}, {}}).error().code, ErrorCode::Unsupported);
        QFile stored(at("newer.json"));
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QCOMPARE(stored.readAll(), newer);
    }
};

FLOWER_TEST(tst_PhotoPlaces)
#include "tst_PhotoPlaces.moc"
