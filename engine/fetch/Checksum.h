// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

namespace flower {

/// Whether `file` names a checksum at all.
bool hasChecksum(const RemoteFile &file);

/// Whether what lies at `path` has every checksum that `file` names. Errors: Unreadable, Interrupted. Any thread.
Result<bool> hasRightChecksum(const QString &path, const RemoteFile &file, RunControl &control);

} // namespace flower
