// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

struct archive;

namespace flower {

/// A file that libarchive reads from, through a QFile, since libarchive's own opening takes no Unicode names on Windows. It seeks where
/// the format does. Internal to the modules that unpack. Used by one thread.
class ArchiveSource
{
public:
    explicit ArchiveSource(const QString &file);
    ~ArchiveSource();
    Q_DISABLE_COPY_MOVE(ArchiveSource) // libarchive holds a pointer to it

    [[nodiscard]] QFile &file() { return m_file; }
    [[nodiscard]] const QFile &file() const { return m_file; }
    /// Made by the constructor, for archive_read_support_…(); null: memory ran out.
    [[nodiscard]] archive *reader() { return m_reader.get(); }
    /// Begins to read file(), which is open. False: it is damaged, or of no format that was asked for.
    [[nodiscard]] bool begin();

private:
    struct Callbacks;
    struct Closer {
        void operator()(archive *reader) const;
    };

    QFile m_file;
    QByteArray m_chunk; ///< what libarchive was given last; outlives m_reader
    std::unique_ptr<archive, Closer> m_reader;
};

} // namespace flower
