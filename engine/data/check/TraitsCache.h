// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/data/check/PhotoTraits.h"
#include "engine/data/check/UsedDay.h"

#include <QFile>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace flower {

/// The traits of photos in one file, by the SHA-256 of their content and all by the same weights: other ones begin it anew. What is
/// needed is read, and no more. A file that is damaged or of another version is as good as none.
class TraitsCache
{
public:
    static constexpr int kMostPhotos = 60'000; ///< about 140 MB; beyond it, those go that weren't used for longest

    /// `path`: the file; empty: nothing is kept.
    explicit TraitsCache(QString path);

    /// Reads which photos the file has, where it is of these weights (32 bytes).
    void load(const QByteArray &weights);
    [[nodiscard]] bool contains(const QByteArray &sha256) const { return m_places.contains(sha256); }
    /// Notes that a photo was needed on this day.
    void use(const QByteArray &sha256);
    /// Reads one; nothing where it isn't there, or is damaged.
    [[nodiscard]] std::optional<PhotoTraits> find(const QByteArray &sha256);
    /// Traits with as many features as the others have.
    void add(const QByteArray &sha256, const PhotoTraits &traits);
    /// Writes the file beside its place and renames it, where something is new or was used for the first time in a week, and forgets
    /// everything. Unwritable.
    Result<void> save();

private:
    struct Entry {
        QByteArray sha256;
        UsedDay lastUsed;
        qint64 offset = -1;                ///< in the file; negative: it is not there yet
        std::optional<PhotoTraits> traits; ///< what is new
    };
    [[nodiscard]] std::optional<PhotoTraits> read(const Entry &entry);
    bool writeTo(QIODevice &file);
    void forget();

    QString m_path;
    QFile m_file; ///< open while there are photos in it
    QByteArray m_weights;
    int m_channels = 0;
    std::vector<Entry> m_entries;
    QHash<QByteArray, int> m_places;
    UsedDay m_today = UsedDay::today();
    bool m_isNew = false;
};

} // namespace flower
