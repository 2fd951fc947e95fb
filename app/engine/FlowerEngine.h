// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/EngineModule.h"

#include <QObject>

namespace flower {

/// The engine as a Qt plugin: engine/ml, engine/data and engine/project with their libraries. Its version must be the program's.
class FlowerEngine : public QObject, public EngineModule
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "flower-trainer.EngineModule" FILE "FlowerEngine.json")
    Q_INTERFACES(flower::EngineModule)
public:
    [[nodiscard]] std::shared_ptr<Trainer> makeTrainer() const override;
    [[nodiscard]] std::shared_ptr<LearningRateFinder> makeLearningRateFinder() const override;
    [[nodiscard]] std::shared_ptr<Evaluator> makeEvaluator() const override;
    [[nodiscard]] std::shared_ptr<Classifier> makeClassifier() const override;
    [[nodiscard]] std::shared_ptr<PhotoMapper> makePhotoMapper() const override;
    [[nodiscard]] std::shared_ptr<ModelInspector> makeModelInspector() const override;
    [[nodiscard]] std::shared_ptr<DatasetReader> makeDatasetReader(const QString &cacheFolder, const QString &placesFile) const override;
    [[nodiscard]] std::shared_ptr<DatasetChecker> makeDatasetChecker(const QString &cacheFolder, const QStringList &weightsFolders) const override;
    [[nodiscard]] std::shared_ptr<ProjectArchive> makeProjectArchive() const override;
    [[nodiscard]] std::shared_ptr<PhotoSource> makePhotoSource() const override;
    [[nodiscard]] std::shared_ptr<AugmentationSource> makeAugmentationSource() const override;
    [[nodiscard]] QString libraryVersions() const override;
};

} // namespace flower
