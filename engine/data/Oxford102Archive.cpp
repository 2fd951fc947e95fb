// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Oxford102Archive.h"

#include "engine/data/TarUnpacker.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace flower {

namespace {

constexpr qint64 kEdge = 64 << 10;
constexpr qint64 kLargestMat = 16 << 20; ///< the official ones have 502 and 14,989 bytes
constexpr int kKeyDigits = 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QStringList matNames()
{
    return {QStringLiteral("imagelabels.mat"), QStringLiteral("setid.mat")};
}

bool hasBothMats(const QDir &folder)
{
    const QStringList names = matNames();
    return std::all_of(names.begin(), names.end(), [&](const QString &name) { return folder.exists(name); });
}

/// Removes what a program that was ended by force left behind; a day old, so that no other program is at it.
void removeLeftovers(const QDir &cache)
{
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
    for (const QFileInfo &info : cache.entryInfoList({QStringLiteral("oxford102-part-*")}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (info.lastModified() < yesterday)
            QDir(info.absoluteFilePath()).removeRecursively();
    }
}

} // namespace

std::optional<Result<Oxford102Archive>> Oxford102Archive::find(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName().toLower();
    const bool isArchive = info.isFile() && (name.endsWith(QLatin1String(".tgz")) || name.endsWith(QLatin1String(".tar.gz")));
    const QDir folder = isArchive ? info.absoluteDir() : QDir(info.absoluteFilePath());
    const QString file = isArchive ? info.absoluteFilePath() : folder.absoluteFilePath(QStringLiteral("102flowers.tgz"));
    if (!isArchive) {
        if (!info.isDir() || !QFileInfo(file).isFile() || folder.exists(QStringLiteral("jpg")))
            return std::nullopt;
        // With other folders inside it is more likely somebody's own photos.
        if (!hasBothMats(folder) && !folder.isEmpty(QDir::Dirs | QDir::NoDotAndDotDot))
            return std::nullopt;
    }
    if (!hasBothMats(folder)) {
        return Result<Oxford102Archive>(ErrorCode::NotFound,
                                        tr("imagelabels.mat and setid.mat of Oxford 102 are missing. Put them beside %1.").arg(file));
    }
    return std::optional<Result<Oxford102Archive>>(std::in_place, Oxford102Archive(file));
}

Result<QString> Oxford102Archive::unpack(const QString &cacheFolder, RunControl &control, const ProgressSink &progress,
                                         const ArchiveLimits &limits) const
{
    const QDir cache(cacheFolder);
    const QString target = cache.absoluteFilePath(QStringLiteral("oxford102-") + key());
    if (QDir(target).exists())
        return target;
    const Error unwritable{ErrorCode::Unwritable, tr("Oxford 102 can't be unpacked into %1. Make room there.").arg(cacheFolder)};
    if (!cache.mkpath(QStringLiteral(".")))
        return unwritable;
    removeLeftovers(cache);
    QTemporaryDir temporary(cache.filePath(QStringLiteral("oxford102-part-XXXXXX")));
    if (!temporary.isValid())
        return unwritable;
    // One level below, so that the rename leaves the temporary folder to its owner.
    const QDir root(temporary.filePath(QStringLiteral("oxford102")));
    if (!root.mkpath(QStringLiteral(".")))
        return unwritable;
    if (const Result<void> unpacked = TarUnpacker(m_file, limits).unpackInto(root.path(), control, progress); !unpacked)
        return unpacked.error();
    if (!root.exists(QStringLiteral("jpg")))
        return Error{ErrorCode::Unreadable, tr("%1 isn't the archive of Oxford 102: it has no folder “jpg”.").arg(m_file)};
    for (const QString &name : matNames()) {
        const QString source = QFileInfo(m_file).absoluteDir().filePath(name);
        QFile::remove(root.filePath(name));
        if (QFileInfo(source).size() > kLargestMat)
            return Error{ErrorCode::Unreadable, tr("%1 is too large to be of Oxford 102.").arg(source)};
        if (!QFile::copy(source, root.filePath(name)))
            return unwritable;
    }
    if (!QDir().rename(root.path(), target) && !QDir(target).exists())
        return unwritable;
    return target;
}

QString Oxford102Archive::key() const
{
    // A gzip file ends with its checksum and length, so both edges and the size tell archives apart, wherever they lie.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QFile file(m_file);
    hash.addData(QByteArray::number(QFileInfo(m_file).size()));
    if (file.open(QIODevice::ReadOnly)) {
        hash.addData(file.read(kEdge));
        file.seek(std::max<qint64>(0, file.size() - kEdge));
        hash.addData(file.read(kEdge));
    }
    for (const QString &name : matNames()) {
        QFile mat(QFileInfo(m_file).absoluteDir().filePath(name));
        if (mat.open(QIODevice::ReadOnly))
            hash.addData(mat.read(kLargestMat));
    }
    return QString::fromLatin1(hash.result().toHex().left(kKeyDigits));
}

} // namespace flower
