// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/archive/ArchiveSource.h"
#include "engine/core/Result.h"

#include <functional>
#include <optional>

namespace flower {

/// A file in a ZIP.
struct ZipFile {
    QString name;
    qint64 size = 0; ///< as the ZIP says; read() holds it to that
};

/// Reads a ZIP that isn't trusted: its files one after another, by its directory. Internal to flower_project.
class ZipReader
{
public:
    explicit ZipReader(const QString &file);

    /// Errors: NotFound, Unreadable.
    Result<void> open();
    /// The next file; nothing at the end. Folders are passed over. Unreadable: damage, links, devices, passwords, names that are no text.
    Result<std::optional<ZipFile>> next();
    /// The bytes of the file that next() stands at, in parts, no more and no fewer than it says. The sink's error ends it. Unreadable:
    /// damage, and a checksum that is wrong.
    using Sink = std::function<Result<void>(const char *bytes, qint64 count)>;
    Result<void> read(const ZipFile &file, const Sink &sink);
    Result<QByteArray> readAll(const ZipFile &file);

    [[nodiscard]] qint64 size() const { return m_source.file().size(); }
    /// An error about the whole archive: "NAME can't be opened: WHAT".
    [[nodiscard]] Error refused(const QString &what) const;

private:
    [[nodiscard]] Error damaged() const;

    [[nodiscard]] QString shownName() const;

    ArchiveSource m_source;
};

} // namespace flower
