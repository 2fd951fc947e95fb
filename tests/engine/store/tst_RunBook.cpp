// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RunBook.h"

#include "engine/store/RunFolder.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

namespace {

RunRecord record(const QString &id, int minute)
{
    RunRecord run;
    run.id = id;
    run.folder = QStringLiteral("/somewhere/") + id;
    run.datasetName = QStringLiteral("Wiesenblumen ü");
    run.classes = 17;
    run.photos = 1360;
    run.width = 0.35;
    run.startedAt = QDateTime(QDate(2026, 5, 1), QTime(12, minute), Qt::UTC);
    run.state = RunState::Completed;
    run.epochsDone = 50;
    run.bestValTop1 = 0.97;
    run.testTop1 = 0.95;
    run.seconds = 321.5;
    run.splitHash = QStringLiteral("abc");
    return run;
}

} // namespace

class tst_RunBook : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void keepsRunsNewestFirst()
    {
        const QString file = m_folder.filePath(QStringLiteral("one/runs.sqlite"));
        {
            const auto book = RunBook::open(file);
            QVERIFY(book);
            QVERIFY((*book)->save(record(QStringLiteral("a"), 1)));
            QVERIFY((*book)->save(record(QStringLiteral("b"), 2)));
        }
        const auto book = RunBook::open(file);
        QVERIFY(book);
        QVERIFY((*book)->setAside().isEmpty());
        QCOMPARE(*(*book)->runs(), (QList<RunRecord>{record(QStringLiteral("b"), 2), record(QStringLiteral("a"), 1)}));

        RunRecord changed = record(QStringLiteral("a"), 1);
        changed.state = RunState::Stopped;
        changed.testTop1 = -1;
        QVERIFY((*book)->save(changed));
        QCOMPARE((*book)->runs()->last(), changed);
        QVERIFY((*book)->forget(QStringLiteral("b")));
        QCOMPARE((*book)->runs()->size(), 1);
    }

    void aRunOfWhichLittleIsKnownIsKeptToo()
    {
        const auto book = RunBook::open(m_folder.filePath(QStringLiteral("little.sqlite")));
        QVERIFY(book.isOk());
        RunRecord run = record(QStringLiteral("little"), 1);
        run.splitHash = QString(); // a null string: not known
        run.datasetName = QString();
        QVERIFY((*book)->save(run).isOk());
        QCOMPARE((*book)->runs()->size(), 1);
    }

    void aDamagedBookIsSetAside()
    {
        const QString path = m_folder.filePath(QStringLiteral("damaged.sqlite"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto book = RunBook::open(path);
        QVERIFY(book);
        QVERIFY(QFile::exists((*book)->setAside()));
        QVERIFY((*book)->runs()->isEmpty());
        QVERIFY((*book)->save(record(QStringLiteral("a"), 1)));
    }

    void aNewerBookIsLeftAlone()
    {
        const QString path = m_folder.filePath(QStringLiteral("newer.sqlite"));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 99")));
            database.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("newer"));
        const auto book = RunBook::open(path);
        QVERIFY(!book);
        QCOMPARE(book.error().code, ErrorCode::Unsupported);
    }

    void aBookOfVersionOneIsBroughtUpToDate()
    {
        const QString folder = m_folder.filePath(QStringLiteral("old-run"));
        QVERIFY(QDir().mkpath(folder));
        RunDetails details;
        details.record = record(QStringLiteral("kept"), 1);
        details.record.folder = folder;
        QVERIFY(RunFolder(folder).writeRun(details));
        const QString path = m_folder.filePath(QStringLiteral("version1.sqlite"));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("version1"));
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(QStringLiteral(
                "CREATE TABLE runs (id TEXT PRIMARY KEY, folder TEXT NOT NULL, dataset TEXT NOT NULL, classes INTEGER NOT NULL, "
                "photos INTEGER NOT NULL, width REAL NOT NULL, started TEXT NOT NULL, state TEXT NOT NULL, epochs INTEGER NOT "
                "NULL, val_top1 REAL NOT NULL, test_top1 REAL NOT NULL, seconds REAL NOT NULL)")));
            for (const auto &[id, place] : {std::pair{"kept", folder}, std::pair{"gone", QStringLiteral("/nowhere")}}) {
                QVERIFY(query.exec(QStringLiteral("INSERT INTO runs VALUES ('%1', '%2', 'd', 17, 1360, 1.0, "
                                                  "'2026-05-01T12:00:00Z', 'completed', 50, 0.97, 0.95, 300)")
                                       .arg(QLatin1String(id), place)));
            }
            QVERIFY(query.exec(QStringLiteral("PRAGMA user_version = 1")));
            database.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("version1"));
        for (int opening = 0; opening < 2; ++opening) {
            const auto book = RunBook::open(path);
            QVERIFY(book);
            QVERIFY((*book)->setAside().isEmpty());
            const auto runs = (*book)->runs();
            QVERIFY(runs);
            QCOMPARE(runs->size(), 2);
            for (const RunRecord &run : *runs)
                QCOMPARE(run.splitHash, run.id == QLatin1String("kept") ? QStringLiteral("abc") : QString());
        }
    }

    void countsEarlierTestsOfTheSamePhotos()
    {
        const RunRecord mine = record(QStringLiteral("mine"), 30);
        RunRecord untested = record(QStringLiteral("untested"), 1);
        untested.testTop1 = -1;
        RunRecord otherSplit = record(QStringLiteral("other"), 1);
        otherSplit.splitHash = QStringLiteral("xyz");
        const QList<RunRecord> runs{record(QStringLiteral("later"), 31), mine, untested, otherSplit, record(QStringLiteral("first"), 1),
                                    record(QStringLiteral("second"), 2)};
        QCOMPARE(earlierTests(runs, mine), 2);
        QCOMPARE(earlierTests(runs, runs.at(4)), 0);
        RunRecord unknown = mine;
        unknown.splitHash.clear();
        QCOMPARE(earlierTests(runs, unknown), 0);
    }

    void isRebuiltFromTheFolders()
    {
        const QString runs = m_folder.filePath(QStringLiteral("runs"));
        QVERIFY(QDir().mkpath(runs + QStringLiteral("/first")));
        QVERIFY(QDir().mkpath(runs + QStringLiteral("/no-run")));
        RunDetails details;
        details.record = record(QStringLiteral("a"), 1);
        details.record.folder = runs + QStringLiteral("/first");
        QVERIFY(RunFolder(details.record.folder).writeRun(details));
        const auto book = RunBook::open(m_folder.filePath(QStringLiteral("rebuilt.sqlite")));
        QVERIFY(book);
        QCOMPARE(*(*book)->rebuild(runs), 1);
        QCOMPARE((*book)->runs()->first().id, QStringLiteral("a"));
        QCOMPARE(*(*book)->rebuild(runs), 0);

        // Another folder of the same id takes nobody's place, unless that one is gone.
        QVERIFY(QDir().mkpath(runs + QStringLiteral("/second")));
        QVERIFY(RunFolder(runs + QStringLiteral("/second")).writeRun(details));
        QCOMPARE(*(*book)->rebuild(runs), 0);
        QVERIFY((*book)->runs()->first().folder.endsWith(QStringLiteral("/first")));
        QVERIFY(QDir(runs + QStringLiteral("/first")).removeRecursively());
        QCOMPARE(*(*book)->rebuild(runs), 1);
        QCOMPARE((*book)->runs()->size(), 1);
        QVERIFY((*book)->runs()->first().folder.endsWith(QStringLiteral("/second")));
    }
};

FLOWER_TEST(tst_RunBook)
#include "tst_RunBook.moc"
