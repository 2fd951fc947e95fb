// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"

#include <QList>
#include <QString>

namespace flower {

/// One setting in words.
struct SettingLine {
    QString name;
    QString value;

    bool operator==(const SettingLine &) const = default;
};

/// The settings of a phase, with augmentation, in the order of the file format. Both phases give the same names.
QList<SettingLine> settingLines(const PhaseConfig &phase);
/// The settings that are of no phase.
QList<SettingLine> settingLines(const TrainingConfig &config);

} // namespace flower
