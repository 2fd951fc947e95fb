// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/KeptLikeness.h"

#include "engine/core/StoredFile.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace flower {

namespace {

constexpr quint32 kMagic = 0x46544B4C; // "FTKL"
constexpr quint32 kVersion = 1;        // of the file and of how photos are compared
constexpr quint32 kEnd = 0x454E4421;
constexpr int kKeyBytes = 32;
constexpr qint64 kLargestFile = 64 << 20;

} // namespace

QList<std::pair<QByteArray, LikenessFindings>> KeptLikeness::read() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return {};
    const QByteArray bytes = file.readAll();
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 version = 0;
    quint32 sets = 0;
    in >> magic >> version >> sets;
    if (magic != kMagic || version != kVersion || sets > quint32{kMostSets})
        return {};
    QList<std::pair<QByteArray, LikenessFindings>> all;
    for (quint32 set = 0; set < sets && in.status() == QDataStream::Ok; ++set) {
        QByteArray key(kKeyBytes, 0);
        in.readRawData(key.data(), kKeyBytes);
        LikenessFindings findings;
        quint32 copies = 0;
        in >> copies;
        for (quint32 number = 0; number < copies && in.status() == QDataStream::Ok; ++number) {
            qint32 a = 0;
            qint32 b = 0;
            quint8 isMirrored = 0;
            in >> a >> b >> isMirrored;
            findings.copies.append({a, b, isMirrored != 0});
        }
        quint32 odd = 0;
        in >> odd;
        for (quint32 number = 0; number < odd && in.status() == QDataStream::Ok; ++number) {
            qint32 photo = 0;
            qint32 like = 0;
            in >> photo >> like;
            findings.odd.push_back({photo, like});
        }
        all.append({key, findings});
    }
    quint32 end = 0;
    in >> end;
    return in.status() == QDataStream::Ok && end == kEnd ? all : QList<std::pair<QByteArray, LikenessFindings>>();
}

std::optional<LikenessFindings> KeptLikeness::find(const QByteArray &key, int photos) const
{
    for (const auto &[known, findings] : read()) {
        if (known != key)
            continue;
        const bool isSound = std::all_of(findings.copies.cbegin(), findings.copies.cend(), [photos](const NearCopy &pair) {
                                 return pair.a >= 0 && pair.a < pair.b && pair.b < photos;
                             })
            && std::all_of(findings.odd.cbegin(), findings.odd.cend(),
                           [photos](const FoundOddPhoto &odd) { return odd.photo >= 0 && odd.photo < photos; });
        return isSound ? std::optional(findings) : std::nullopt;
    }
    return std::nullopt;
}

Result<void> KeptLikeness::add(const QByteArray &key, const LikenessFindings &findings)
{
    if (m_path.isEmpty())
        return {};
    QList<std::pair<QByteArray, LikenessFindings>> all = read();
    all.removeIf([&](const auto &set) { return set.first == key; });
    all.prepend({key, findings});
    while (all.size() > kMostSets)
        all.removeLast();
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << kMagic << kVersion << static_cast<quint32>(all.size());
    for (const auto &[known, set] : std::as_const(all)) {
        out.writeRawData(known.constData(), kKeyBytes);
        out << static_cast<quint32>(set.copies.size());
        for (const NearCopy &pair : set.copies)
            out << static_cast<qint32>(pair.a) << static_cast<qint32>(pair.b) << static_cast<quint8>(pair.isMirrored);
        out << static_cast<quint32>(set.odd.size());
        for (const FoundOddPhoto &odd : set.odd)
            out << static_cast<qint32>(odd.photo) << static_cast<qint32>(odd.like);
    }
    out << kEnd;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    return writeFile(m_path, bytes);
}

} // namespace flower
