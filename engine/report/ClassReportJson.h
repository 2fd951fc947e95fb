// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ClassReport.h"

#include <QJsonObject>
#include <QStringList>

namespace flower {

// How the terminal and the model card write a class report; fractions of 1, and null where nothing is known.

/// "support", "precision", "recall", "f1", "most_confused_with", "most_confused_photos", and the class's name under `nameKey`.
QJsonObject toJson(const ClassMetrics &metrics, const QStringList &names, const QString &nameKey);
/// "first", "second", "first_as_second", "second_as_first".
QJsonObject toJson(const ConfusedPair &pair, const QStringList &names);

} // namespace flower
