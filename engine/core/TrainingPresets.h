// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"

#include <QStringView>

#include <optional>

namespace flower {

/// Sets of settings to start from. FromScratch is for training without pretrained weights.
enum class Preset { Recommended, AsTaught, FromScratch };

/// The preset that the terminal calls "recommended", "as-taught" or "scratch".
[[nodiscard]] std::optional<Preset> presetNamed(QStringView name);

/// `config` with the settings of `preset`. The run's folder stays, and so do the weights and their width but for FromScratch,
/// which has no weights and a width of its own. That width goes with it.
[[nodiscard]] TrainingConfig withPreset(const TrainingConfig &config, Preset preset);

/// The preset whose settings `config` has; none where one was changed.
[[nodiscard]] std::optional<Preset> presetOf(const TrainingConfig &config);

/// `config` with these pretrained weights (empty: none). FromScratch gives way to Recommended, for its rates would undo what the
/// weights know; settings that were changed stay as they are.
[[nodiscard]] TrainingConfig withWeights(const TrainingConfig &config, const QString &weightsPath);

} // namespace flower
