// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/StoredFile.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>

#include <sys/resource.h>
#endif

using namespace flower;

class tst_StoredFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] Result<QJsonObject> read(const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(QStringLiteral("file.json"));
        if (!writeFile(path, bytes))
            qFatal("the test's file isn't written");
        return readJsonFile(path, {2, QStringLiteral("%1 is damaged"), QStringLiteral("%1 is too new")});
    }

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const Result<QJsonObject> root = read("{\"version\":2,\"name\":\"rose\"}");
        QVERIFY(root);
        QCOMPARE(root->value(QStringLiteral("name")).toString(), QStringLiteral("rose"));
        QVERIFY(read("{\"version\":1}"));
        QVERIFY(!read("{\"version\":1}")->contains(QStringLiteral("name"))); // written anew, not over the old one
    }

    void damageIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"version\":1,\"na");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("no version") << QByteArray("{\"name\":\"rose\"}");
        QTest::newRow("version in words") << QByteArray("{\"version\":\"one\"}");
        QTest::newRow("version 0") << QByteArray("{\"version\":0}");
    }
    void damageIsSaid()
    {
        QFETCH(const QByteArray, bytes);
        const Result<QJsonObject> root = read(bytes);
        QVERIFY(!root);
        QCOMPARE(root.error().code, ErrorCode::Unreadable);
        QVERIFY(root.error().message.endsWith(QStringLiteral("file.json is damaged")));
    }

#ifdef Q_OS_LINUX
    /// As a full disk: a part of what is written finds room.
    void whatFindsNoRoomLeavesTheOldFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("full"));
        const QByteArray old(1000, 'o');
        QVERIFY(writeFile(path, old));
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = before;
        small.rlim_cur = 64 << 10;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const QByteArray large(100'000, 'n');
        const Result<void> whole = writeFile(path, large);
        const Result<void> inPieces = writeFile(path, [&large](QIODevice &file) {
            for (qsizetype at = 0; at < large.size(); at += 1000)
                file.write(large.constData() + at, 1000); // what the buffer takes goes in
            return true;
        });
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        for (const Result<void> &written : {whole, inPieces}) {
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Unwritable);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), old);
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("full*")}, QDir::Files).size(), 1);
    }
#endif

    void otherErrorsAreTheirOwn()
    {
        QCOMPARE(read("{\"version\":3}").error().code, ErrorCode::Unsupported);
        QCOMPARE(readJsonFile(m_folder.filePath(QStringLiteral("absent")), {}).error().code, ErrorCode::NotFound);
        QCOMPARE(writeFile(m_folder.filePath(QStringLiteral("no/folder")), "x").error().code, ErrorCode::Unwritable);
    }

    void theHashIsOfTheBytes()
    {
        const auto hashOf = [this](const QString &name, const QByteArray &bytes) {
            const QString path = m_folder.filePath(name);
            return writeFile(path, bytes) ? fileHash(path) : QString();
        };
        QCOMPARE(hashOf(QStringLiteral("a"), "abc"), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(hashOf(QStringLiteral("b"), "abc"), hashOf(QStringLiteral("a"), "abc"));
        QVERIFY(hashOf(QStringLiteral("b"), "abd") != hashOf(QStringLiteral("a"), "abc"));
        QVERIFY(fileHash(m_folder.filePath(QStringLiteral("absent"))).isEmpty());
    }

    void onlyWhatIsSurelyHalfWrittenIsTakenAway()
    {
        const QDir folder(m_folder.filePath(QStringLiteral("half")));
        QDir().mkpath(folder.path());
        const QStringList kept{QStringLiteral("run.json"), QStringLiteral("run.json.backup"), QStringLiteral("run.json.sha256"),
                               QStringLiteral("run.json.2026ab"), QStringLiteral("other.csv.aBcDeF")};
        for (const QString &name : kept + QStringList{QStringLiteral("run.json.aBcDeF"), QStringLiteral("run.json.QwerTy")})
            QVERIFY(writeFile(folder.filePath(name), "x"));
        removeHalfWritten(folder.path(), {QStringLiteral("*.json")});
        QStringList left = folder.entryList(QDir::Files);
        left.sort();
        QStringList expected = kept;
        expected.sort();
        QCOMPARE(left, expected);
    }
};

FLOWER_TEST(tst_StoredFile)
#include "tst_StoredFile.moc"
