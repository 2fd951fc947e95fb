// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ZipWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

namespace flower {

namespace {

constexpr int kBlock = 1 << 20; // bytes that are written at once

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

std::ptrdiff_t ZipWriter::writeBlock(archive *, void *data, const void *bytes, size_t size)
{
    auto *self = static_cast<ZipWriter *>(data);
    self->m_discards = self->m_discards || self->m_file.write(static_cast<const char *>(bytes), static_cast<qint64>(size)) != static_cast<qint64>(size);
    return static_cast<std::ptrdiff_t>(size);
}

void ZipWriter::Closer::operator()(archive *writer) const
{
    archive_write_free(writer);
}

ZipWriter::ZipWriter(const QString &file) : m_file(file) {}

ZipWriter::~ZipWriter()
{
    m_discards = true; // no directory of half an archive
}

Result<void> ZipWriter::open()
{
    QDir().mkpath(QFileInfo(m_file.fileName()).absolutePath()); // a new user has no folder for documents; where it fails, opening says why
    if (!m_file.open(QIODevice::WriteOnly))
        return failed();
    m_writer.reset(archive_write_new());
    if (!m_writer)
        return Error{ErrorCode::OutOfMemory, tr("Memory ran out while %1 was written.").arg(m_file.fileName())};
    archive_write_set_bytes_per_block(m_writer.get(), kBlock);
    archive_write_set_bytes_in_last_block(m_writer.get(), 1);
    if (archive_write_set_format_zip(m_writer.get()) != ARCHIVE_OK
        || archive_write_set_options(m_writer.get(), "zip:hdrcharset=UTF-8") != ARCHIVE_OK
        || archive_write_open2(m_writer.get(), this, nullptr, writeBlock, nullptr, nullptr) != ARCHIVE_OK)
        return failed();
    return {};
}

Result<void> ZipWriter::add(const QString &name, const QByteArray &bytes, Packing packing, const QDateTime &modified)
{
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new2(m_writer.get()), archive_entry_free);
    if (!entry)
        return Error{ErrorCode::OutOfMemory, tr("Memory ran out while %1 was written.").arg(m_file.fileName())};
#ifdef Q_OS_WIN
    archive_entry_copy_pathname_w(entry.get(), name.toStdWString().c_str());
#else
    archive_entry_update_pathname_utf8(entry.get(), name.toUtf8().constData());
#endif
    constexpr unsigned permissions = 0644;
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), permissions);
    archive_entry_set_size(entry.get(), bytes.size());
    archive_entry_set_mtime(entry.get(), (modified.isValid() ? modified : QDateTime::currentDateTime()).toSecsSinceEpoch(), 0);
    if (packing == Packing::Stored)
        archive_write_zip_set_compression_store(m_writer.get());
    else
        archive_write_zip_set_compression_deflate(m_writer.get());
    if (archive_write_header(m_writer.get(), entry.get()) != ARCHIVE_OK) // a warning would be a name that isn't the one that was asked for
        return failed();
    qsizetype position = 0;
    while (position < bytes.size()) {
        const la_ssize_t written = archive_write_data(m_writer.get(), bytes.constData() + position, static_cast<size_t>(bytes.size() - position));
        if (written <= 0)
            return failed();
        position += written;
    }
    return archive_write_finish_entry(m_writer.get()) == ARCHIVE_OK && !m_discards ? Result<void>() : failed();
}

Result<void> ZipWriter::finish()
{
    const bool closed = archive_write_close(m_writer.get()) == ARCHIVE_OK;
    if (!closed || m_discards)
        return failed();
    m_writer.reset();
    return m_file.commit() ? Result<void>() : failed();
}

Error ZipWriter::failed() const
{
    const char *reason = m_writer && m_file.error() == QFileDevice::NoError ? archive_error_string(m_writer.get()) : nullptr;
    return {ErrorCode::Unwritable, tr("%1 can't be written: %2. Make room on the disk, or choose another place.")
                .arg(QDir::toNativeSeparators(m_file.fileName()), reason != nullptr ? QString::fromLocal8Bit(reason) : m_file.errorString())};
}

} // namespace flower
