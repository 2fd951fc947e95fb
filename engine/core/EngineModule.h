// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/DatasetChecker.h"
#include "engine/core/ProjectArchive.h"

#include <QtPlugin>

#include <memory>

namespace flower {

/// What the module `flower_engine` offers to a program that loads it while it runs: everything that needs LibTorch, OpenCV
/// or libarchive, behind the contracts. Thread safety: any thread.
class EngineModule
{
public:
    virtual ~EngineModule() = default;
    [[nodiscard]] virtual std::shared_ptr<Trainer> makeTrainer() const = 0;
    [[nodiscard]] virtual std::shared_ptr<LearningRateFinder> makeLearningRateFinder() const = 0;
    [[nodiscard]] virtual std::shared_ptr<Evaluator> makeEvaluator() const = 0;
    [[nodiscard]] virtual std::shared_ptr<Classifier> makeClassifier() const = 0;
    [[nodiscard]] virtual std::shared_ptr<PhotoMapper> makePhotoMapper() const = 0;
    [[nodiscard]] virtual std::shared_ptr<ModelInspector> makeModelInspector() const = 0;
    [[nodiscard]] virtual std::shared_ptr<DatasetReader> makeDatasetReader(const QString &cacheFolder, const QString &placesFile) const = 0;
    /// `weightsFolders`: looked through for pretrained weights, by which photos are compared.
    [[nodiscard]] virtual std::shared_ptr<DatasetChecker> makeDatasetChecker(const QString &cacheFolder, const QStringList &weightsFolders) const = 0;
    [[nodiscard]] virtual std::shared_ptr<ProjectArchive> makeProjectArchive() const = 0;
    [[nodiscard]] virtual std::shared_ptr<PhotoSource> makePhotoSource() const = 0;
    [[nodiscard]] virtual std::shared_ptr<AugmentationSource> makeAugmentationSource() const = 0;
    /// "LibTorch 2.13.0" and the like, for run.json.
    [[nodiscard]] virtual QString libraryVersions() const = 0;
};

} // namespace flower

Q_DECLARE_INTERFACE(flower::EngineModule, "flower-trainer.EngineModule")
