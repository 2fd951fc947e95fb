// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/data/FileState.h"
#include "engine/data/check/PhotoFingerprint.h"
#include "engine/data/check/UsedDay.h"

#include <QByteArray>
#include <QHash>
#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace flower {

/// What was seen of a content.
struct ContentFacts {
    QSize size;          ///< pixels, upright
    int orientation = 1; ///< EXIF
    PhotoFingerprint print;

    bool operator==(const ContentFacts &) const = default;
};

/// What scans learned about photos, in one file: facts by the SHA-256 of a content, so that copies and photos that were moved are
/// known, and the contents of paths, so that a file that wasn't touched needn't be read. What can't be decoded isn't kept.
/// A file that is damaged or of another version is as good as none: it only costs time.
class ScanCache
{
public:
    static constexpr int kMostContents = 200'000; ///< beyond it, those go that weren't used for longest; about 750 bytes each

    /// `path`: the file; empty: nothing is kept.
    explicit ScanCache(QString path);

    /// Reads the file.
    void load();
    /// The content of a file, where it is known and still the same: a position for facts().
    [[nodiscard]] std::optional<int> find(const QString &path, const FileState &state) const;
    [[nodiscard]] std::optional<int> findContent(const QByteArray &sha256) const;
    [[nodiscard]] const ContentFacts &facts(int content) const { return m_contents[static_cast<size_t>(content)].facts; }
    [[nodiscard]] const QByteArray &sha256(int content) const { return m_contents[static_cast<size_t>(content)].sha256; }
    [[nodiscard]] int size() const { return static_cast<int>(m_contents.size()); }

    int addContent(const QByteArray &sha256, const ContentFacts &facts);
    void setPath(const QString &path, const FileState &state, int content);
    /// Notes that a content was needed on this day.
    void use(int content);
    /// Writes the file beside its place and renames it, where something is new. Unwritable.
    Result<void> save();

private:
    struct Content {
        QByteArray sha256;
        ContentFacts facts;
        UsedDay lastUsed;
    };
    struct KnownPath {
        FileState state;
        int content = 0;
    };
    void dropOldest();

    QString m_path;
    std::vector<Content> m_contents;
    QHash<QByteArray, int> m_bySha;
    QHash<QString, KnownPath> m_paths;
    UsedDay m_today = UsedDay::today();
    bool m_isNew = false; ///< there is something to save
};

} // namespace flower
