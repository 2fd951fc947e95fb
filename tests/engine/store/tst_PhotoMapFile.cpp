// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/PhotoMapFile.h"

#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PhotoMapFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] MapRequest request() const
    {
        return {m_folder.filePath(QStringLiteral("model.safetensors")), Subset::Validation,
                {{QStringLiteral("/a.jpg"), 0, Subset::Validation}, {QStringLiteral("/Blüte.jpg"), 1, Subset::Validation},
                 {QStringLiteral("/c.jpg"), 1, Subset::Validation}},
                MapMethod::Tsne, 3};
    }
    static PhotoMap someMap()
    {
        PhotoMap map;
        map.photos = {0, 2};
        map.places = {{1.5, -2.25}, {0.125, 1e-3}};
        map.leftOut = 1;
        map.step = map.steps = 750;
        return map;
    }

private Q_SLOTS:
    void init() { write(QStringLiteral("model.safetensors"), "weights"); }

    void readsWhatItWrote()
    {
        PhotoMapFile file(request());
        QCOMPARE(file.path(), m_folder.filePath(QStringLiteral("map-val-tsne.json")));
        QFile::remove(file.path());
        QCOMPARE(file.read().error().code, ErrorCode::NotFound);
        QVERIFY(file.write(someMap()));
        QVERIFY(file.read());
        QCOMPARE(*file.read(), someMap());
    }

    void aMapMovesWithItsPhotos()
    {
        MapRequest here = request();
        for (Sample &photo : here.photos)
            photo.path.prepend(QStringLiteral("/photos/a"));
        here.photos.last().path.replace(QStringLiteral("/a/"), QStringLiteral("/b/"));
        QVERIFY(PhotoMapFile(here).write(someMap()));
        MapRequest there = here;
        for (Sample &photo : there.photos)
            photo.path.replace(QStringLiteral("/photos"), QStringLiteral("/archive/meadow"));
        QVERIFY(PhotoMapFile(there).read());
        there.photos.last().path.replace(QStringLiteral("/b/"), QStringLiteral("/c/"));
        QCOMPARE(PhotoMapFile(there).read().error().code, ErrorCode::NotFound);
    }

    void anotherModelOtherPhotosOrAnotherSeedNeedAnother()
    {
        QVERIFY(PhotoMapFile(request()).write(someMap()));
        MapRequest other = request();
        other.photos.removeLast();
        QCOMPARE(PhotoMapFile(other).read().error().code, ErrorCode::NotFound);
        other = request();
        other.seed = 4;
        QCOMPARE(PhotoMapFile(other).read().error().code, ErrorCode::NotFound);
        other = request();
        other.method = MapMethod::Pca;
        QCOMPARE(PhotoMapFile(other).read().error().code, ErrorCode::NotFound);
        QVERIFY(PhotoMapFile(request()).read());
        write(QStringLiteral("model.safetensors"), "weightz"); // as long as before
        QCOMPARE(PhotoMapFile(request()).read().error().code, ErrorCode::NotFound);
    }

    void photosThatMovedTogetherKeepTheirMap()
    {
        MapRequest before = request();
        for (Sample &photo : before.photos)
            photo.path.prepend(QStringLiteral("/photos/meadow"));
        QVERIFY(PhotoMapFile(before).write(someMap()));
        MapRequest after = before;
        for (Sample &photo : after.photos)
            photo.path.replace(QStringLiteral("/photos/meadow"), QStringLiteral("/home/bert/Wiese/photos"));
        QCOMPARE(*PhotoMapFile(after).read(), someMap());
        after.photos.last().path = QStringLiteral("/home/bert/Wiese/photos/d.jpg");
        QCOMPARE(PhotoMapFile(after).read().error().code, ErrorCode::NotFound);
    }

    void aModelThatComesMeanwhileNeedsAnother()
    {
        QVERIFY(PhotoMapFile(request()).write(someMap()));
        write(QStringLiteral("model.safetensors"), "weights of the second training");
        PhotoMapFile second(request());
        QCOMPARE(second.read().error().code, ErrorCode::NotFound); // the map is reckoned, and meanwhile:
        write(QStringLiteral("model.safetensors"), "weights of the third training");
        QVERIFY(second.write(someMap()));
        QCOMPARE(PhotoMapFile(request()).read().error().code, ErrorCode::NotFound);
    }

    void refusesWhatIsNoMap_data()
    {
        QTest::addColumn<QByteArray>("before"); // what of a good file is replaced
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("cut off") << QByteArray("\"places\"") << QByteArray("\"pl") << ErrorCode::Unreadable;
        QTest::newRow("no version") << QByteArray("\"version\"") << QByteArray("\"verse\"") << ErrorCode::Unreadable;
        QTest::newRow("newer") << QByteArray("\"version\":1") << QByteArray("\"version\":2") << ErrorCode::Unsupported;
        QTest::newRow("no places") << QByteArray("\"places\"") << QByteArray("\"spaces\"") << ErrorCode::Unreadable;
        QTest::newRow("a photo that isn't there") << QByteArray("[2,") << QByteArray("[3,") << ErrorCode::Unreadable;
        QTest::newRow("a photo twice") << QByteArray("[2,") << QByteArray("[0,") << ErrorCode::Unreadable;
        QTest::newRow("no number") << QByteArray("[2,0.125") << QByteArray("[2,null") << ErrorCode::Unreadable;
    }
    void refusesWhatIsNoMap()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(ErrorCode, code);
        PhotoMapFile file(request());
        QVERIFY(file.write(someMap()));
        QByteArray bytes = contents(QStringLiteral("map-val-tsne.json"));
        QVERIFY2(bytes.contains(before), bytes.constData());
        write(QStringLiteral("map-val-tsne.json"), bytes.replace(before, after));
        QVERIFY(!file.read());
        QCOMPARE(file.read().error().code, code);
        QVERIFY(file.read().error().message.contains(QStringLiteral("map-val-tsne.json")));
    }

    void aPlaceThatCannotBeWrittenToIsASentence()
    {
        MapRequest elsewhere = request();
        elsewhere.modelPath = m_folder.filePath(QStringLiteral("no/such/folder/model.safetensors"));
        QCOMPARE(PhotoMapFile(elsewhere).write(someMap()).error().code, ErrorCode::Unwritable);
    }
};

FLOWER_TEST(tst_PhotoMapFile)
#include "tst_PhotoMapFile.moc"
