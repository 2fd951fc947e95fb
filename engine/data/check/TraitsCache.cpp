// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/TraitsCache.h"

#include "engine/core/StoredFile.h"

#include <QDataStream>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace flower {

namespace {

constexpr quint32 kMagic = 0x46544654; // "FTFT"
constexpr quint32 kVersion = 1;        // of the file and of what traits are
constexpr qint64 kHeaderBytes = 4 + 4 + 32 + 4 + 4;
constexpr qint64 kIndexBytes = 32 + 4; // of each photo: hash and day; behind them all, the traits in the same order
constexpr int kShaBytes = 32;
constexpr quint32 kMostChannels = 8192;

qint64 traitBytes(int channels)
{
    return 4 + PhotoTraits::kGreyBytes + channels;
}

void write(QDataStream &out, const PhotoTraits &traits)
{
    out << traits.length;
    out.writeRawData(traits.grey.constData(), PhotoTraits::kGreyBytes);
    out.writeRawData(traits.features.constData(), static_cast<int>(traits.features.size()));
}

} // namespace

TraitsCache::TraitsCache(QString path) : m_path(std::move(path)), m_file(m_path) {}

void TraitsCache::forget()
{
    m_file.close();
    m_channels = 0;
    m_entries.clear();
    m_places.clear();
    m_isNew = false;
}

void TraitsCache::load(const QByteArray &weights)
{
    forget();
    m_weights = weights;
    if (m_path.isEmpty() || !m_file.open(QIODevice::ReadOnly))
        return;
    QDataStream in(&m_file);
    in.setVersion(QDataStream::Qt_6_0);
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 magic = 0;
    quint32 version = 0;
    QByteArray madeWith(32, 0);
    quint32 channels = 0;
    quint32 count = 0;
    in >> magic >> version;
    in.readRawData(madeWith.data(), 32);
    in >> channels >> count;
    if (in.status() != QDataStream::Ok || magic != kMagic || version != kVersion || madeWith != weights || channels == 0
        || channels > kMostChannels || count > kMostPhotos)
        return;
    const qint64 begin = kHeaderBytes + kIndexBytes * count;
    const qint64 each = traitBytes(static_cast<int>(channels));
    if (m_file.size() != begin + each * count)
        return;
    const QByteArray index = m_file.read(kIndexBytes * count);
    QDataStream entries(index);
    bool isGood = true;
    for (quint32 number = 0; number < count; ++number) {
        Entry entry{QByteArray(kShaBytes, 0), {}, begin + each * number, {}};
        entries.readRawData(entry.sha256.data(), kShaBytes);
        qint32 lastUsed = 0;
        entries >> lastUsed;
        entry.lastUsed = UsedDay(lastUsed);
        isGood = isGood && lastUsed >= 0;
        m_places.insert(entry.sha256, static_cast<int>(number));
        m_entries.push_back(std::move(entry));
    }
    if (!isGood || m_places.size() != static_cast<qsizetype>(m_entries.size())) {
        m_entries.clear();
        m_places.clear();
        return;
    }
    m_channels = static_cast<int>(channels);
}

std::optional<PhotoTraits> TraitsCache::read(const Entry &entry)
{
    if (entry.traits)
        return entry.traits;
    if (!m_file.seek(entry.offset))
        return std::nullopt;
    const QByteArray bytes = m_file.read(traitBytes(m_channels));
    if (bytes.size() != traitBytes(m_channels))
        return std::nullopt;
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    PhotoTraits traits;
    in >> traits.length; // the same again as is reckoned, or the file is damaged
    traits.grey = bytes.mid(4, PhotoTraits::kGreyBytes);
    traits.features = bytes.mid(4 + PhotoTraits::kGreyBytes);
    return traits.length == lengthOf(traits.features) ? std::optional(traits) : std::nullopt;
}

void TraitsCache::use(const QByteArray &sha256)
{
    const auto place = m_places.constFind(sha256);
    if (place == m_places.cend())
        return;
    if (m_entries[static_cast<size_t>(*place)].lastUsed.renew(m_today))
        m_isNew = true;
}

std::optional<PhotoTraits> TraitsCache::find(const QByteArray &sha256)
{
    const auto place = m_places.constFind(sha256);
    if (place == m_places.cend())
        return std::nullopt;
    std::optional<PhotoTraits> traits = read(m_entries[static_cast<size_t>(*place)]);
    m_isNew = m_isNew || !traits; // what is damaged is left out when the file is written, and made anew by the next scan
    return traits;
}

void TraitsCache::add(const QByteArray &sha256, const PhotoTraits &traits)
{
    if (m_places.contains(sha256))
        return;
    const auto channels = static_cast<int>(traits.features.size());
    if (m_channels != channels) // what the file holds isn't of this network, whatever its head says
        forget();
    m_channels = channels;
    m_places.insert(sha256, static_cast<int>(m_entries.size()));
    m_entries.push_back({sha256, m_today, -1, traits});
    m_isNew = true;
}

Result<void> TraitsCache::save()
{
    if (m_path.isEmpty() || !m_isNew)
        return {};
    std::erase_if(m_entries, [this](const Entry &entry) {
        const std::optional<PhotoTraits> traits = read(entry);
        return !traits || traits->features.size() != m_channels || traits->grey.size() != PhotoTraits::kGreyBytes;
    });
    std::stable_sort(m_entries.begin(), m_entries.end(), UsedDay::latestFirst);
    if (m_entries.size() > kMostPhotos)
        m_entries.resize(kMostPhotos);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    const Result<void> written = writeFile(m_path, [this](QIODevice &file) {
        const bool isWritten = writeTo(file);
        m_file.close(); // what is open can't be replaced everywhere
        return isWritten;
    });
    forget();
    return written;
}

/// Each photo's traits are read again, because all of them together are a lot.
bool TraitsCache::writeTo(QIODevice &file)
{
    QDataStream out(&file);
    out.setVersion(QDataStream::Qt_6_0);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << kMagic << kVersion;
    out.writeRawData(m_weights.constData(), 32);
    out << static_cast<quint32>(m_channels) << static_cast<quint32>(m_entries.size());
    for (const Entry &entry : m_entries) {
        out.writeRawData(entry.sha256.constData(), kShaBytes);
        out << entry.lastUsed.day();
    }
    for (const Entry &entry : m_entries) {
        const std::optional<PhotoTraits> traits = read(entry);
        if (!traits)
            return false; // it could be read a moment ago
        write(out, *traits);
    }
    return out.status() == QDataStream::Ok;
}

} // namespace flower
