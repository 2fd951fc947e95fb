// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/Checksum.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace flower {

namespace {

constexpr qint64 kChunk = 1 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

bool hasChecksum(const RemoteFile &file)
{
    return !file.md5.isEmpty() || !file.sha256.isEmpty();
}

Result<bool> hasRightChecksum(const QString &path, const RemoteFile &file, RunControl &control)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, tr("%1 can't be opened: %2").arg(path, source.errorString())};
    QCryptographicHash md5(QCryptographicHash::Md5);
    QCryptographicHash sha256(QCryptographicHash::Sha256);
    while (!source.atEnd()) {
        if (!control.checkpoint())
            return Error{ErrorCode::Interrupted, tr("The download was stopped.")};
        const QByteArray chunk = source.read(kChunk);
        if (chunk.isEmpty())
            return Error{ErrorCode::Unreadable, tr("%1 can't be read: %2").arg(path, source.errorString())};
        if (!file.md5.isEmpty())
            md5.addData(chunk);
        if (!file.sha256.isEmpty())
            sha256.addData(chunk);
    }
    return (file.md5.isEmpty() || md5.result().toHex() == file.md5.toLower())
        && (file.sha256.isEmpty() || sha256.result().toHex().startsWith(file.sha256.toLower()));
}

} // namespace flower
