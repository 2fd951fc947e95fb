// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingPresets.h"

namespace flower {

std::optional<Preset> presetNamed(QStringView name)
{
    if (name == QLatin1String("recommended"))
        return Preset::Recommended;
    if (name == QLatin1String("as-taught"))
        return Preset::AsTaught;
    if (name == QLatin1String("scratch"))
        return Preset::FromScratch;
    return std::nullopt;
}

TrainingConfig withPreset(const TrainingConfig &config, Preset preset)
{
    TrainingConfig result = preset == Preset::FromScratch ? TrainingConfig::forScratch()
                            : preset == Preset::AsTaught  ? TrainingConfig::asTaught()
                                                          : TrainingConfig();
    result.runFolder = config.runFolder;
    if (preset != Preset::FromScratch) {
        result.weightsPath = config.weightsPath;
        if (presetOf(config) != Preset::FromScratch)
            result.width = config.width;
    }
    return result;
}

std::optional<Preset> presetOf(const TrainingConfig &config)
{
    TrainingConfig candidate = TrainingConfig::forScratch();
    candidate.runFolder = config.runFolder;
    if (candidate == config)
        return Preset::FromScratch;
    for (const Preset preset : {Preset::Recommended, Preset::AsTaught}) {
        candidate = preset == Preset::AsTaught ? TrainingConfig::asTaught() : TrainingConfig();
        candidate.runFolder = config.runFolder;
        candidate.weightsPath = config.weightsPath;
        candidate.width = config.width; // is what the weights are for
        if (candidate == config)
            return preset;
    }
    return std::nullopt;
}

TrainingConfig withWeights(const TrainingConfig &config, const QString &weightsPath)
{
    TrainingConfig result = config;
    if (!weightsPath.isEmpty() && presetOf(config) == Preset::FromScratch)
        result = withPreset(config, Preset::Recommended);
    result.weightsPath = weightsPath;
    return result;
}

} // namespace flower
