// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QByteArray>
#include <QFile>
#include <QUrl>

namespace flower {

/// How a server names the version of a file, as its headers write it.
struct FileVersion {
    QByteArray etag;
    QByteArray lastModified;

    /// What If-Range may carry (RFC 9110, 13.1.5): the ETag if it is a strong one, else the date; empty where neither is.
    [[nodiscard]] QByteArray ifRange() const;

    bool operator==(const FileVersion &) const = default;
};

/// The beginning of a file: `NAME.part`, and beside it `NAME.part.json`, which says of which address and version it is,
/// so that two files are never joined. Used by one thread at a time.
class PartFile
{
public:
    /// Looks at what is there. A part of another address, or one whose version can't be asked for, counts as none; links are removed.
    PartFile(const QString &target, const QUrl &url);

    [[nodiscard]] QString path() const { return m_file.fileName(); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// Of the bytes that are there.
    [[nodiscard]] const FileVersion &version() const { return m_version; }

    /// Empties the part and notes the version of what follows.
    Result<void> startOver(const FileVersion &version);
    /// Goes on behind what is there.
    Result<void> resume();
    /// Needs startOver() or resume() first.
    Result<void> append(const QByteArray &chunk);
    /// Writes out what is buffered; the part stays for another time.
    Result<void> close();
    /// Deletes the part and its note.
    void discard();
    /// Gives the part its final name; never over a file that is there. Returns that name.
    Result<QString> finish();

private:
    [[nodiscard]] QString notePath() const { return path() + QStringLiteral(".json"); }
    [[nodiscard]] Error unwritable(const QString &reason) const;

    QString m_target;
    QUrl m_url;
    QFile m_file;
    FileVersion m_version;
    qint64 m_bytes = 0;
};

} // namespace flower
