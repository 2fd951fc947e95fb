// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/CheckpointMetadata.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace flower {

namespace {

constexpr int kVersion = 1;
constexpr int kMostEpochs = 100'000; // of a run; far more than settings allow
constexpr qint64 kMostPhotos = 1'000'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

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

/// Whether a run can have come there: epochs one after the other, those of phase 1 first, and counts that count something.
bool isPossible(const RunPosition &position)
{
    const auto epochs = static_cast<int>(position.epochs.size());
    for (int index = 0; index < epochs; ++index) {
        const EpochResult &epoch = position.epochs.at(index);
        const bool goesBack = index > 0 && epoch.phase == Phase::Head && position.epochs.at(index - 1).phase == Phase::FineTune;
        if (epoch.epoch != index + 1 || goesBack)
            return false;
    }
    const bool phaseGoesBack = epochs > 0 && position.epochs.last().phase == Phase::FineTune && position.phase == Phase::Head;
    const EpochSums &sums = position.sums;
    return !phaseGoesBack && position.batch >= 0 && position.usablePhotos >= 0 && position.averagedSteps >= 0
        && position.bestEpoch >= 0 && position.bestEpoch <= epochs && sums.photos >= 0 && sums.photos <= kMostPhotos
        && sums.right >= 0 && sums.right <= sums.photos;
}

constexpr const char *kMetadataKey = "checkpoint";

} // namespace

QMap<QString, QString> positionMetadata(const RunPosition &position)
{
    QJsonArray epochs;
    for (const EpochResult &epoch : position.epochs)
        epochs.append(toJson(epoch));
    const QJsonObject sums{{key("loss"), exact(position.sums.loss)},
                           {key("right"), position.sums.right},
                           {key("photos"), position.sums.photos},
                           {key("learning_rate"), exact(position.sums.learningRate)},
                           {key("seconds"), exact(position.sums.seconds)}};
    const QJsonObject root{{key("version"), kVersion},
                           {key("phase"), phaseKey(position.phase)},
                           {key("phase_is_over"), position.phaseIsOver},
                           {key("batch"), position.batch},
                           {key("sums"), sums},
                           {key("seconds"), exact(position.seconds)},
                           {key("usable_photos"), position.usablePhotos},
                           {key("best_epoch"), position.bestEpoch},
                           {key("averaged_steps"), position.averagedSteps},
                           {key("average_is_in_use"), position.averageIsInUse},
                           {key("epochs"), epochs}};
    return {{key(kMetadataKey), QString::fromUtf8(QJsonDocument(root).toJson(QJsonDocument::Compact))}};
}

Result<RunPosition> positionFrom(const QMap<QString, QString> &metadata)
{
    const Error unreadable{ErrorCode::Unreadable, tr("This file doesn't hold the state of a run.")};
    const QJsonObject root = QJsonDocument::fromJson(metadata.value(key(kMetadataKey)).toUtf8()).object();
    const int version = root.value(key("version")).toInt();
    if (version < 1)
        return unreadable;
    if (version > kVersion)
        return Error{ErrorCode::Unsupported, tr("The state of this run was written by a newer version of Flower Trainer.")};
    const QJsonObject sums = root.value(key("sums")).toObject();
    const QJsonArray epochs = root.value(key("epochs")).toArray();
    if (epochs.size() > kMostEpochs)
        return unreadable;
    RunPosition position;
    position.phase = phaseFrom(root.value(key("phase")));
    position.phaseIsOver = root.value(key("phase_is_over")).toBool();
    position.batch = root.value(key("batch")).toInt();
    position.sums = {number(sums, "loss"), sums.value(key("right")).toInteger(), sums.value(key("photos")).toInteger(),
                     number(sums, "learning_rate"), number(sums, "seconds")};
    position.seconds = number(root, "seconds");
    position.usablePhotos = root.value(key("usable_photos")).toInt();
    position.bestEpoch = root.value(key("best_epoch")).toInt();
    position.averagedSteps = root.value(key("averaged_steps")).toInt();
    position.averageIsInUse = root.value(key("average_is_in_use")).toBool();
    for (const QJsonValue &epoch : epochs)
        position.epochs.append(epochFrom(epoch.toObject()));
    if (!isPossible(position))
        return unreadable;
    return position;
}

} // namespace flower
