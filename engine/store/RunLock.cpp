// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RunLock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace flower {

RunLock::RunLock(const QString &runFolder) : m_runFolder(runFolder), m_file(QDir(runFolder).filePath(QStringLiteral("run.lock")))
{
    m_file.setStaleLockTime(0); // an epoch may take hours: only the end of its process makes a lock stale
}

Result<void> RunLock::take()
{
    if (!QDir().mkpath(m_runFolder) || m_file.tryLock(0) || m_file.error() != QLockFile::LockFailedError)
        return {};
    qint64 process = 0;
    QString host;
    QString program;
    m_file.getLockInfo(&process, &host, &program);
    return Error{ErrorCode::InvalidArgument,
                 QCoreApplication::translate("flower", "Another program trains in the folder %1 at the moment (%2, process %3). Wait for its "
                                                       "end, or choose another folder.")
                     .arg(QDir::toNativeSeparators(m_runFolder), program).arg(process)};
}

bool RunLock::isTaken(const QString &runFolder)
{
    if (!QFileInfo::exists(QDir(runFolder).filePath(QStringLiteral("run.lock"))))
        return false;
    QLockFile file(QDir(runFolder).filePath(QStringLiteral("run.lock")));
    file.setStaleLockTime(0);
    return !file.tryLock(0) && file.error() == QLockFile::LockFailedError;
}

} // namespace flower
