// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/archive/ArchiveSource.h"
#include "engine/data/Oxford102Archive.h"

struct archive_entry;

namespace flower {

/// Unpacks a tar archive, gzipped or not, from a source that isn't trusted: only folders and plain files that stay inside
/// the target are written. Internal to flower_data. Used by one thread.
class TarUnpacker
{
public:
    TarUnpacker(const QString &file, const ArchiveLimits &limits);

    /// Writes into `folder`, which is empty. After an error it holds what came before. Progress: bytes of the archive.
    Result<void> unpackInto(const QString &folder, RunControl &control, const ProgressSink &progress);

private:
    Result<void> open();
    /// A relative path without "." and ".."; an error for anything that could lead elsewhere.
    [[nodiscard]] Result<QString> safePath(archive_entry *entry) const;
    Result<void> writeMember(const QString &path, RunControl &control, const ProgressSink &progress);
    [[nodiscard]] Error damaged() const;
    [[nodiscard]] Error notTrusted(const QString &member) const;
    void report(const ProgressSink &progress);

    [[nodiscard]] QString name() const { return m_source.file().fileName(); }

    ArchiveSource m_source;
    ArchiveLimits m_limits;
    qint64 m_bytes = 0;  ///< written
    int m_members = 0;
    qint64 m_reportedAt = 0; ///< milliseconds of a steady clock
};

} // namespace flower
