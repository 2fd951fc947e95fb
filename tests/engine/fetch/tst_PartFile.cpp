// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/PartFile.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PartFile : public QObject
{
    Q_OBJECT

private:
    const QUrl m_url{QStringLiteral("https://example.org/a?b=c d")};

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void makePart(const QString &target, const FileVersion &version)
    {
        PartFile part(target, m_url);
        QVERIFY(part.startOver(version).isOk());
        QVERIFY(part.append("abc").isOk());
        QVERIFY(part.close().isOk());
    }

private Q_SLOTS:
    void aPartIsGoneOnWithAndGetsItsName()
    {
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("file.bin"));
        makePart(target, {"\"one\"", ""});
        PartFile part(target, m_url);
        QCOMPARE(part.bytes(), 3);
        QCOMPARE(part.version().etag, QByteArray("\"one\""));
        QVERIFY(part.resume().isOk());
        QVERIFY(part.append("def").isOk());
        const Result<QString> path = part.finish();
        QVERIFY(path.isOk());
        QFile file(*path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("abcdef"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("file.bin")});
    }

    void partsThatCannotBeTrustedCountAsNone_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("no JSON") << QByteArray("{'version': 1,");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another version of the note") << QByteArray("{'version': 2, 'url': 'https://example.org/a?b=c%20d', 'etag': 'one'}");
        QTest::newRow("another address") << QByteArray("{'version': 1, 'url': 'https://example.org/b', 'etag': 'one'}");
        QTest::newRow("a weak ETag") << QByteArray("{'version': 1, 'url': 'https://example.org/a?b=c%20d', 'etag': 'W/one'}");
        QTest::newRow("words for numbers") << QByteArray("{'version': '1', 'url': 7, 'etag': []}");
    }

    void partsThatCannotBeTrustedCountAsNone()
    {
        QFETCH(QByteArray, note);
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("file.bin"));
        makePart(target, {"\"one\"", ""});
        QCOMPARE(PartFile(target, m_url).bytes(), 3);
        put(target + QStringLiteral(".part.json"), QByteArray("{'version': 1, 'url': 'https://example.org/a?b=c%20d', 'etag': 'one'}").replace('\'', '"'));
        QCOMPARE(PartFile(target, m_url).bytes(), 3);
        put(target + QStringLiteral(".part.json"), note.replace('\'', '"'));
        QCOMPARE(PartFile(target, m_url).bytes(), 0);
    }

    void aNoteSlipsNoHeaderIntoTheRequest()
    {
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("file.bin"));
        put(target + QStringLiteral(".part"), "abc");
        QJsonObject note{{QStringLiteral("version"), 1},
                         {QStringLiteral("url"), m_url.toString(QUrl::FullyEncoded)},
                         {QStringLiteral("etag"), QStringLiteral("\"a\"\r\nHost: b")}};
        put(target + QStringLiteral(".part.json"), QJsonDocument(note).toJson());
        const PartFile part(target, m_url);
        QCOMPARE(part.bytes(), 0);
        QVERIFY(part.version().ifRange().isEmpty());
        note.insert(QStringLiteral("etag"), QStringLiteral("\"a\""));
        put(target + QStringLiteral(".part.json"), QJsonDocument(note).toJson());
        QCOMPARE(PartFile(target, m_url).bytes(), 3); // what the rest of the note is worth
    }

#ifdef Q_OS_UNIX
    void nothingIsWrittenThroughALink()
    {
        QTemporaryDir folder;
        const QString other = folder.filePath(QStringLiteral("diary.txt"));
        put(other, "dear diary");
        const QString target = folder.filePath(QStringLiteral("file.bin"));
        QVERIFY(QFile::link(other, target + QStringLiteral(".part")));
        QVERIFY(QFile::link(other, target + QStringLiteral(".part.json")));
        makePart(target, {"\"one\"", ""});
        QVERIFY(PartFile(target, m_url).finish().isOk());
        QFile file(other);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("dear diary"));
    }
#endif

    void aDateStandsInForAWeakEtag()
    {
        QCOMPARE((FileVersion{"W/\"one\"", "Mon, 01 Jan 2024 00:00:00 GMT"}.ifRange()), QByteArray("Mon, 01 Jan 2024 00:00:00 GMT"));
        QCOMPARE((FileVersion{"\"one\"", "Mon, 01 Jan 2024 00:00:00 GMT"}.ifRange()), QByteArray("\"one\""));
    }

    void aFileThatAppearedMeanwhileIsNotOverwritten()
    {
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("file.bin"));
        makePart(target, {"\"one\"", ""});
        put(target, "mine");
        PartFile part(target, m_url);
        QCOMPARE(part.finish().error().code, ErrorCode::Unwritable);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }
};

FLOWER_TEST(tst_PartFile)
#include "tst_PartFile.moc"
