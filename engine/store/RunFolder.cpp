// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RunFolder.h"

#include "engine/core/Csv.h"
#include "engine/core/StoredConfig.h"
#include "engine/core/StoredFile.h"
#include "engine/core/StoredPaths.h"
#include "engine/store/CsvTable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace flower {

namespace {

constexpr int kVersion = 2; // 1: all paths absolute
constexpr qint64 kLargestJson = 16 << 20; // bytes; parsed JSON takes many times its bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString number(double value)
{
    return QString::number(value, 'g', 10);
}

QJsonValue toJson(const std::optional<Interval> &interval)
{
    return interval ? QJsonValue(QJsonArray{interval->low, interval->high}) : QJsonValue();
}

std::optional<Interval> intervalFrom(const QJsonValue &value)
{
    const QJsonArray ends = value.toArray();
    if (ends.size() != 2)
        return std::nullopt;
    return Interval{ends.at(0).toDouble(), ends.at(1).toDouble()};
}

QJsonValue toJson(const std::optional<Evaluation> &evaluation)
{
    if (!evaluation)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("photos"), evaluation->photos},
                       {QStringLiteral("skipped"), evaluation->skipped},
                       {QStringLiteral("loss"), evaluation->loss},
                       {QStringLiteral("top1"), evaluation->top1},
                       {QStringLiteral("top1_low"), evaluation->top1Interval.low},
                       {QStringLiteral("top1_high"), evaluation->top1Interval.high},
                       {QStringLiteral("top5"), evaluation->top5},
                       {QStringLiteral("top5_interval"), toJson(evaluation->top5Interval)},
                       {QStringLiteral("mean_per_class"), evaluation->meanPerClass},
                       {QStringLiteral("mean_per_class_interval"), toJson(evaluation->meanPerClassInterval)},
                       {QStringLiteral("ece"), evaluation->ece},
                       {QStringLiteral("ece_before"), evaluation->eceBefore},
                       {QStringLiteral("coverage_at_95_precision"), evaluation->coverageAt95Precision}};
}

std::optional<Evaluation> evaluationFrom(const QJsonValue &value, Subset subset)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    Evaluation evaluation;
    evaluation.subset = subset;
    evaluation.photos = object.value(QStringLiteral("photos")).toInt();
    evaluation.skipped = object.value(QStringLiteral("skipped")).toInt();
    evaluation.loss = object.value(QStringLiteral("loss")).toDouble();
    evaluation.top1 = object.value(QStringLiteral("top1")).toDouble();
    evaluation.top5 = object.value(QStringLiteral("top5")).toDouble();
    evaluation.meanPerClass = object.value(QStringLiteral("mean_per_class")).toDouble();
    evaluation.ece = object.value(QStringLiteral("ece")).toDouble(-1.0);
    evaluation.eceBefore = object.value(QStringLiteral("ece_before")).toDouble(-1.0);
    evaluation.coverageAt95Precision = object.value(QStringLiteral("coverage_at_95_precision")).toDouble(-1.0);
    evaluation.top1Interval = {object.value(QStringLiteral("top1_low")).toDouble(),
                               object.value(QStringLiteral("top1_high")).toDouble()};
    evaluation.top5Interval = intervalFrom(object.value(QStringLiteral("top5_interval")));
    evaluation.meanPerClassInterval = intervalFrom(object.value(QStringLiteral("mean_per_class_interval")));
    return evaluation;
}

QJsonValue toJson(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject toJson(const Calibration &calibration)
{
    return {{QStringLiteral("temperature"), calibration.temperature},
            {QStringLiteral("not_sure_threshold"), toJson(calibration.notSureThreshold)},
            {QStringLiteral("none_of_these_threshold"), toJson(calibration.noneOfTheseThreshold)}};
}

Calibration calibrationFrom(const QJsonObject &object)
{
    const auto number = [&object](const QString &key) -> std::optional<double> {
        const QJsonValue value = object.value(key);
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    const double temperature = object.value(QStringLiteral("temperature")).toDouble(1.0);
    return {temperature > 0 ? temperature : 1.0, number(QStringLiteral("not_sure_threshold")),
            number(QStringLiteral("none_of_these_threshold"))};
}

QString predictionsName(Subset subset)
{
    return QStringLiteral("predictions-%1.csv").arg(subsetKey(subset));
}

} // namespace

RunFolder::RunFolder(QString path) : m_path(std::move(path)) {}

bool RunFolder::holdsModel() const
{
    return QFileInfo::exists(QDir(m_path).filePath(QStringLiteral("model.safetensors")));
}

Result<void> RunFolder::writeRun(const RunDetails &details)
{
    const RunRecord &record = details.record;
    const QJsonObject dataset{{QStringLiteral("name"), record.datasetName},
                              {QStringLiteral("path"), storedDatasetPath(m_path, details.datasetPath)},
                              {QStringLiteral("classes"), QJsonArray::fromStringList(details.classNames)},
                              {QStringLiteral("photos"), record.photos},
                              {QStringLiteral("train"), details.start.trainPhotos},
                              {QStringLiteral("val"), details.start.valPhotos},
                              {QStringLiteral("test"), details.start.testPhotos},
                              {QStringLiteral("split_given"), details.splitWasGiven},
                              {QStringLiteral("split_seed"), QString::number(details.splitSeed)},
                              {QStringLiteral("split_sha256"), record.splitHash},
                              {QStringLiteral("skipped"), details.skippedPhotos}};
    const QJsonObject network{{QStringLiteral("name"), QStringLiteral("MobileNet-V2")},
                              {QStringLiteral("width"), record.width},
                              {QStringLiteral("parameters"), details.start.parameters},
                              {QStringLiteral("multiply_adds"), details.start.multiplyAdds}};
    const QJsonObject environment{{QStringLiteral("program"), QStringLiteral("Flower Trainer " FLOWER_VERSION)},
                                  {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
                                  {QStringLiteral("libraries"), details.libraries},
                                  {QStringLiteral("system"), QSysInfo::prettyProductName()},
                                  {QStringLiteral("device"), details.start.device},
                                  {QStringLiteral("threads"), details.start.threads}};
    const QJsonObject results{{QStringLiteral("epochs"), record.epochsDone},
                              {QStringLiteral("best_epoch"), details.bestEpoch},
                              {QStringLiteral("best_val_top1"), record.bestValTop1},
                              {QStringLiteral("head_val_top1"), details.headValTop1},
                              {QStringLiteral("seconds"), record.seconds},
                              {QStringLiteral("calibration"), toJson(details.calibration)},
                              {QStringLiteral("val"), toJson(details.validation)},
                              {QStringLiteral("test"), toJson(details.test)}};
    const QJsonObject root{{QStringLiteral("version"), kVersion},
                           {QStringLiteral("id"), record.id},
                           {QStringLiteral("started"), record.startedAt.toUTC().toString(Qt::ISODate)},
                           {QStringLiteral("state"), runStateKey(record.state)},
                           {QStringLiteral("dataset"), dataset},
                           {QStringLiteral("network"), network},
                           {QStringLiteral("settings"), QJsonDocument::fromJson(details.config.toJson()).object()},
                           {QStringLiteral("environment"), environment},
                           {QStringLiteral("results"), results}};
    return writeFile(QDir(m_path).filePath(QStringLiteral("run.json")), QJsonDocument(root).toJson());
}

Result<void> RunFolder::writeEpochs(const QList<EpochResult> &epochs)
{
    QString text = QStringLiteral(
        "epoch,phase,train_loss,train_top1,val_loss,val_top1,val_top5,learning_rate,seconds,images_per_second,best\n");
    for (const EpochResult &epoch : epochs) {
        text += QStringList{QString::number(epoch.epoch), phaseKey(epoch.phase), number(epoch.trainLoss),
                            number(epoch.trainTop1), number(epoch.valLoss), number(epoch.valTop1), number(epoch.valTop5),
                            number(epoch.learningRate), number(epoch.seconds), number(epoch.imagesPerSecond),
                            QString::number(epoch.isBest ? 1 : 0)}
                    .join(QLatin1Char(','))
            + QLatin1Char('\n');
    }
    return writeFile(QDir(m_path).filePath(QStringLiteral("epochs.csv")), text.toUtf8());
}

Result<void> RunFolder::writePredictions(const Evaluation &evaluation, const QStringList &classNames, const QString &datasetPath)
{
    const QString photos = datasetPath.isEmpty() ? QString() : datasetFolder(datasetPath);
    QString text = QStringLiteral("path,label,loss,top1,p1,top2,p2,top3,p3,top4,p4,top5,p5,p1_before\n");
    for (const PhotoResult &photo : evaluation.results) {
        QStringList fields{csv::field(storedPath(photos, photo.path)), csv::field(classNames.value(photo.label)), number(photo.loss)};
        for (int rank = 0; rank < 5; ++rank) {
            const bool there = rank < photo.topClasses.size();
            fields.append(there ? csv::field(classNames.value(photo.topClasses.at(rank))) : QString());
            fields.append(there ? number(photo.topProbabilities.at(rank)) : QString());
        }
        fields.append(photo.confidenceBefore < 0 ? QString() : number(photo.confidenceBefore));
        text += fields.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return writeFile(QDir(m_path).filePath(predictionsName(evaluation.subset)), text.toUtf8());
}

Result<RunDetails> RunFolder::read() const
{
    const QDir folder(m_path);
    const QString path = folder.filePath(QStringLiteral("run.json"));
    const Result<QByteArray> bytes = readRunFile(path, kLargestJson);
    if (!bytes)
        return bytes.error();
    const QJsonObject root = QJsonDocument::fromJson(*bytes).object();
    if (!root.value(QStringLiteral("version")).isDouble() || !root.value(QStringLiteral("id")).isString())
        return Error{ErrorCode::Unreadable, tr("%1 is no file of a run, or it is damaged.").arg(path)};
    if (root.value(QStringLiteral("version")).toInt() > kVersion)
        return Error{ErrorCode::Unsupported, tr("%1 was written by a newer version of Flower Trainer.").arg(path)};

    const QJsonObject dataset = root.value(QStringLiteral("dataset")).toObject();
    const QJsonObject network = root.value(QStringLiteral("network")).toObject();
    const QJsonObject environment = root.value(QStringLiteral("environment")).toObject();
    const QJsonObject results = root.value(QStringLiteral("results")).toObject();
    RunDetails details;
    const Result<TrainingConfig> config = storedConfig(QJsonDocument(root.value(QStringLiteral("settings")).toObject()).toJson());
    if (!config)
        return Error{ErrorCode::Unreadable, tr("%1: %2").arg(path, config.error().message)};
    details.config = *config;
    for (const QJsonValue &name : dataset.value(QStringLiteral("classes")).toArray())
        details.classNames.append(name.toString());
    if (const QString stored = dataset.value(QStringLiteral("path")).toString(); !stored.isEmpty())
        details.datasetPath = pathFromStored(folder.absolutePath(), stored);
    details.splitWasGiven = dataset.value(QStringLiteral("split_given")).toBool();
    details.splitSeed = dataset.value(QStringLiteral("split_seed")).toString().toULongLong(); // text: JSON keeps 53 bits
    details.skippedPhotos = dataset.value(QStringLiteral("skipped")).toInt();

    RunRecord &record = details.record;
    record.id = root.value(QStringLiteral("id")).toString();
    record.folder = folder.absolutePath();
    record.datasetName = dataset.value(QStringLiteral("name")).toString();
    record.classes = static_cast<int>(details.classNames.size());
    record.photos = dataset.value(QStringLiteral("photos")).toInt();
    record.splitHash = dataset.value(QStringLiteral("split_sha256")).toString();
    record.width = network.value(QStringLiteral("width")).toDouble(1.0);
    record.startedAt = QDateTime::fromString(root.value(QStringLiteral("started")).toString(), Qt::ISODate);
    record.state = runStateFromKey(root.value(QStringLiteral("state")).toString());
    record.epochsDone = results.value(QStringLiteral("epochs")).toInt();
    record.bestValTop1 = results.value(QStringLiteral("best_val_top1")).toDouble(-1.0);
    record.seconds = results.value(QStringLiteral("seconds")).toDouble();

    details.start.classes = record.classes;
    details.start.trainPhotos = dataset.value(QStringLiteral("train")).toInt();
    details.start.valPhotos = dataset.value(QStringLiteral("val")).toInt();
    details.start.testPhotos = dataset.value(QStringLiteral("test")).toInt();
    details.start.headEpochs = details.config.head.epochs;
    details.start.fineTuneEpochs = details.config.fineTune.epochs;
    details.start.parameters = network.value(QStringLiteral("parameters")).toInteger();
    details.start.multiplyAdds = network.value(QStringLiteral("multiply_adds")).toInteger();
    details.start.device = environment.value(QStringLiteral("device")).toString();
    details.start.threads = environment.value(QStringLiteral("threads")).toInt();
    details.libraries = environment.value(QStringLiteral("libraries")).toString();
    details.bestEpoch = results.value(QStringLiteral("best_epoch")).toInt();
    details.headValTop1 = results.value(QStringLiteral("head_val_top1")).toDouble();
    details.calibration = calibrationFrom(results.value(QStringLiteral("calibration")).toObject());
    details.validation = evaluationFrom(results.value(QStringLiteral("val")), Subset::Validation);
    details.test = evaluationFrom(results.value(QStringLiteral("test")), Subset::Test);
    record.testTop1 = details.test ? details.test->top1 : -1.0;
    if (holdsModel())
        details.modelPath = folder.absoluteFilePath(QStringLiteral("model.safetensors"));

    Result<CsvTable> table = CsvTable::read(folder.filePath(QStringLiteral("epochs.csv")));
    while (table && table->next()) {
        EpochResult epoch;
        epoch.epoch = table->text("epoch").toInt();
        epoch.phase = table->text("phase") == phaseKey(Phase::Head) ? Phase::Head : Phase::FineTune;
        epoch.trainLoss = table->number("train_loss");
        epoch.trainTop1 = table->number("train_top1");
        epoch.valLoss = table->number("val_loss");
        epoch.valTop1 = table->number("val_top1");
        epoch.valTop5 = table->number("val_top5");
        epoch.learningRate = table->number("learning_rate");
        epoch.seconds = table->number("seconds");
        epoch.imagesPerSecond = table->number("images_per_second");
        epoch.isBest = table->text("best") == QLatin1String("1");
        details.epochs.append(epoch);
    }
    return details;
}

QList<RunDetails> readRunFolders(const QString &parent)
{
    QList<RunDetails> runs;
    const QFileInfoList folders = QDir(parent).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &folder : folders) {
        if (Result<RunDetails> details = RunFolder(folder.absoluteFilePath()).read())
            runs.append(std::move(details).value());
    }
    return runs;
}

Result<QList<PhotoResult>> RunFolder::readPredictions(Subset subset, const QStringList &classNames, const QString &datasetPath) const
{
    Result<CsvTable> table = CsvTable::read(QDir(m_path).filePath(predictionsName(subset)));
    if (!table)
        return table.error();
    QHash<QString, int> indices;
    for (int index = 0; index < classNames.size(); ++index)
        indices.insert(classNames.at(index), index);
    const QString photos = datasetPath.isEmpty() ? m_path : datasetFolder(datasetPath);
    QList<PhotoResult> results;
    while (table->next()) {
        PhotoResult photo;
        photo.path = pathFromStored(photos, table->text("path"));
        photo.label = indices.value(table->text("label"), -1);
        photo.loss = table->number("loss");
        constexpr std::array ranks{std::pair{"top1", "p1"}, std::pair{"top2", "p2"}, std::pair{"top3", "p3"},
                                   std::pair{"top4", "p4"}, std::pair{"top5", "p5"}};
        for (const auto &[name, probability] : ranks) {
            if (table->text(name).isEmpty())
                break;
            photo.topClasses.append(indices.value(table->text(name), -1));
            photo.topProbabilities.append(table->number(probability));
        }
        if (const QString before = table->text("p1_before"); !before.isEmpty()) // not in the files of older runs
            photo.confidenceBefore = before.toDouble();
        if (photo.label < 0 || photo.topClasses.contains(-1)) {
            return Error{ErrorCode::Unreadable,
                         tr("%1 names a class that the run doesn't know.").arg(predictionsName(subset))};
        }
        results.append(photo);
    }
    return results;
}

} // namespace flower
