// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/ModelCardJson.h"

#include "engine/core/ClassReport.h"
#include "engine/core/SelectivePrediction.h"
#include "engine/report/ClassReportJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace flower {

namespace {

constexpr int kVersion = 1;

/// Negative numbers stand for what is unknown.
QJsonValue known(double value)
{
    return value < 0 ? QJsonValue() : QJsonValue(value);
}

QJsonValue number(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue toJson(const std::optional<Interval> &interval)
{
    return interval ? QJsonValue(QJsonArray{interval->low, interval->high}) : QJsonValue();
}

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonObject toJson(const ModelInfo &model)
{
    return {{QStringLiteral("file"), model.path},
            {QStringLiteral("name"), model.architecture.name},
            {QStringLiteral("width"), model.architecture.width},
            {QStringLiteral("input_size"), model.architecture.inputSize},
            {QStringLiteral("parameters"), model.architecture.parameters},
            {QStringLiteral("multiply_adds"), model.architecture.multiplyAdds},
            {QStringLiteral("classes"), QJsonArray::fromStringList(model.classNames)},
            {QStringLiteral("trained_on"), model.trainedOn},
            {QStringLiteral("temperature"), model.calibration.temperature},
            {QStringLiteral("not_sure_threshold"), number(model.calibration.notSureThreshold)},
            {QStringLiteral("none_of_these_threshold"), number(model.calibration.noneOfTheseThreshold)}};
}

QJsonObject toJson(const CardData &data)
{
    QJsonArray classes;
    for (qsizetype label = 0; label < data.classNames.size(); ++label) {
        classes.append(QJsonObject{{QStringLiteral("name"), data.classNames.at(label)},
                                   {QStringLiteral("train"), data.trainPhotos.value(label)},
                                   {QStringLiteral("val"), data.valPhotos.value(label)},
                                   {QStringLiteral("test"), data.testPhotos.value(label)}});
    }
    QJsonArray leftOut;
    for (const PhotoProblem &problem : data.leftOut)
        leftOut.append(QJsonObject{{QStringLiteral("path"), problem.path}, {QStringLiteral("reason"), problem.reason}});
    return {{QStringLiteral("name"), data.name},
            {QStringLiteral("path"), data.path},
            {QStringLiteral("classes"), classes},
            {QStringLiteral("left_out"), leftOut},
            {QStringLiteral("split_given"), data.splitWasGiven},
            {QStringLiteral("split_seed"), data.splitWasGiven ? QJsonValue() : QJsonValue(QString::number(data.splitSeed))},
            {QStringLiteral("split_sha256"), data.splitHash}};
}

QJsonObject toJson(const CardTraining &training)
{
    QJsonArray epochs;
    for (const EpochResult &epoch : training.epochs) {
        epochs.append(QJsonObject{{QStringLiteral("epoch"), epoch.epoch},
                                  {QStringLiteral("phase"), phaseKey(epoch.phase)},
                                  {QStringLiteral("train_loss"), epoch.trainLoss},
                                  {QStringLiteral("train_top1"), epoch.trainTop1},
                                  {QStringLiteral("val_loss"), epoch.valLoss},
                                  {QStringLiteral("val_top1"), epoch.valTop1},
                                  {QStringLiteral("val_top5"), epoch.valTop5},
                                  {QStringLiteral("learning_rate"), epoch.learningRate},
                                  {QStringLiteral("seconds"), epoch.seconds},
                                  {QStringLiteral("best"), epoch.isBest}});
    }
    return {{QStringLiteral("run"), training.runId},
            {QStringLiteral("state"), runStateKey(training.state)},
            {QStringLiteral("started"), isoTime(training.startedAt)},
            {QStringLiteral("seconds"), training.seconds},
            {QStringLiteral("best_epoch"), training.bestEpoch},
            {QStringLiteral("settings"), QJsonDocument::fromJson(training.settings.toJson()).object()},
            {QStringLiteral("epochs"), epochs}};
}

QJsonArray classesOf(const ConfusionMatrix &matrix, const QStringList &names)
{
    QJsonArray classes;
    for (const ClassMetrics &metrics : classReport(matrix))
        classes.append(toJson(metrics, names, QStringLiteral("name")));
    return classes;
}

QJsonArray pairsOf(const ConfusionMatrix &matrix, const QStringList &names)
{
    QJsonArray pairs;
    for (const ConfusedPair &pair : confusedPairs(matrix))
        pairs.append(toJson(pair, names));
    return pairs;
}

QJsonArray reliabilityOf(const QList<PhotoResult> &results)
{
    QJsonArray bins;
    for (const ReliabilityBin &bin : reliabilityDiagram(results)) {
        bins.append(QJsonObject{{QStringLiteral("low"), bin.low},
                                {QStringLiteral("high"), bin.high},
                                {QStringLiteral("photos"), bin.photos},
                                {QStringLiteral("confidence"), bin.confidence},
                                {QStringLiteral("accuracy"), bin.accuracy}});
    }
    return bins;
}

QJsonObject toJson(const CardMeasurement &measurement, const ModelInfo &model)
{
    const Evaluation &evaluation = measurement.evaluation;
    const ConfusionMatrix matrix(evaluation.results, static_cast<int>(model.classNames.size()));
    QJsonObject object{{QStringLiteral("subset"), measurement.subset ? subsetKey(*measurement.subset) : QStringLiteral("all")},
                       {QStringLiteral("photos"), evaluation.photos},
                       {QStringLiteral("skipped"), evaluation.skipped},
                       {QStringLiteral("loss"), evaluation.loss},
                       {QStringLiteral("top1"), evaluation.top1},
                       {QStringLiteral("top1_interval"), toJson(std::optional(evaluation.top1Interval))},
                       {QStringLiteral("top5"), evaluation.top5},
                       {QStringLiteral("top5_interval"), toJson(evaluation.top5Interval)},
                       {QStringLiteral("mean_per_class"), evaluation.meanPerClass},
                       {QStringLiteral("mean_per_class_interval"), toJson(evaluation.meanPerClassInterval)},
                       {QStringLiteral("ece"), known(evaluation.ece)},
                       {QStringLiteral("ece_before"), known(evaluation.eceBefore)},
                       {QStringLiteral("coverage_at_95_precision"), known(evaluation.coverageAt95Precision)},
                       {QStringLiteral("per_class"), classesOf(matrix, model.classNames)},
                       {QStringLiteral("confused_pairs"), pairsOf(matrix, model.classNames)},
                       {QStringLiteral("reliability"), reliabilityOf(evaluation.results)}};
    if (model.calibration.notSureThreshold) {
        const OperatingPoint sure = operatingPoint(evaluation.results, *model.calibration.notSureThreshold);
        object.insert(QStringLiteral("sure_coverage"), sure.coverage);
        object.insert(QStringLiteral("sure_precision"), sure.precision);
    }
    return object;
}

QJsonObject toJson(const CardEnvironment &environment)
{
    return {{QStringLiteral("program"), environment.program},     {QStringLiteral("libraries"), environment.libraries},
            {QStringLiteral("qt"), environment.qt},               {QStringLiteral("system"), environment.system},
            {QStringLiteral("processor"), environment.processor}, {QStringLiteral("device"), environment.device},
            {QStringLiteral("threads"), environment.threads}};
}

} // namespace

QByteArray modelCardJson(const ModelCard &card)
{
    QJsonArray measurements;
    for (const CardMeasurement &measurement : card.measurements)
        measurements.append(toJson(measurement, card.model));
    const QJsonObject root{
        {QStringLiteral("version"), kVersion},
        {QStringLiteral("written"), isoTime(card.writtenAt)},
        {QStringLiteral("model"), toJson(card.model)},
        {QStringLiteral("data"), toJson(card.data)},
        {QStringLiteral("training"), card.training ? QJsonValue(toJson(*card.training)) : QJsonValue()},
        {QStringLiteral("measurements"), measurements},
        {QStringLiteral("earlier_tests"), card.earlierTests ? QJsonValue(*card.earlierTests) : QJsonValue()},
        {QStringLiteral("unknown_classes"), QJsonArray::fromStringList(card.unknownClasses)},
        {QStringLiteral("unseen_classes"), QJsonArray::fromStringList(card.unseenClasses)},
        {QStringLiteral("environment"), toJson(card.environment)}};
    return QJsonDocument(root).toJson();
}

} // namespace flower
