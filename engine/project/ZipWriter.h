// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QSaveFile>
#include <QString>

#include <cstddef>
#include <memory>

struct archive;

namespace flower {

/// Writes a ZIP beside its place and renames it at the end; without finish() nothing is left. Names are UTF-8; where there are many
/// entries or many bytes it becomes a ZIP64. Internal to flower_project.
class ZipWriter
{
public:
    enum class Packing { Stored, Deflated };

    explicit ZipWriter(const QString &file);
    ~ZipWriter();
    Q_DISABLE_COPY_MOVE(ZipWriter)

    /// Errors of all three: Unwritable.
    Result<void> open();
    Result<void> add(const QString &name, const QByteArray &bytes, Packing packing, const QDateTime &modified = {});
    Result<void> finish();

private:
    struct Closer {
        void operator()(archive *writer) const;
    };
    [[nodiscard]] Error failed() const;

    /// libarchive's callback; `data` is this.
    static std::ptrdiff_t writeBlock(archive *writer, void *data, const void *bytes, size_t size);

    QSaveFile m_file;
    bool m_discards = false; ///< nothing is written any more: libarchive gives its memory back only where all went well
    std::unique_ptr<archive, Closer> m_writer;
};

} // namespace flower
