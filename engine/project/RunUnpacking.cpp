// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/RunUnpacking.h"

#include "engine/core/StoredFile.h"
#include "engine/project/CardCopy.h"
#include "engine/project/EntryNames.h"
#include "engine/project/PhotoTable.h"
#include "engine/store/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace flower {

namespace {

constexpr qsizetype kLongestId = 64; // characters; ours are UUIDs

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A stranger's run.json names no place but the photos that came with it.
QByteArray localRun(const QByteArray &bytes, const QString &table, QSet<QString> &takenIds)
{
    QJsonObject root = QJsonDocument::fromJson(bytes).object();
    QString id = root.value(QStringLiteral("id")).toString();
    if (id.isEmpty() || id.size() > kLongestId || takenIds.contains(id))
        id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    takenIds.insert(id);
    root.insert(QStringLiteral("id"), id);
    QJsonObject photos = root.value(QStringLiteral("dataset")).toObject();
    photos.insert(QStringLiteral("path"), table.isEmpty() ? QString(entry::kWayToTable) : table);
    root.insert(QStringLiteral("dataset"), photos);
    QJsonObject settings = root.value(QStringLiteral("settings")).toObject();
    if (settings.contains(QStringLiteral("runFolder")))
        settings.insert(QStringLiteral("runFolder"), QString());
    if (const QJsonValue weights = settings.value(QStringLiteral("weightsPath")); !weights.toString().isEmpty())
        settings.insert(QStringLiteral("weightsPath"), entry::safeStep(entry::lastStep(weights.toString())));
    root.insert(QStringLiteral("settings"), settings);
    return QJsonDocument(root).toJson();
}

} // namespace

Result<void> adoptRun(const QString &folder, const QString &table, QSet<QString> &takenIds, QStringList &notes)
{
    const QDir files(folder);
    const QString name = files.dirName();
    const QString run = files.filePath(entry::kRunFile);
    if (Result<void> written = writeFile(run, localRun(contentOf(run), table, takenIds)); !written)
        return written;
    const QString photos = table.isEmpty() ? QString(entry::kWayToPhotos) : QFileInfo(table).path();
    for (const QString &file : files.entryList({QStringLiteral("predictions-*.csv"), QStringLiteral("split.csv")}, QDir::Files)) {
        const QByteArray bytes = contentOf(files.filePath(file));
        const QByteArray checked = withPaths(bytes, file == entry::kSplit ? photos : QString(), [](const QString &path, const QString &) {
            return entry::isSafe(entry::kPhotos + path) ? path : QString();
        });
        if (checked.isEmpty() && !bytes.isEmpty())
            return Error{ErrorCode::Unreadable,
                         tr("The run “%1” was left out: its %2 is damaged, or names photos outside of the project.").arg(name, file)};
        if (Result<void> written = writeFile(files.filePath(file), checked); !written)
            return written;
    }
    const QString card = files.filePath(entry::kCardPage);
    if (QFile::exists(card)) {
        const QByteArray page = copyCardPage(contentOf(card), [](const QString &text) { return text; });
        if (page.isEmpty() || !writeFile(card, page)) {
            QFile::remove(card);
            notes.append(tr("The model card of the run “%1” was left out: it isn't one that this program writes.").arg(name));
        }
    }
    const Result<RunDetails> details = RunFolder(folder).read();
    if (!details)
        return Error{ErrorCode::Unreadable, tr("The run “%1” was left out: its run.json is damaged or a newer version's.").arg(name)};
    return {};
}

} // namespace flower
