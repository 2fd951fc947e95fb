// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"

#include <QStringList>

namespace flower::fields {

/// The range of a number setting.
struct Range {
    double low;
    double high;
};

/// The words of each enum, in the order of its values.
inline QStringList keysOf(Optimizer) { return {QStringLiteral("adamw"), QStringLiteral("sgd")}; }
inline QStringList keysOf(Schedule)
{
    return {QStringLiteral("constant"), QStringLiteral("step"), QStringLiteral("plateau"), QStringLiteral("cosine")};
}
inline QStringList keysOf(MonitoredMetric) { return {QStringLiteral("valTop1"), QStringLiteral("valLoss")}; }
inline QStringList keysOf(Device)
{
    return {QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda"), QStringLiteral("mps")};
}

inline QStringList keysOf(Precision)
{
    return {QStringLiteral("auto"), QStringLiteral("float32"), QStringLiteral("bfloat16")};
}

inline QStringList keysOf(ClassBalance)
{
    return {QStringLiteral("none"), QStringLiteral("weights"), QStringLiteral("sampling")};
}

/// Calls `visitor(name, member, range)` for each field: the one list that JSON and validation stand on.
template<typename Self, typename Visitor>
void visitAugmentation(Self &self, Visitor &&visit)
{
    visit("enabled", self.enabled);
    visit("randomResizedCrop", self.randomResizedCrop);
    visit("cropMinScale", self.cropMinScale, Range{0.05, 1.0});
    visit("cropResolution", self.cropResolution, Range{0.25, 1.0});
    visit("horizontalFlip", self.horizontalFlip);
    visit("rotationDegrees", self.rotationDegrees, Range{0.0, 180.0});
    visit("brightness", self.brightness, Range{0.0, 0.9});
    visit("contrast", self.contrast, Range{0.0, 0.9});
    visit("saturation", self.saturation, Range{0.0, 0.9});
}

template<typename Self, typename Visitor>
void visitPhase(Self &self, Visitor &&visit)
{
    visit("epochs", self.epochs, Range{0, 1000});
    visit("learningRate", self.learningRate, Range{1e-8, 10.0});
    visit("optimizer", self.optimizer);
    visit("momentum", self.momentum, Range{0.0, 0.999});
    visit("weightDecay", self.weightDecay, Range{0.0, 1.0});
    visit("batchSize", self.batchSize, Range{1, 1024});
    visit("schedule", self.schedule);
    visit("stepEpochs", self.stepEpochs, Range{1, 1000});
    visit("stepFactor", self.stepFactor, Range{0.001, 1.0});
    visit("plateauPatience", self.plateauPatience, Range{1, 1000});
    visit("warmupEpochs", self.warmupEpochs, Range{0, 100});
    visit("dropout", self.dropout, Range{0.0, 0.9});
    visit("labelSmoothing", self.labelSmoothing, Range{0.0, 0.5});
    visit("mixupAlpha", self.mixupAlpha, Range{0.0, 10.0});
    visit("cutmixAlpha", self.cutmixAlpha, Range{0.0, 10.0});
    visit("earlyStopping", self.earlyStopping);
    visit("patience", self.patience, Range{1, 1000});
    visit("metric", self.metric);
    visit("augmentation", self.augmentation);
}

template<typename Self, typename Visitor>
void visitConfig(Self &self, Visitor &&visit)
{
    visit("head", self.head);
    visit("finetune", self.fineTune);
    visit("classBalance", self.classBalance);
    visit("featureViews", self.featureViews, Range{0, 100});
    visit("learningBlocks", self.learningBlocks, Range{0, kBlockCount});
    visit("batchNormLearns", self.batchNormLearns);
    visit("averageDecay", self.averageDecay, Range{0.0, 0.99999});
    visit("testFlip", self.testFlip);
    visit("keepBest", self.keepBest);
    visit("width", self.width, Range{0.35, 1.4});
    visit("imageSize", self.imageSize, Range{32, 512});
    visit("weightsPath", self.weightsPath);
    visit("seed", self.seed);
    visit("device", self.device);
    visit("precision", self.precision);
    visit("threads", self.threads, Range{0, 1024});
    visit("cacheMegabytes", self.cacheMegabytes, Range{0, 1e6});
    visit("runFolder", self.runFolder);
}

template<typename Visitor>
void visitMembers(Augmentation &self, Visitor &&visit) { visitAugmentation(self, visit); }
template<typename Visitor>
void visitMembers(const Augmentation &self, Visitor &&visit) { visitAugmentation(self, visit); }
template<typename Visitor>
void visitMembers(PhaseConfig &self, Visitor &&visit) { visitPhase(self, visit); }
template<typename Visitor>
void visitMembers(const PhaseConfig &self, Visitor &&visit) { visitPhase(self, visit); }

} // namespace flower::fields
