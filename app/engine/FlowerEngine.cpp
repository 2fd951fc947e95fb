// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/FlowerEngine.h"

#include "engine/data/AugmentedViews.h"
#include "engine/data/FlowerDatasetReader.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/data/check/FlowerDatasetChecker.h"
#include "engine/ml/Engine.h"
#include "engine/project/ProjectZip.h"

#include <QThread>

#include <algorithm>

namespace flower {

std::shared_ptr<Trainer> FlowerEngine::makeTrainer() const
{
    return flower::makeTrainer();
}

std::shared_ptr<LearningRateFinder> FlowerEngine::makeLearningRateFinder() const
{
    return flower::makeLearningRateFinder();
}

std::shared_ptr<Evaluator> FlowerEngine::makeEvaluator() const
{
    return flower::makeEvaluator();
}

std::shared_ptr<Classifier> FlowerEngine::makeClassifier() const
{
    return flower::makeClassifier();
}

std::shared_ptr<PhotoMapper> FlowerEngine::makePhotoMapper() const
{
    return flower::makePhotoMapper();
}

std::shared_ptr<ModelInspector> FlowerEngine::makeModelInspector() const
{
    return flower::makeModelInspector();
}

std::shared_ptr<DatasetReader> FlowerEngine::makeDatasetReader(const QString &cacheFolder, const QString &placesFile) const
{
    return std::make_shared<FlowerDatasetReader>(cacheFolder, placesFile);
}

std::shared_ptr<DatasetChecker> FlowerEngine::makeDatasetChecker(const QString &cacheFolder, const QStringList &weightsFolders) const
{
    const int threads = std::max(1, QThread::idealThreadCount() - 1); // one for the window
    return std::make_shared<FlowerDatasetChecker>(cacheFolder, threads, makePhotoFeatureSource(weightsFolders, threads));
}

std::shared_ptr<ProjectArchive> FlowerEngine::makeProjectArchive() const
{
    return std::make_shared<ProjectZip>();
}

std::shared_ptr<PhotoSource> FlowerEngine::makePhotoSource() const
{
    return std::make_shared<PhotoDecoder>();
}

std::shared_ptr<AugmentationSource> FlowerEngine::makeAugmentationSource() const
{
    return std::make_shared<AugmentedViews>();
}

QString FlowerEngine::libraryVersions() const
{
    return mlLibraryVersions();
}

} // namespace flower
