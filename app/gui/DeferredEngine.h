// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/EngineLoader.h"

#include <functional>
#include <memory>

// The engine's contracts for a window that is there before the engine: the first call waits for it, in the worker thread
// that calls. Where the engine can't be loaded, each call answers with the sentence that says so.

namespace flower {

/// `make` is called once, in the thread that trains.
std::shared_ptr<Trainer> deferredTrainer(const EngineFuture &engine,
                                         std::function<std::shared_ptr<Trainer>(const EngineModule &)> make);
std::shared_ptr<LearningRateFinder> deferredLearningRateFinder(const EngineFuture &engine);
std::shared_ptr<Evaluator> deferredEvaluator(const EngineFuture &engine);
std::shared_ptr<Classifier> deferredClassifier(const EngineFuture &engine);
std::shared_ptr<PhotoMapper> deferredPhotoMapper(const EngineFuture &engine);
std::shared_ptr<ModelInspector> deferredModelInspector(const EngineFuture &engine);
std::shared_ptr<DatasetReader> deferredDatasetReader(const EngineFuture &engine, const QString &cacheFolder, const QString &placesFile);
std::shared_ptr<DatasetChecker> deferredDatasetChecker(const EngineFuture &engine, const QString &cacheFolder, const QStringList &weightsFolders);
std::shared_ptr<ProjectArchive> deferredProjectArchive(const EngineFuture &engine);
std::shared_ptr<PhotoSource> deferredPhotoSource(const EngineFuture &engine);
std::shared_ptr<AugmentationSource> deferredAugmentationSource(const EngineFuture &engine);

} // namespace flower
