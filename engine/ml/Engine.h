// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoFeatureSource.h"

#include <memory>

// What flower_ml offers to app. No LibTorch name crosses this header.

namespace flower {

std::shared_ptr<Trainer> makeTrainer();
std::shared_ptr<LearningRateFinder> makeLearningRateFinder();
std::shared_ptr<Evaluator> makeEvaluator();
std::shared_ptr<Classifier> makeClassifier();
std::shared_ptr<PhotoMapper> makePhotoMapper();
/// By pretrained weights in `places`: folders, or files. `threads` 0: all cores.
std::shared_ptr<PhotoFeatureSource> makePhotoFeatureSource(const QStringList &places, int threads);
std::shared_ptr<ModelInspector> makeModelInspector();

/// "LibTorch 2.13.0" and the like, for run.json and the about box.
QString mlLibraryVersions();
/// Whether this build and machine can train on `device`.
bool isDeviceAvailable(Device device);

/// What a pass through the network is for: phase 1's features (in the numbers that training computes in) or an answer.
enum class ForwardUse { Features, Prediction };
/// The median time of one such pass over `photos` photos of 224 pixels that are ready, by the code that training and
/// prediction use. `threads` 0: all cores. Errors: as reading weights; Interrupted.
Result<double> medianForwardSeconds(const QString &weightsPath, ForwardUse use, int photos, int threads, RunControl &control);

} // namespace flower
