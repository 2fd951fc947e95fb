// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/HttpFetcher.h"

#include "engine/fetch/Checksum.h"
#include "engine/fetch/HttpTransfer.h"
#include "engine/fetch/PartFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QNetworkProxyFactory>

namespace flower {

namespace {

constexpr qint64 kMostBytes = 4ll << 30; ///< of a file whose size isn't known

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// A plain name, so that nothing can be written outside of the chosen folder.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name != QLatin1String(".") && name != QLatin1String("..") && !name.contains(QLatin1Char('/'))
        && !name.contains(QLatin1Char('\\')) && !name.contains(QLatin1Char(':'));
}

/// Judges a file that has the name already.
Result<QString> acceptPresent(const RemoteFile &file, const QString &path, RunControl &control)
{
    const Result<bool> right = hasRightChecksum(path, file, control);
    if (!right)
        return right.error();
    if (*right)
        return path;
    return Error{ErrorCode::InvalidArgument,
                 tr("%1 is there already and is a different file. Move it away, or choose another folder.").arg(path)};
}

/// Fills `part`, starting over once where what is there doesn't fit.
Result<void> fill(PartFile &part, const RemoteFile &file, const TransferRules &rules, RunControl &control,
                  const ProgressSink &progress)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        HttpTransfer transfer(part, rules, control, progress);
        const Result<HttpTransfer::Outcome> outcome = transfer.run(file.url);
        if (!outcome)
            return outcome.error();
        if (*outcome == HttpTransfer::Outcome::Complete)
            return {};
        if (part.bytes() > 0) {
            // It may be whole and only lack its name.
            const Result<bool> whole = hasRightChecksum(part.path(), file, control);
            if (!whole)
                return whole.error();
            if (*whole)
                return {};
        }
        part.discard();
    }
    return Error{ErrorCode::Network, tr("%1 answers in a way that makes no sense. Try again later.").arg(file.url.host())};
}

} // namespace

HttpFetcher::HttpFetcher(Access access, std::chrono::milliseconds timeout) : m_access(access), m_timeout(timeout)
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

Result<QString> HttpFetcher::fetch(const RemoteFile &file, const QString &folder, RunControl &control, const ProgressSink &progress)
{
    TransferRules rules;
    rules.loopbackHttp = m_access == Access::LoopbackHttpToo;
    rules.mostBytes = file.bytes > 0 ? 2 * file.bytes : kMostBytes;
    rules.timeout = m_timeout;
    if (!isPlainName(file.fileName))
        return Error{ErrorCode::InvalidArgument, tr("“%1” isn't a file's name.").arg(file.fileName)};
    if (!HttpTransfer::mayFetch(file.url, rules)) {
        return Error{ErrorCode::InvalidArgument,
                     tr("%1 isn't a secure address. Only https:// addresses are fetched from.").arg(file.url.toString())};
    }
    if (!hasChecksum(file))
        return Error{ErrorCode::InvalidArgument, tr("There is no checksum to compare “%1” with, so it isn't fetched.").arg(file.fileName)};
    const QDir target(folder);
    if (!target.mkpath(QStringLiteral(".")))
        return Error{ErrorCode::Unwritable, tr("The folder %1 can't be made. Choose another one.").arg(folder)};
    const QString path = target.absoluteFilePath(file.fileName);
    if (QFileInfo::exists(path))
        return acceptPresent(file, path, control);
    QLockFile lock(path + QStringLiteral(".part.lock"));
    lock.setStaleLockTime(0); // a large file takes long; the lock of a program that is gone counts as stale anyway
    if (!lock.tryLock(0)) {
        if (lock.error() == QLockFile::LockFailedError)
            return Error{ErrorCode::InvalidArgument, tr("%1 is being fetched already. Wait for its end.").arg(file.fileName)};
        return Error{ErrorCode::Unwritable, tr("Nothing can be written to %1. Choose another folder.").arg(folder)};
    }

    PartFile part(path, file.url);
    if (const Result<void> filled = fill(part, file, rules, control, progress); !filled)
        return filled.error();
    const Result<bool> right = hasRightChecksum(part.path(), file, control);
    if (!right)
        return right.error();
    if (!*right) {
        part.discard();
        return Error{ErrorCode::Network,
                     tr("What came from %1 isn't the right file: its checksum differs. It was not kept. Try again later.")
                         .arg(file.url.host())};
    }
    return part.finish();
}

} // namespace flower
