// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace flower {

/// Makes a run that came in a project one of this computer: its photos are those that the list at `table` names, its id is its own.
/// `table` empty: they lie as in the ZIP, two folders up. Nothing that the run says about places elsewhere is kept. `notes` gets a
/// sentence on what was left out. Error: Unreadable, as a sentence. Internal to flower_project.
Result<void> adoptRun(const QString &folder, const QString &table, QSet<QString> &takenIds, QStringList &notes);

} // namespace flower
