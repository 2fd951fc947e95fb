// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/Checkpoint.h"

#include <ATen/CPUGeneratorImpl.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace flower {

namespace {

constexpr int kVersion = 1;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

// JSON keeps doubles to the last bit but knows no infinities, which a run whose loss exploded has: text does.
QString exact(double value)
{
    return QString::number(value, 'g', 17);
}

double number(const QJsonObject &object, const char *name)
{
    return object.value(key(name)).toString().toDouble();
}

QJsonObject toJson(const EpochResult &epoch)
{
    return {{key("phase"), phaseKey(epoch.phase)},
            {key("epoch"), epoch.epoch},
            {key("train_loss"), exact(epoch.trainLoss)},
            {key("train_top1"), exact(epoch.trainTop1)},
            {key("val_loss"), exact(epoch.valLoss)},
            {key("val_top1"), exact(epoch.valTop1)},
            {key("val_top5"), exact(epoch.valTop5)},
            {key("learning_rate"), exact(epoch.learningRate)},
            {key("seconds"), exact(epoch.seconds)},
            {key("images_per_second"), exact(epoch.imagesPerSecond)},
            {key("best"), epoch.isBest}};
}

Phase phaseFrom(const QJsonValue &word)
{
    return word.toString() == phaseKey(Phase::Head) ? Phase::Head : Phase::FineTune;
}

EpochResult epochFrom(const QJsonObject &object)
{
    EpochResult epoch;
    epoch.phase = phaseFrom(object.value(key("phase")));
    epoch.epoch = object.value(key("epoch")).toInt();
    epoch.trainLoss = number(object, "train_loss");
    epoch.trainTop1 = number(object, "train_top1");
    epoch.valLoss = number(object, "val_loss");
    epoch.valTop1 = number(object, "val_top1");
    epoch.valTop5 = number(object, "val_top5");
    epoch.learningRate = number(object, "learning_rate");
    epoch.seconds = number(object, "seconds");
    epoch.imagesPerSecond = number(object, "images_per_second");
    epoch.isBest = object.value(key("best")).toBool();
    return epoch;
}

constexpr const char *kMetadataKey = "checkpoint";

} // namespace

torch::Tensor Checkpoint::tensor(const std::string &name) const
{
    const auto found = tensors.find(name);
    return found == tensors.end() ? torch::Tensor() : found->second;
}

void Checkpoint::copyAll(const std::string &prefix, const std::vector<torch::Tensor> &targets) const
{
    const torch::NoGradGuard noGrad;
    for (size_t index = 0; index < targets.size(); ++index) {
        const torch::Tensor source = tensor(prefix + '.' + std::to_string(index));
        torch::Tensor target = targets[index];
        TORCH_CHECK(source.defined() && source.sizes() == target.sizes(), "the kept state of the run doesn't fit its settings");
        target.copy_(source);
    }
}

void Checkpoint::addAll(const std::string &prefix, const std::vector<torch::Tensor> &sources)
{
    for (size_t index = 0; index < sources.size(); ++index)
        tensors.emplace(prefix + '.' + std::to_string(index), sources[index].detach());
}

SafetensorsContent toContent(const Checkpoint &checkpoint)
{
    QJsonArray epochs;
    for (const EpochResult &epoch : checkpoint.epochs)
        epochs.append(toJson(epoch));
    const QJsonObject sums{{key("loss"), exact(checkpoint.sums.loss)},
                           {key("right"), static_cast<qint64>(checkpoint.sums.right)},
                           {key("photos"), static_cast<qint64>(checkpoint.sums.photos)},
                           {key("learning_rate"), exact(checkpoint.sums.learningRate)},
                           {key("seconds"), exact(checkpoint.sums.seconds)}};
    const QJsonObject root{{key("version"), kVersion},
                           {key("phase"), phaseKey(checkpoint.phase)},
                           {key("phase_is_over"), checkpoint.phaseIsOver},
                           {key("batch"), checkpoint.batch},
                           {key("sums"), sums},
                           {key("seconds"), exact(checkpoint.seconds)},
                           {key("usable_photos"), checkpoint.usablePhotos},
                           {key("best_epoch"), checkpoint.bestEpoch},
                           {key("averaged_steps"), checkpoint.averagedSteps},
                           {key("average_is_in_use"), checkpoint.averageIsInUse},
                           {key("epochs"), epochs}};
    SafetensorsContent content;
    content.tensors = checkpoint.tensors;
    content.metadata.insert(key(kMetadataKey), QString::fromUtf8(QJsonDocument(root).toJson(QJsonDocument::Compact)));
    return content;
}

Result<Checkpoint> checkpointFrom(SafetensorsContent content)
{
    const QJsonObject root = QJsonDocument::fromJson(content.metadata.value(key(kMetadataKey)).toUtf8()).object();
    const int version = root.value(key("version")).toInt();
    if (version < 1)
        return Error{ErrorCode::Unreadable, QCoreApplication::translate("flower", "This file doesn't hold the state of a run.")};
    if (version > kVersion) {
        return Error{ErrorCode::Unsupported,
                     QCoreApplication::translate("flower", "The state of this run was written by a newer version of Flower Trainer.")};
    }
    const auto random = content.tensors.find("random");
    if (random == content.tensors.end() || random->second.sizes() != stateOf(at::detail::getDefaultCPUGenerator()).sizes())
        return Error{ErrorCode::Unreadable, QCoreApplication::translate("flower", "This file doesn't hold the state of a run.")};
    const QJsonObject sums = root.value(key("sums")).toObject();
    Checkpoint checkpoint;
    checkpoint.phase = phaseFrom(root.value(key("phase")));
    checkpoint.phaseIsOver = root.value(key("phase_is_over")).toBool();
    checkpoint.batch = std::max(0, root.value(key("batch")).toInt());
    checkpoint.sums = {number(sums, "loss"), sums.value(key("right")).toInteger(), sums.value(key("photos")).toInteger(),
                       number(sums, "learning_rate"), number(sums, "seconds")};
    checkpoint.seconds = number(root, "seconds");
    checkpoint.usablePhotos = root.value(key("usable_photos")).toInt();
    checkpoint.bestEpoch = root.value(key("best_epoch")).toInt();
    checkpoint.averagedSteps = root.value(key("averaged_steps")).toInt();
    checkpoint.averageIsInUse = root.value(key("average_is_in_use")).toBool();
    const QJsonArray epochs = root.value(key("epochs")).toArray();
    for (const QJsonValue &epoch : epochs)
        checkpoint.epochs.append(epochFrom(epoch.toObject()));
    checkpoint.tensors = std::move(content.tensors);
    return checkpoint;
}

// The state is bytes; files of ours hold integers of 64 bits, which count up to more than a byte does.
torch::Tensor stateOf(const at::Generator &random)
{
    return random.get_state().to(torch::kInt64);
}

void setState(at::Generator &random, const torch::Tensor &state)
{
    random.set_state(state.to(torch::kUInt8));
}

} // namespace flower
