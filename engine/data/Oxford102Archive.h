// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <optional>

namespace flower {

/// What an archive may hold at most; the official one has 8,189 photos and 346 MB.
struct ArchiveLimits {
    qint64 bytes = 2ll << 30; ///< unpacked
    int members = 20'000;

    bool operator==(const ArchiveLimits &) const = default;
};

/// The official 102flowers.tgz with imagelabels.mat and setid.mat beside it, unpacked once into the cache, so that the
/// user's folder stays as it is. Any thread.
class Oxford102Archive
{
public:
    /// `path`: a folder that holds 102flowers.tgz and no jpg folder, or a .tgz itself. Nothing where it is neither. A .tgz
    /// without the two .mat files is an error.
    static std::optional<Result<Oxford102Archive>> find(const QString &path);

    /// Returns a folder in `cacheFolder` in Oxford 102's layout: the unpacked archive and the two .mat files. Unpacks only
    /// what isn't there yet. Refuses members that lead out of the folder, links and devices. Errors: Unreadable,
    /// Unwritable, Interrupted.
    Result<QString> unpack(const QString &cacheFolder, RunControl &control, const ProgressSink &progress,
                           const ArchiveLimits &limits = {}) const;

private:
    explicit Oxford102Archive(QString file) : m_file(std::move(file)) {}
    /// Tells archives apart without reading them whole.
    [[nodiscard]] QString key() const;

    QString m_file; ///< absolute
};

} // namespace flower
