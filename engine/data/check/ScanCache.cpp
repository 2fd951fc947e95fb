// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/ScanCache.h"

#include "engine/core/StoredFile.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <numeric>

namespace flower {

namespace {

constexpr quint32 kMagic = 0x46544443; // "FTDC"
constexpr quint32 kVersion = 1;        // of the file and of what a fingerprint is
constexpr quint32 kEnd = 0x454E4421;
constexpr int kShaBytes = 32;
constexpr qint64 kLargestFile = 1 << 30; // bytes

} // namespace

ScanCache::ScanCache(QString path) : m_path(std::move(path)) {}

void ScanCache::load()
{
    m_contents.clear();
    m_bySha.clear();
    m_paths.clear();
    m_isNew = false;
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return;
    const QByteArray bytes = file.readAll();
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 version = 0;
    quint32 contents = 0;
    in >> magic >> version >> contents;
    bool isGood = magic == kMagic && version == kVersion && contents <= kMostContents;
    for (quint32 number = 0; isGood && number < contents; ++number) {
        Content content;
        content.sha256.resize(kShaBytes);
        qint32 width = 0;
        qint32 height = 0;
        quint8 orientation = 0;
        quint8 isFlat = 0;
        PhotoFingerprint &print = content.facts.print;
        isGood = in.readRawData(content.sha256.data(), kShaBytes) == kShaBytes;
        qint32 lastUsed = 0;
        in >> width >> height >> orientation >> isFlat >> print.hash >> print.mirrored >> print.inner >> lastUsed;
        content.lastUsed = UsedDay(lastUsed);
        const auto readAll = [&in](auto &values) {
            const auto count = static_cast<int>(values.size());
            return in.readRawData(reinterpret_cast<char *>(values.data()), count) == count;
        };
        isGood = isGood && readAll(print.grey) && readAll(print.innerGrey) && readAll(print.color) && width > 0 && height > 0 && orientation >= 1 && orientation <= 8
            && lastUsed >= 0;
        content.facts.size = {width, height};
        content.facts.orientation = orientation;
        print.isFlat = isFlat != 0;
        m_bySha.insert(content.sha256, static_cast<int>(number));
        m_contents.push_back(std::move(content));
    }
    quint32 paths = 0;
    in >> paths;
    for (quint32 number = 0; isGood && number < paths; ++number) {
        QByteArray path;
        KnownPath known;
        qint32 content = 0;
        in >> path >> known.state.bytes >> known.state.changed >> content;
        isGood = in.status() == QDataStream::Ok && content >= 0 && content < size();
        known.content = content;
        if (isGood)
            m_paths.insert(QString::fromUtf8(path), known);
    }
    quint32 end = 0;
    in >> end;
    if (!isGood || in.status() != QDataStream::Ok || end != kEnd || m_bySha.size() != size()) {
        m_contents.clear();
        m_bySha.clear();
        m_paths.clear();
    }
}

std::optional<int> ScanCache::find(const QString &path, const FileState &state) const
{
    const auto known = m_paths.constFind(path);
    return known == m_paths.cend() || known->state != state ? std::nullopt : std::optional(known->content);
}

std::optional<int> ScanCache::findContent(const QByteArray &sha256) const
{
    const auto known = m_bySha.constFind(sha256);
    return known == m_bySha.cend() ? std::nullopt : std::optional(*known);
}

int ScanCache::addContent(const QByteArray &sha256, const ContentFacts &facts)
{
    if (const std::optional<int> known = findContent(sha256))
        return *known;
    m_contents.push_back({sha256, facts, m_today});
    m_bySha.insert(sha256, size() - 1);
    m_isNew = true;
    return size() - 1;
}

void ScanCache::setPath(const QString &path, const FileState &state, int content)
{
    m_paths.insert(path, {state, content});
    m_isNew = true;
}

void ScanCache::use(int content)
{
    if (m_contents[static_cast<size_t>(content)].lastUsed.renew(m_today))
        m_isNew = true;
}

/// Keeps the kMostContents that were used last, and the paths of those.
void ScanCache::dropOldest()
{
    if (size() <= kMostContents)
        return;
    std::vector<int> order(m_contents.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        return UsedDay::latestFirst(m_contents[static_cast<size_t>(a)], m_contents[static_cast<size_t>(b)]);
    });
    order.resize(kMostContents);
    std::vector<int> places(m_contents.size(), -1);
    std::vector<Content> kept;
    kept.reserve(order.size());
    m_bySha.clear();
    for (const int content : order) {
        places[static_cast<size_t>(content)] = static_cast<int>(kept.size());
        m_bySha.insert(m_contents[static_cast<size_t>(content)].sha256, static_cast<int>(kept.size()));
        kept.push_back(std::move(m_contents[static_cast<size_t>(content)]));
    }
    m_contents = std::move(kept);
    m_paths.removeIf([&](QHash<QString, KnownPath>::iterator path) {
        path->content = places[static_cast<size_t>(path->content)];
        return path->content < 0;
    });
}

Result<void> ScanCache::save()
{
    if (m_path.isEmpty() || !m_isNew)
        return {};
    if (m_paths.size() > 2 * kMostContents)
        m_paths.clear(); // most of them are gone by now; what is there is read once more
    dropOldest();
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << kMagic << kVersion << static_cast<quint32>(m_contents.size());
    for (const Content &content : m_contents) {
        const PhotoFingerprint &print = content.facts.print;
        out.writeRawData(content.sha256.constData(), kShaBytes);
        out << static_cast<qint32>(content.facts.size.width()) << static_cast<qint32>(content.facts.size.height())
            << static_cast<quint8>(content.facts.orientation) << static_cast<quint8>(print.isFlat) << print.hash << print.mirrored
            << print.inner << content.lastUsed.day();
        const auto write = [&out](const auto &values) {
            out.writeRawData(reinterpret_cast<const char *>(values.data()), static_cast<int>(values.size()));
        };
        write(print.grey);
        write(print.innerGrey);
        write(print.color);
    }
    out << static_cast<quint32>(m_paths.size());
    for (auto path = m_paths.cbegin(); path != m_paths.cend(); ++path)
        out << path.key().toUtf8() << path->state.bytes << path->state.changed << static_cast<qint32>(path->content);
    out << kEnd;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    const Result<void> written = writeFile(m_path, bytes);
    if (written)
        m_isNew = false;
    return written;
}

} // namespace flower
