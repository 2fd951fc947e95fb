// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ZipReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

namespace flower {

namespace {

constexpr qint64 kChunk = 256 << 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

ZipReader::ZipReader(const QString &file) : m_source(file) {}

Result<void> ZipReader::open()
{
    const QFileInfo file(m_source.file().fileName());
    if (!file.exists())
        return Error{ErrorCode::NotFound, tr("%1 is not there.").arg(shownName())};
    if (!file.isFile()) // a pipe or a device never ends
        return refused(tr("it is no file"));
    if (!m_source.file().open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, tr("%1 can't be opened: %2").arg(shownName(), m_source.file().errorString())};
    if (m_source.reader() == nullptr)
        return Error{ErrorCode::OutOfMemory, tr("Memory ran out while %1 was read.").arg(shownName())};
    archive_read_support_format_zip_seekable(m_source.reader()); // goes by the directory, as other programs do
    return m_source.begin() ? Result<void>() : damaged();
}

Result<std::optional<ZipFile>> ZipReader::next()
{
    while (true) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(m_source.reader(), &entry);
        if (status == ARCHIVE_EOF)
            return std::optional<ZipFile>();
        if (status != ARCHIVE_OK)
            return damaged();
        if (archive_entry_is_encrypted(entry) != 0)
            return refused(tr("it is locked with a password; ask for one without"));
        const char *utf8 = archive_entry_pathname_utf8(entry);
        const QByteArray raw(utf8);
        const QString name = QString::fromUtf8(raw);
        const auto type = archive_entry_filetype(entry);
        if (raw.isEmpty() || name.toUtf8() != raw)
            return refused(tr("a name in it can't be read"));
        const bool isLink = archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr;
        if (isLink || (type != AE_IFREG && type != AE_IFDIR))
            return refused(tr("“%1” in it is a link or a device, which have no place in a project").arg(name.left(120)));
        if (type == AE_IFDIR)
            continue;
        if (!archive_entry_size_is_set(entry) || archive_entry_size(entry) < 0)
            return refused(tr("it doesn't say how large “%1” is").arg(name.left(120)));
        return std::optional(ZipFile{name, archive_entry_size(entry)});
    }
}

Result<void> ZipReader::read(const ZipFile &file, const Sink &sink)
{
    QByteArray chunk(kChunk, Qt::Uninitialized);
    qint64 total = 0;
    while (true) {
        const la_ssize_t count = archive_read_data(m_source.reader(), chunk.data(), static_cast<size_t>(chunk.size()));
        if (count < 0)
            return damaged();
        if (count == 0)
            break;
        total += count;
        if (total > file.size)
            return refused(tr("“%1” in it is longer than it says").arg(file.name.left(120)));
        if (Result<void> taken = sink(chunk.constData(), count); !taken)
            return taken;
    }
    return total == file.size ? Result<void>() : refused(tr("“%1” in it is shorter than it says").arg(file.name.left(120)));
}

Result<QByteArray> ZipReader::readAll(const ZipFile &file)
{
    QByteArray bytes; // grows with what comes: nothing is taken because of a number
    const Result<void> read = this->read(file, [&bytes](const char *data, qint64 count) {
        bytes.append(data, count);
        return Result<void>();
    });
    return read ? Result<QByteArray>(bytes) : read.error();
}

Error ZipReader::refused(const QString &what) const
{
    return {ErrorCode::Unreadable, tr("%1 was not opened: %2.").arg(shownName(), what)};
}

QString ZipReader::shownName() const
{
    return QDir::toNativeSeparators(m_source.file().fileName());
}

Error ZipReader::damaged() const
{
    return refused(tr("it is damaged, incomplete or no ZIP; ask for it once more"));
}

} // namespace flower
