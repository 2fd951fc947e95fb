// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QLockFile>

namespace flower {

/// Keeps a run's folder for one program while it trains there (run.lock, which holds its process). The lock of a program that
/// crashed counts no more.
class RunLock
{
public:
    explicit RunLock(const QString &runFolder);

    /// Takes the lock; it goes with this object. InvalidArgument: another program, or another part of this one, trains there. A
    /// folder that can't be written to is left to who writes there first.
    Result<void> take();
    /// Whether somebody trains in the folder now.
    static bool isTaken(const QString &runFolder);

private:
    QString m_runFolder;
    QLockFile m_file;
};

} // namespace flower
