// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/archive/ArchiveSource.h"

#include <archive.h>

#include <cstdio>

namespace flower {

namespace {

constexpr qsizetype kChunk = 256 << 10; // bytes

}

struct ArchiveSource::Callbacks {
    static la_ssize_t read(archive *, void *data, const void **bytes)
    {
        auto *source = static_cast<ArchiveSource *>(data);
        *bytes = source->m_chunk.constData();
        return static_cast<la_ssize_t>(source->m_file.read(source->m_chunk.data(), source->m_chunk.size())); // -1 is an error there, too
    }

    static la_int64_t seek(archive *, void *data, la_int64_t offset, int whence)
    {
        QFile &file = static_cast<ArchiveSource *>(data)->m_file;
        const qint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.pos() : file.size();
        if (offset < -base || offset > file.size() - base || !file.seek(base + offset))
            return ARCHIVE_FATAL;
        return file.pos();
    }
};

void ArchiveSource::Closer::operator()(archive *reader) const
{
    archive_read_free(reader);
}

ArchiveSource::ArchiveSource(const QString &file) : m_file(file), m_chunk(kChunk, Qt::Uninitialized), m_reader(archive_read_new()) {}

ArchiveSource::~ArchiveSource() = default;

bool ArchiveSource::begin()
{
    archive_read_set_read_callback(m_reader.get(), Callbacks::read);
    archive_read_set_seek_callback(m_reader.get(), Callbacks::seek);
    archive_read_set_callback_data(m_reader.get(), this);
    return archive_read_open1(m_reader.get()) == ARCHIVE_OK;
}

} // namespace flower
