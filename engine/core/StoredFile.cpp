// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/StoredFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QJsonDocument>
#include <QSaveFile>

namespace flower {

namespace {

constexpr qint64 kLargestJson = 64ll << 20; // bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    return writeFile(path, [&bytes](QIODevice &file) { return file.write(bytes) == bytes.size(); });
}

Result<void> writeFile(const QString &path, const std::function<bool(QIODevice &file)> &write)
{
    QSaveFile file(path);
    // Where a disk gets full, a part is written without an error, and what lies in the buffer fails only when it is put onto the disk.
    if (!file.open(QIODevice::WriteOnly) || !write(file) || !file.flush() || !file.commit())
        return Error{ErrorCode::Unwritable, tr("%1 can't be written: %2").arg(path, file.errorString())};
    return {};
}

void removeHalfWritten(const QString &folder, const QStringList &names)
{
    // QSaveFile ends in six letters by chance; "model.safetensors.backup" and ".sha256" are somebody's own.
    static const QRegularExpression kOurs(QStringLiteral("[.](?=[A-Z]*[a-z])(?=[a-z]*[A-Z])[A-Za-z]{6}\\z"));
    QStringList half;
    for (const QString &name : names)
        half.append(name + QStringLiteral(".??????"));
    QDir place(folder);
    const QStringList found = place.entryList(half, QDir::Files);
    for (const QString &name : found) {
        if (kOurs.match(name).hasMatch())
            place.remove(name);
    }
}

Result<QJsonObject> readJsonFile(const QString &path, const JsonFormat &format)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, tr("%1 is not there.").arg(path)};
    const Error damaged{ErrorCode::Unreadable, format.damaged.arg(path)};
    if (!QFileInfo(path).isFile()) // a pipe or a device never ends
        return damaged;
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, tr("%1 can't be opened: %2").arg(path, file.errorString())};
    if (file.size() > kLargestJson)
        return damaged;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonValue version = root.value(QStringLiteral("version"));
    if (!version.isDouble() || version.toInt() < 1)
        return damaged;
    if (version.toInt() > format.version)
        return Error{ErrorCode::Unsupported, format.tooNew.arg(path)};
    return root;
}

Result<QString> setAside(const QString &path)
{
    const QString aside = path + QStringLiteral(".damaged-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss-zzz"));
    if (!QFile::rename(path, aside))
        return Error{ErrorCode::Unwritable, tr("%1 is damaged and can't be set aside.").arg(path)};
    return aside;
}

QString fileHash(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? QString::fromLatin1(hash.result().toHex()) : QString();
}

} // namespace flower
