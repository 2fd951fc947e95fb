// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RunBook.h"

#include "engine/store/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <algorithm>

namespace flower {

namespace {

constexpr int kSchemaVersion = 2; // 2: the split's hash

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Error sqlError(const QSqlError &error)
{
    return {ErrorCode::Unwritable, tr("The run book can't be used: %1").arg(error.text())};
}

/// What stands in the way of using the database: nothing, damage, or a newer version.
enum class Health { Good, Damaged, Newer };

Health healthOf(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA quick_check")) || !query.next()
        || query.value(0).toString() != QLatin1String("ok"))
        return Health::Damaged;
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return Health::Damaged;
    const int version = query.value(0).toInt();
    if (version > kSchemaVersion)
        return Health::Newer;
    const QString columns = QStringLiteral("id, folder, dataset, state") + (version >= 2 ? QStringLiteral(", split") : QString());
    if (version > 0 && !query.exec(QStringLiteral("SELECT %1 FROM runs LIMIT 1").arg(columns)))
        return Health::Damaged;
    return Health::Good;
}

/// Makes the table, or brings one of version 1 up to date: the hashes of its runs are in their folders.
bool makeTable(QSqlQuery &query)
{
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return false;
    const int version = query.value(0).toInt();
    query.finish();
    if (version == kSchemaVersion)
        return true;
    if (version == 0) {
        return query.exec(QStringLiteral("CREATE TABLE runs (id TEXT PRIMARY KEY, folder TEXT NOT NULL, dataset TEXT NOT NULL, "
                                         "classes INTEGER NOT NULL, photos INTEGER NOT NULL, width REAL NOT NULL, started TEXT NOT "
                                         "NULL, state TEXT NOT NULL, epochs INTEGER NOT NULL, val_top1 REAL NOT NULL, test_top1 "
                                         "REAL NOT NULL, seconds REAL NOT NULL, split TEXT NOT NULL DEFAULT '')"));
    }
    if (!query.exec(QStringLiteral("ALTER TABLE runs ADD COLUMN split TEXT NOT NULL DEFAULT ''"))
        || !query.exec(QStringLiteral("SELECT id, folder FROM runs")))
        return false;
    QList<std::pair<QString, QString>> splits;
    while (query.next()) {
        if (const Result<RunDetails> details = RunFolder(query.value(1).toString()).read())
            splits.append({query.value(0).toString(), details->record.splitHash});
    }
    query.prepare(QStringLiteral("UPDATE runs SET split = ? WHERE id = ?"));
    for (const auto &[id, split] : std::as_const(splits)) {
        query.addBindValue(split);
        query.addBindValue(id);
        if (!query.exec())
            return false;
    }
    return true;
}

/// Renames the book and its WAL files; returns the new name.
QString moveAside(const QString &file)
{
    const QString aside = file + QStringLiteral(".damaged-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss-zzz"));
    if (!QFile::rename(file, aside))
        return {};
    for (const char *ending : {"-wal", "-shm"})
        QFile::rename(file + QLatin1String(ending), aside + QLatin1String(ending));
    return aside;
}

} // namespace

int earlierTests(const QList<RunRecord> &runs, const RunRecord &run)
{
    if (run.splitHash.isEmpty())
        return 0;
    return static_cast<int>(std::count_if(runs.begin(), runs.end(), [&run](const RunRecord &other) {
        return other.id != run.id && other.splitHash == run.splitHash && other.testTop1 >= 0 && other.startedAt < run.startedAt;
    }));
}

RunBook::RunBook(QString connection) : m_connection(std::move(connection)) {}

RunBook::~RunBook()
{
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<RunBook>> RunBook::open(const QString &file)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return Error{ErrorCode::Unwritable, tr("The folder of the run book can't be made: %1").arg(file)};
    QString aside;
    for (int attempt = 0; attempt < 2; ++attempt) {
        std::unique_ptr<RunBook> book(new RunBook(QUuid::createUuid().toString(QUuid::WithoutBraces)));
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), book->m_connection);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!database.open())
            return sqlError(database.lastError());
        const Health health = healthOf(database);
        if (health == Health::Newer) {
            return Error{ErrorCode::Unsupported,
                         tr("The run book was written by a newer version of Flower Trainer. Update the program; the book "
                            "was left as it is: %1").arg(file)};
        }
        if (health == Health::Damaged) {
            database.close();
            aside = moveAside(file);
            if (aside.isEmpty())
                return Error{ErrorCode::Unreadable, tr("The run book is damaged and can't be set aside: %1").arg(file)};
            continue;
        }
        QSqlQuery query(database);
        // Another process may open the book at the same time: the table is made by one of them.
        const bool made = query.exec(QStringLiteral("PRAGMA journal_mode = WAL")) && query.exec(QStringLiteral("BEGIN IMMEDIATE"))
            && makeTable(query) && query.exec(QStringLiteral("PRAGMA user_version = %1").arg(kSchemaVersion))
            && query.exec(QStringLiteral("COMMIT"));
        if (!made)
            return sqlError(query.lastError()); // and closing takes the beginning back
        book->m_setAside = aside;
        return book;
    }
    return Error{ErrorCode::Unwritable, tr("The run book can't be made anew: %1").arg(file)};
}

Result<QList<RunRecord>> RunBook::runs() const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id, folder, dataset, classes, photos, width, started, state, epochs, val_top1, "
                                   "test_top1, seconds, split FROM runs ORDER BY started DESC, rowid DESC")))
        return sqlError(query.lastError());
    QList<RunRecord> records;
    while (query.next()) {
        RunRecord record;
        record.id = query.value(0).toString();
        record.folder = query.value(1).toString();
        record.datasetName = query.value(2).toString();
        record.classes = query.value(3).toInt();
        record.photos = query.value(4).toInt();
        record.width = query.value(5).toDouble();
        record.startedAt = QDateTime::fromString(query.value(6).toString(), Qt::ISODate);
        record.state = runStateFromKey(query.value(7).toString());
        record.epochsDone = query.value(8).toInt();
        record.bestValTop1 = query.value(9).toDouble();
        record.testTop1 = query.value(10).toDouble();
        record.seconds = query.value(11).toDouble();
        record.splitHash = query.value(12).toString();
        records.append(record);
    }
    return records;
}

Result<void> RunBook::save(const RunRecord &run)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("INSERT INTO runs (id, folder, dataset, classes, photos, width, started, state, epochs, "
                                 "val_top1, test_top1, seconds, split) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                 "ON CONFLICT(id) DO UPDATE SET folder = excluded.folder, state = excluded.state, "
                                 "classes = excluded.classes, photos = excluded.photos, epochs = excluded.epochs, "
                                 "val_top1 = excluded.val_top1, test_top1 = excluded.test_top1, seconds = excluded.seconds, "
                                 "split = excluded.split"));
    // A null string would be stored as NULL, which no column takes.
    const auto text = [](const QString &string) { return QVariant(string.isNull() ? QStringLiteral("") : string); };
    for (const QVariant &value :
         {text(run.id), text(run.folder), text(run.datasetName), QVariant(run.classes), QVariant(run.photos),
          QVariant(run.width), QVariant(run.startedAt.toUTC().toString(Qt::ISODate)), QVariant(runStateKey(run.state)),
          QVariant(run.epochsDone), QVariant(run.bestValTop1), QVariant(run.testTop1), QVariant(run.seconds),
          text(run.splitHash)})
        query.addBindValue(value);
    if (!query.exec())
        return sqlError(query.lastError());
    return {};
}

Result<void> RunBook::forget(const QString &id)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("DELETE FROM runs WHERE id = ?"));
    query.addBindValue(id);
    if (!query.exec())
        return sqlError(query.lastError());
    return {};
}

Result<int> RunBook::rebuild(const QString &runsFolder)
{
    const Result<QList<RunRecord>> known = runs();
    if (!known)
        return known.error();
    QSet<QString> folders;
    QHash<QString, QString> folderOfId;
    for (const RunRecord &record : *known) {
        folders.insert(QDir::cleanPath(record.folder));
        folderOfId.insert(record.id, record.folder);
    }
    int added = 0;
    for (const RunDetails &run : readRunFolders(runsFolder)) {
        if (folders.contains(QDir::cleanPath(run.record.folder)))
            continue;
        // A copy, or a stranger's folder, must not take the place of a run that is still there.
        if (const QString other = folderOfId.value(run.record.id); !other.isEmpty() && QFileInfo::exists(other))
            continue;
        if (const Result<void> saved = save(run.record); !saved)
            return saved.error();
        folderOfId.insert(run.record.id, run.record.folder);
        ++added;
    }
    return added;
}

} // namespace flower
