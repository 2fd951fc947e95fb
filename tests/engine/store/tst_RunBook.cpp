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
    }
};

FLOWER_TEST(tst_RunBook)
#include "tst_RunBook.moc"
