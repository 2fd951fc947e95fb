// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/TarUnpacker.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace flower {

namespace {

constexpr qint64 kChunk = 256 << 10;
constexpr qint64 kProgressInterval = 60;
constexpr qsizetype kLongestPath = 1'000; // characters
constexpr qsizetype kDeepestPath = 16;    // folders in folders; the official archive has one
constexpr qsizetype kLongestShown = 120;  // characters of a name in a message

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

TarUnpacker::TarUnpacker(const QString &file, const ArchiveLimits &limits) : m_source(file), m_limits(limits) {}

Result<void> TarUnpacker::open()
{
    if (!m_source.file().open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, tr("%1 can't be opened: %2").arg(name(), m_source.file().errorString())};
    if (m_source.reader() == nullptr)
        return Error{ErrorCode::OutOfMemory, tr("There is too little memory to unpack %1.").arg(name())};
    archive_read_support_filter_gzip(m_source.reader());
    archive_read_support_format_tar(m_source.reader());
    return m_source.begin() ? Result<void>() : damaged();
}

Result<void> TarUnpacker::unpackInto(const QString &folder, RunControl &control, const ProgressSink &progress)
{
    if (const Result<void> opened = open(); !opened)
        return opened;
    const QDir target(folder);
    while (true) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(m_source.reader(), &entry);
        if (status == ARCHIVE_EOF)
            return {};
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged();
        if (++m_members > m_limits.members)
            return Error{ErrorCode::Unreadable, tr("%1 holds more files than Oxford 102 has. It was not unpacked.").arg(name())};
        const Result<QString> path = safePath(entry);
        if (!path)
            return path.error();
        const QString place = target.filePath(*path);
        const bool isFolder = archive_entry_filetype(entry) == AE_IFDIR;
        if (!QDir().mkpath(isFolder ? place : QFileInfo(place).absolutePath()))
            return Error{ErrorCode::Unwritable, tr("%1 can't be made. Make room on the disk.").arg(place)};
        if (isFolder)
            continue;
        if (const Result<void> written = writeMember(place, control, progress); !written)
            return written;
    }
}

Result<QString> TarUnpacker::safePath(archive_entry *entry) const
{
    const char *utf8 = archive_entry_pathname_utf8(entry);
    const char *raw = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
    const QString name = raw != nullptr ? QString::fromUtf8(raw) : QString();
    const auto type = archive_entry_filetype(entry);
    const bool isLink = archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr;
    if (isLink || name.size() > kLongestPath || (type != AE_IFREG && type != AE_IFDIR) || name.startsWith(QLatin1Char('/'))
        || name.contains(QLatin1Char('\\')) || name.contains(QLatin1Char(':'))) {
        return notTrusted(name);
    }
    QStringList steps = name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    steps.removeAll(QStringLiteral("."));
    if (steps.contains(QStringLiteral("..")) || steps.size() > kDeepestPath || (steps.isEmpty() && type == AE_IFREG))
        return notTrusted(name);
    return steps.isEmpty() ? QStringLiteral(".") : steps.join(QLatin1Char('/'));
}

Result<void> TarUnpacker::writeMember(const QString &path, RunControl &control, const ProgressSink &progress)
{
    QFile file(path);
    // New files only: no member may replace an earlier one.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return file.exists() ? notTrusted(path) : Error{ErrorCode::Unwritable, tr("%1 can't be written: %2").arg(path, file.errorString())};
    while (true) {
        if (!control.checkpoint())
            return Error{ErrorCode::Interrupted, tr("Unpacking was stopped.")};
        report(progress);
        // Plain reads, not blocks with offsets: a sparse member comes as the zeros it stands for, and they count.
        QByteArray chunk(kChunk, Qt::Uninitialized);
        const la_ssize_t count = archive_read_data(m_source.reader(), chunk.data(), static_cast<size_t>(chunk.size()));
        if (count < 0)
            return damaged();
        if (count == 0)
            break;
        m_bytes += count;
        if (m_bytes > m_limits.bytes)
            return Error{ErrorCode::Unreadable, tr("%1 unpacks to far more than Oxford 102 has. It was not kept.").arg(name())};
        if (file.write(chunk.constData(), count) != count)
            return Error{ErrorCode::Unwritable, tr("%1 can't be written: %2. Make room on the disk.").arg(path, file.errorString())};
    }
    if (!file.flush())
        return Error{ErrorCode::Unwritable, tr("%1 can't be written: %2. Make room on the disk.").arg(path, file.errorString())};
    return {};
}

Error TarUnpacker::damaged() const
{
    return {ErrorCode::Unreadable, tr("%1 is damaged or incomplete. Fetch it again.").arg(name())};
}

Error TarUnpacker::notTrusted(const QString &member) const
{
    return {ErrorCode::Unreadable, tr("%1 holds “%2”, which has no place in an archive of photos. It was not unpacked; fetch the official one.")
                .arg(name(), member.left(kLongestShown))};
}

void TarUnpacker::report(const ProgressSink &progress)
{
    const qint64 now = QDeadlineTimer::current().deadline();
    if (now - m_reportedAt < kProgressInterval)
        return;
    m_reportedAt = now;
    progress(m_source.file().pos(), m_source.file().size());
}

} // namespace flower
