// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/ZipEntries.h"

#include <QCoreApplication>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace flower {

namespace {

constexpr qsizetype kMostEntries = 100'000; // a state dict of MobileNet-V2 has about 320

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Error damaged(const QString &path, const QString &what)
{
    return {ErrorCode::Unreadable, tr("%1 is not a sound zip archive: %2. Fetch it once more.").arg(path, what)};
}

Error damaged(const QString &path, archive *reader)
{
    const char *reason = archive_error_string(reader);
    return damaged(path, reason != nullptr ? QString::fromLocal8Bit(reason) : tr("it can't be unpacked"));
}

/// The `size` bytes of the entry that the reader stands at, no fewer and no more.
Result<QByteArray> readEntry(const QString &path, archive *reader, qint64 size)
{
    QByteArray data(size, Qt::Uninitialized);
    qint64 position = 0;
    while (position < size) {
        const la_ssize_t count = archive_read_data(reader, data.data() + position, static_cast<size_t>(size - position));
        if (count < 0)
            return damaged(path, reader);
        if (count == 0)
            return damaged(path, tr("an entry is shorter than it says"));
        position += count;
    }
    char more = 0;
    const la_ssize_t rest = archive_read_data(reader, &more, 1); // also checks the sum of the whole entry
    if (rest < 0)
        return damaged(path, reader);
    if (rest > 0)
        return damaged(path, tr("an entry is longer than it says"));
    return data;
}

} // namespace

Result<QMap<QByteArray, QByteArray>> readZipEntries(const QString &path, const QByteArray &bytes)
{
    const std::unique_ptr<archive, int (*)(archive *)> reader(archive_read_new(), archive_read_free);
    if (!reader)
        return Error{ErrorCode::OutOfMemory, tr("Memory ran out while %1 was read.").arg(path)};
    // The seeking reader goes by the archive's directory, as PyTorch does.
    if (archive_read_support_format_zip_seekable(reader.get()) != ARCHIVE_OK
        || archive_read_open_memory(reader.get(), bytes.constData(), static_cast<size_t>(bytes.size())) != ARCHIVE_OK)
        return damaged(path, reader.get());

    QMap<QByteArray, QByteArray> entries;
    qint64 room = bytes.size();
    while (true) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            return entries;
        if (status != ARCHIVE_OK)
            return damaged(path, reader.get());
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        const QByteArray name = archive_entry_pathname_utf8(entry);
        if (name.isEmpty() || archive_entry_filetype(entry) != AE_IFREG || !archive_entry_size_is_set(entry))
            return damaged(path, tr("an entry is no plain file"));
        if (name.startsWith('/') || name.contains('\\') || name.split('/').contains(".."))
            return damaged(path, tr("the name “%1” leads out of it").arg(QString::fromUtf8(name.left(120)).simplified()));
        if (entries.size() >= kMostEntries)
            return damaged(path, tr("it holds far more entries than weights need"));
        if (entries.contains(name))
            return damaged(path, tr("it holds “%1” twice").arg(QString::fromUtf8(name.left(120)).simplified()));
        const qint64 size = archive_entry_size(entry);
        if (size < 0 || size > room) {
            return Error{ErrorCode::Unreadable, tr("%1 claims to hold more than its own size. PyTorch stores weights without "
                                                   "compression; save them with torch.save.").arg(path)};
        }
        Result<QByteArray> data = readEntry(path, reader.get(), size);
        if (!data)
            return data.error();
        room -= size;
        entries.insert(name, *data);
    }
}

} // namespace flower
