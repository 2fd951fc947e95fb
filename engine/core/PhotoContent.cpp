// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoContent.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace flower {

namespace {

constexpr qsizetype kPart = 256 << 10; // bytes

} // namespace

PhotoContent storedContent(const QString &bytes, const QString &sha256)
{
    bool isNumber = false;
    const qint64 size = bytes.toLongLong(&isNumber);
    const QByteArray hash = QByteArray::fromHex(sha256.toLatin1());
    return {isNumber && size >= 0 ? size : -1, hash.size() == QCryptographicHash::hashLength(QCryptographicHash::Sha256) ? hash : QByteArray()};
}

PhotoContent readContent(const QString &path, const std::function<bool()> &stops)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) // a pipe never ends
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray part(kPart, Qt::Uninitialized);
    PhotoContent content{0, {}};
    while (true) {
        const qint64 read = file.read(part.data(), part.size());
        if (read < 0 || (stops && stops()))
            return {};
        if (read == 0)
            break;
        hash.addData(QByteArrayView(part.constData(), read));
        content.bytes += read;
    }
    content.sha256 = hash.result();
    return content;
}

} // namespace flower
