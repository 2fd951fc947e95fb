// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/FlowerDatasetReader.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace flower;

class tst_FlowerDatasetReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_cache;

    static QString shared(const char *path) { return QStringLiteral(FLOWER_SHARED "/") + QString::fromLatin1(path); }

    static void put(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /// `count` files that begin as a JPEG does, one of them with an upper-case ending.
    static void putPhotos(const QString &folder, int count)
    {
        for (int number = 0; number < count; ++number)
            put(QStringLiteral("%1/photo %2.%3").arg(folder).arg(number).arg(number == 0 ? QStringLiteral("JPG") : QStringLiteral("jpg")),
                "\xFF\xD8 drawn");
    }

    Result<Dataset> read(const QString &path, quint64 seed = 1)
    {
        RunControl control;
        return FlowerDatasetReader(m_cache.path()).read({path.isEmpty(), path, seed}, control, [](qint64, qint64) {});
    }

private Q_SLOTS:
    void classFoldersAreSplitTheSameForTheSameSeed()
    {
        QTemporaryDir folder;
        putPhotos(folder.filePath(QStringLiteral("Gänseblümchen")), 20);
        putPhotos(folder.filePath(QStringLiteral("rose")), 40);
        const Result<Dataset> first = read(folder.path());
        QVERIFY(first.isOk());
        QCOMPARE(first->samples.size(), 60);
        QCOMPARE(first->countsPerClass(Subset::Validation), QList<int>({3, 6}));
        QCOMPARE(first->countsPerClass(Subset::Test), QList<int>({3, 6}));
        QVERIFY(*read(folder.path()) == *first);
        QVERIFY(read(folder.path(), 2)->splitHash() != first->splitHash());
    }

    void photosThatCannotBeReadAreNamed()
    {
        QTemporaryDir folder;
        putPhotos(folder.filePath(QStringLiteral("a")), 5);
        putPhotos(folder.filePath(QStringLiteral("b")), 5);
        put(folder.filePath(QStringLiteral("b/text.jpg")), "hello");
        put(folder.filePath(QStringLiteral("b/empty.png")), "");
        const Result<Dataset> dataset = read(folder.path());
        QVERIFY(dataset.isOk());
        QCOMPARE(dataset->samples.size(), 10);
        QCOMPARE(dataset->problems.size(), 2);
        QVERIFY(dataset->problems.first().path.endsWith(QStringLiteral("empty.png")));
    }

    void oddClassesGetASentence()
    {
        QTemporaryDir folder;
        putPhotos(folder.filePath(QStringLiteral("one")), 1);
        QVERIFY(!read(folder.path()).isOk());
        putPhotos(folder.filePath(QStringLiteral("two")), 9);
        QDir(folder.path()).mkpath(QStringLiteral("none"));
        const Result<Dataset> dataset = read(folder.path());
        QVERIFY(dataset.isOk());
        QCOMPARE(dataset->notes.size(), 2);
        QVERIFY(!read(folder.filePath(QStringLiteral("missing"))).isOk());
    }

    void trainAndValidFoldersAreRespected()
    {
        QTemporaryDir folder;
        putPhotos(folder.filePath(QStringLiteral("train/a")), 4);
        putPhotos(folder.filePath(QStringLiteral("train/b")), 4);
        putPhotos(folder.filePath(QStringLiteral("valid/a")), 2);
        const Result<Dataset> dataset = read(folder.path());
        QVERIFY(dataset.isOk());
        QVERIFY(dataset->splitWasGiven);
        QCOMPARE(dataset->count(Subset::Train), 8);
        QCOMPARE(dataset->count(Subset::Validation), 2);
    }

    void csvLinesThatCannotBeUsedAreNamed()
    {
        QTemporaryDir folder;
        putPhotos(folder.filePath(QStringLiteral("p")), 4);
        put(folder.filePath(QStringLiteral("set.csv")), "\xEF\xBB\xBFpath,label,split\r\n\"p/photo 0.JPG\",a,train\r\np/photo 1.jpg,b,val\r\n"
                                                        "p/photo 2.jpg,b,sometimes\r\n,b,train\r\np/gone.jpg,a,train\r\n");
        const Result<Dataset> dataset = read(folder.filePath(QStringLiteral("set.csv")));
        QVERIFY(dataset.isOk());
        QCOMPARE(dataset->samples.size(), 2);
        QCOMPARE(dataset->problems.size(), 3);
        put(folder.filePath(QStringLiteral("bad.csv")), "a,b\n1,2\n");
        QVERIFY(!read(folder.filePath(QStringLiteral("bad.csv"))).isOk());
    }

    void aCsvLeadsToNoOtherComputerAndNoDevice()
    {
        QTemporaryDir folder;
        putPhotos(folder.filePath(QStringLiteral("a")), 3);
        putPhotos(folder.filePath(QStringLiteral("b")), 3);
        QByteArray csv = "path,label\n//computer/share/a.jpg,daisy\n\\\\computer\\share\\a.jpg,daisy\n";
        for (const char *kind : {"a", "b"}) {
            for (int number = 1; number < 3; ++number)
                csv += QByteArray(kind) + "/photo " + QByteArray::number(number) + ".jpg," + kind + '\n';
        }
        const QString pipe = folder.filePath(QStringLiteral("pipe.jpg"));
#ifdef Q_OS_UNIX
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0); // reading it would wait for ever
        csv += "pipe.jpg,a\n/dev/zero,b\n";
#endif
        put(folder.filePath(QStringLiteral("photos.csv")), csv);
        const Result<Dataset> dataset = read(folder.filePath(QStringLiteral("photos.csv")));
        QVERIFY2(dataset, dataset ? "" : qPrintable(dataset.error().message));
        QCOMPARE(dataset->samples.size(), 4);
        QVERIFY(!dataset->classNames.contains(QStringLiteral("daisy")));
        QVERIFY(dataset->problems.first().reason.contains(QStringLiteral("another computer")));
#ifdef Q_OS_UNIX
        QCOMPARE(dataset->problems.size(), 4);
#else
        QCOMPARE(dataset->problems.size(), 2);
#endif
    }

    void aRunsSplitIsAListOfPhotos()
    {
        QTemporaryDir folder;
        for (const char *kind : {"=a", "b"}) {
            for (int number = 0; number < 2; ++number)
                put(folder.filePath(QStringLiteral("photos/%1/%2.jpg").arg(QLatin1String(kind)).arg(number)), "\xFF\xD8photo");
        }
        put(folder.filePath(QStringLiteral("runs/1/split.csv")),
            "path,label,split,relative_to,bytes,sha256\n'=a/0.jpg,'=a,train,../../photos,7,\n'=a/1.jpg,'=a,val,../../photos,,\n"
            "b/1.jpg,b,train,../../photos,,\n" + folder.filePath(QStringLiteral("photos/b/0.jpg")).toUtf8() + ",b,test,,,\n"
            "c.jpg,b,test,//computer/share,,\n");
        const Result<Dataset> dataset = read(folder.filePath(QStringLiteral("runs/1/split.csv")));
        QVERIFY2(dataset, dataset ? "" : qPrintable(dataset.error().message));
        QCOMPARE(dataset->classNames, (QStringList{QStringLiteral("=a"), QStringLiteral("b")}));
        QCOMPARE(dataset->samples.size(), 4);
        QCOMPARE(dataset->samples.first(), (Sample{folder.filePath(QStringLiteral("photos/=a/0.jpg")), 0, Subset::Train}));
        QCOMPARE(dataset->problems.size(), 1);
        QVERIFY(dataset->problems.first().path.contains(QStringLiteral("line 6")));
    }

    void aCsvOfAMillionLinesIsRefused()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("photos.csv"));
        put(path, "path,label\n" + QByteArray(1'000'001, '\n'));
        QCOMPARE(read(path).error().code, ErrorCode::Unsupported);
    }

    void oxford17HasItsOwnSplit()
    {
        if (!QFile::exists(shared("data/oxford17/split.csv")))
            QSKIP("The Oxford 17 photos are not here.");
        const Result<Dataset> dataset = read(shared("data/oxford17/split.csv"));
        QVERIFY(dataset.isOk());
        QCOMPARE(dataset->classCount(), 17);
        QCOMPARE(dataset->count(Subset::Train), 680);
        QCOMPARE(dataset->count(Subset::Validation), 340);
        QCOMPARE(dataset->count(Subset::Test), 340);
    }

    void oxford102HasItsOfficialSplit()
    {
        if (!QFile::exists(shared("data/oxford102/setid.mat")))
            QSKIP("The Oxford 102 photos are not here.");
        const Result<Dataset> dataset = read(shared("data/oxford102"));
        QVERIFY(dataset.isOk());
        QCOMPARE(dataset->classCount(), 102);
        QCOMPARE(dataset->count(Subset::Train), 1020);
        QCOMPARE(dataset->count(Subset::Validation), 1020);
        QCOMPARE(dataset->count(Subset::Test), 6149);
    }

    void samplesAreDrawnOnce()
    {
        const Result<Dataset> dataset = read(QString());
        QVERIFY(dataset.isOk());
        QVERIFY(dataset->classCount() >= 6);
        for (const int count : dataset->countsPerClass())
            QVERIFY(count >= 40);
        QVERIFY(*read(QString()) == *dataset);
    }
};

FLOWER_TEST(tst_FlowerDatasetReader)
#include "tst_FlowerDatasetReader.moc"
