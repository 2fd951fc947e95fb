// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/SplitFile.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_SplitFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// Three photos, of which one lies elsewhere; in an order of their own.
    [[nodiscard]] Dataset dataset() const
    {
        Dataset dataset;
        dataset.rootPath = m_folder.filePath(QStringLiteral("project/photos"));
        dataset.classNames = {QStringLiteral("zinnia, \"red\""), QStringLiteral("=a")};
        dataset.samples = {{dataset.rootPath + QStringLiteral("/@zinnia/2,.jpg"), 0, Subset::Test},
                           {QStringLiteral("/elsewhere/1\n.jpg"), 1, Subset::Train},
                           {dataset.rootPath + QStringLiteral("/a/3.jpg"), 1, Subset::Validation}};
        return dataset;
    }
    [[nodiscard]] QByteArray content(const QString &run) const
    {
        QFile file(run + QStringLiteral("/split.csv"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString makeRun(const QString &name) const
    {
        QDir().mkpath(m_folder.filePath(name));
        return m_folder.filePath(name);
    }

private Q_SLOTS:
    void init() { QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("project/photos")))); }

    void readsWhatItWrote()
    {
        const QString run = makeRun(QStringLiteral("project/runs/1"));
        const Dataset photos = dataset();
        const QList<PhotoContent> contents{{17, QByteArray(32, 'x')}, {}, {0, {}}};
        QVERIFY(!hasSplit(run));
        QVERIFY(writeSplit(run, photos, contents));
        QVERIFY(hasSplit(run));
        const Result<RunSplit> read = readSplit(run, photos.classNames);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->samples, photos.samples);
        QCOMPARE(read->contents, contents);
        QVERIFY(content(run).contains("'@zinnia/2,.jpg\",\"zinnia, \"\"red\"\"\",test,../../photos,17,"));
        QVERIFY(!content(run).contains(m_folder.path().toUtf8()));
    }

    void aProjectThatWasMovedFindsItsPhotos()
    {
        const QString run = makeRun(QStringLiteral("project/runs/1"));
        const Dataset photos = dataset();
        QVERIFY(writeSplit(run, photos));
        QVERIFY(QDir().rename(m_folder.filePath(QStringLiteral("project")), m_folder.filePath(QStringLiteral("moved"))));
        const Result<RunSplit> read = readSplit(m_folder.filePath(QStringLiteral("moved/runs/1")), photos.classNames);
        QVERIFY(read);
        QCOMPARE(read->samples.first().path, m_folder.filePath(QStringLiteral("moved/photos/@zinnia/2,.jpg")));
        QCOMPARE(read->samples.at(1).path, photos.samples.at(1).path);
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("moved"))).removeRecursively());
    }

    void drawnPhotosStayWhereTheyAre()
    {
        const QString run = makeRun(QStringLiteral("project/runs/drawn"));
        Dataset photos = dataset();
        photos.kind = DatasetKind::Samples;
        QVERIFY(writeSplit(run, photos));
        const Result<RunSplit> read = readSplit(run, photos.classNames);
        QVERIFY(read);
        QCOMPARE(read->samples, photos.samples);
        QVERIFY(content(run).contains(",test,,,\n"));
    }

    void earlierVersionsWroteAbsolutePaths()
    {
        const QString run = makeRun(QStringLiteral("old"));
        QFile file(run + QStringLiteral("/split.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("path,label,split\n/photos/a/1.jpg,a,train\n//computer/share/2.jpg,a,val\n");
        file.close();
        const Result<RunSplit> read = readSplit(run, {QStringLiteral("a")});
        QVERIFY(read);
        QCOMPARE(read->samples.first(), (Sample{QStringLiteral("/photos/a/1.jpg"), 0, Subset::Train}));
        QCOMPARE(read->contents, QList<PhotoContent>(2));
        QCOMPARE(read->samples.at(1).path, run + QStringLiteral("/computer/share/2.jpg")); // not called
    }

    void whatIsDamagedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no photo") << QByteArray(",a,train");
        QTest::newRow("unknown class") << QByteArray("1.jpg,b,train");
        QTest::newRow("no subset") << QByteArray("1.jpg,a,");
        QTest::newRow("unknown subset") << QByteArray("1.jpg,a,soil");
    }
    void whatIsDamagedIsRefused()
    {
        QFETCH(QByteArray, line);
        const QString run = makeRun(QStringLiteral("damaged"));
        QFile file(run + QStringLiteral("/split.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("path,label,split,relative_to,bytes,sha256\n" + line + ",,1,00\n");
        file.close();
        QCOMPARE(readSplit(run, {QStringLiteral("a")}).error().code, ErrorCode::Unreadable);
    }

    void contentsThatCannotBeAreUnknown()
    {
        const QString run = makeRun(QStringLiteral("numbers"));
        QFile file(run + QStringLiteral("/split.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("path,label,split,relative_to,bytes,sha256\n1.jpg,a,train,,-5,00ff\n2.jpg,a,train,,many,zz\n");
        file.close();
        const Result<RunSplit> read = readSplit(run, {QStringLiteral("a")});
        QVERIFY(read);
        QCOMPARE(read->contents, QList<PhotoContent>(2));
        QCOMPARE(readSplit(makeRun(QStringLiteral("empty")), {}).error().code, ErrorCode::Unsupported);
    }
};

FLOWER_TEST(tst_SplitFile)
#include "tst_SplitFile.moc"
