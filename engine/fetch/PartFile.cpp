// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/PartFile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace flower {

namespace {

constexpr int kVersion = 1;
constexpr qint64 kLargestNote = 64 << 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// What a header may carry: printable ASCII, so that no line's end of a note that somebody else wrote becomes a header of its own.
QByteArray headerValue(const QJsonValue &value)
{
    const QString text = value.toString();
    const bool isPrintable = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= QLatin1Char(' ') && c <= QLatin1Char('~'); });
    return isPrintable ? text.toLatin1() : QByteArray();
}

} // namespace

QByteArray FileVersion::ifRange() const
{
    return !etag.isEmpty() && !etag.startsWith("W/") ? etag : lastModified;
}

PartFile::PartFile(const QString &target, const QUrl &url) : m_target(target), m_url(url), m_file(target + QStringLiteral(".part"))
{
    // A link would have what is fetched written to where it leads.
    for (const QString &file : {m_file.fileName(), notePath()}) {
        if (QFileInfo(file).isSymLink())
            QFile::remove(file);
    }
    QFile noteFile(notePath());
    if (!m_file.exists() || !noteFile.open(QIODevice::ReadOnly))
        return;
    const QJsonObject note = QJsonDocument::fromJson(noteFile.read(kLargestNote)).object();
    if (note.value(QLatin1String("version")).toInt() != kVersion
        || note.value(QLatin1String("url")).toString() != url.toString(QUrl::FullyEncoded)) {
        return;
    }
    m_version.etag = headerValue(note.value(QLatin1String("etag")));
    m_version.lastModified = headerValue(note.value(QLatin1String("lastModified")));
    if (!m_version.ifRange().isEmpty())
        m_bytes = m_file.size();
}

Result<void> PartFile::startOver(const FileVersion &version)
{
    m_file.close();
    // Emptied before the note changes: a crash in between must not leave old bytes under a new note.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return unwritable(m_file.errorString());
    m_bytes = 0;
    m_version = version;
    const QJsonObject note{{QStringLiteral("version"), kVersion},
                           {QStringLiteral("url"), m_url.toString(QUrl::FullyEncoded)},
                           {QStringLiteral("etag"), QString::fromLatin1(version.etag)},
                           {QStringLiteral("lastModified"), QString::fromLatin1(version.lastModified)}};
    QSaveFile noteFile(notePath());
    if (!noteFile.open(QIODevice::WriteOnly) || noteFile.write(QJsonDocument(note).toJson()) < 0 || !noteFile.commit())
        return unwritable(noteFile.errorString());
    return {};
}

Result<void> PartFile::resume()
{
    m_file.close();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append))
        return unwritable(m_file.errorString());
    return {};
}

Result<void> PartFile::append(const QByteArray &chunk)
{
    if (m_file.write(chunk) != chunk.size())
        return unwritable(m_file.errorString());
    m_bytes += chunk.size();
    return {};
}

Result<void> PartFile::close()
{
    const bool written = !m_file.isOpen() || m_file.flush();
    const QString reason = m_file.errorString();
    m_file.close();
    if (!written)
        return unwritable(reason);
    return {};
}

void PartFile::discard()
{
    m_file.close();
    m_file.remove();
    QFile::remove(notePath());
    m_bytes = 0;
    m_version = {};
}

Result<QString> PartFile::finish()
{
    if (const Result<void> closed = close(); !closed)
        return closed.error();
    // QFile's rename refuses to replace a file.
    QFile part(path());
    if (!part.rename(m_target))
        return unwritable(part.errorString());
    QFile::remove(notePath());
    return m_target;
}

Error PartFile::unwritable(const QString &reason) const
{
    return {ErrorCode::Unwritable, tr("%1 can't be written: %2. Make room there, or choose another folder.").arg(m_target, reason)};
}

} // namespace flower
