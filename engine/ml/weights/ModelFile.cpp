// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/ModelFile.h"

#include "engine/core/TrainingConfig.h"
#include "engine/ml/weights/PthFile.h"
#include "engine/ml/weights/SafetensorsFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <cmath>
#include <optional>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

std::array<double, 3> triple(const QString &json, const std::array<double, 3> &otherwise)
{
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    if (array.size() != 3)
        return otherwise;
    return {array.at(0).toDouble(), array.at(1).toDouble(), array.at(2).toDouble()};
}

QString tripleText(const std::array<double, 3> &values)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{values[0], values[1], values[2]}).toJson(QJsonDocument::Compact));
}

Preprocessing preprocessingOf(const QMap<QString, QString> &metadata)
{
    Preprocessing preprocessing; // torchvision's, where the file is silent
    preprocessing.inputSize = metadata.value(key("input_size"), key("224")).toInt();
    preprocessing.mean = triple(metadata.value(key("mean")), preprocessing.mean);
    preprocessing.std = triple(metadata.value(key("std")), preprocessing.std);
    preprocessing.batchNormEpsilon = metadata.value(key("bn_eps"), key("1e-5")).toDouble();
    if (metadata.value(key("padding")) == QLatin1String("tensorflow_same"))
        preprocessing.padding = Padding::Same;
    preprocessing.testFlip = metadata.value(key("test_time_flip")) == QLatin1String("true");
    return preprocessing;
}

constexpr double kHighestTemperature = 1000.0; // beyond, the file is damaged

QString exactText(double value)
{
    return QString::number(value, 'g', 17);
}

constexpr QLatin1String kOutOfSetScore("centred_cosine");

/// Little-endian float32 in Base64: numbers in metadata, which other programs read as text and leave alone.
QString textOf(const QList<float> &values)
{
    QByteArray bytes(values.size() * qsizetype(sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(values.constData(), values.size(), bytes.data());
    return QString::fromLatin1(bytes.toBase64());
}

/// Empty where the text is no such list.
QList<float> floatsOf(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray &bytes = decoded.decoded;
    if (!decoded || bytes.size() % qsizetype(sizeof(float)) != 0)
        return {};
    QList<float> values(bytes.size() / qsizetype(sizeof(float)));
    qFromLittleEndian<float>(bytes.constData(), values.size(), values.data());
    return values;
}

/// Nothing where a number is there and none, or a temperature that can't be.
std::optional<Calibration> calibrationOf(const QMap<QString, QString> &metadata)
{
    Calibration calibration;
    bool usable = true;
    const auto number = [&](const char *name) -> std::optional<double> {
        const QString text = metadata.value(key(name));
        if (text.isEmpty())
            return std::nullopt;
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        usable = usable && isNumber && std::isfinite(value);
        return value;
    };
    calibration.temperature = number("temperature").value_or(1.0);
    calibration.notSureThreshold = number("not_sure_threshold");
    calibration.noneOfTheseThreshold = number("none_of_these_threshold");
    calibration.featureMean = floatsOf(metadata.value(key("feature_mean")));
    // A threshold of another score than ours, or without what the score is taken from, says nothing.
    if (metadata.value(key("out_of_set_score")) != kOutOfSetScore || calibration.featureMean.isEmpty())
        calibration.noneOfTheseThreshold.reset();
    for (const float value : std::as_const(calibration.featureMean))
        usable = usable && std::isfinite(value);
    if (!usable || calibration.temperature <= 0 || calibration.temperature > kHighestTemperature)
        return std::nullopt;
    return calibration;
}

void insertCalibration(const Calibration &calibration, QMap<QString, QString> &metadata)
{
    metadata.insert(key("temperature"), exactText(calibration.temperature));
    if (calibration.notSureThreshold)
        metadata.insert(key("not_sure_threshold"), exactText(*calibration.notSureThreshold));
    if (calibration.noneOfTheseThreshold) {
        metadata.insert(key("none_of_these_threshold"), exactText(*calibration.noneOfTheseThreshold));
        metadata.insert(key("out_of_set_score"), kOutOfSetScore);
    }
    if (!calibration.featureMean.isEmpty())
        metadata.insert(key("feature_mean"), textOf(calibration.featureMean));
}

const torch::Tensor *find(const std::map<std::string, torch::Tensor> &tensors, const std::string &name)
{
    const auto found = tensors.find(name);
    return found == tensors.end() ? nullptr : &found->second;
}

/// The width whose block shapes are those of the file; the first convolution and a late projection tell all five apart.
std::optional<double> widthOf(const std::map<std::string, torch::Tensor> &tensors)
{
    const torch::Tensor *projection = find(tensors, "features.17.conv.2.weight");
    if (projection == nullptr || projection->dim() != 4)
        return std::nullopt;
    for (const double width : kWidths) {
        if (projection->size(0) == roundedChannels(320 * width))
            return width;
    }
    return std::nullopt;
}

QString shapeText(const torch::Tensor &tensor)
{
    QStringList sides;
    for (const int64_t side : tensor.sizes())
        sides.append(QString::number(side));
    return sides.join(QStringLiteral(" × "));
}

/// Copies every tensor of `module` whose name starts with `prefix`; names what doesn't fit.
Result<void> copyTensors(const WeightsFile &weights, MobileNetV2 &network, const std::string &prefix)
{
    const torch::NoGradGuard noGrad;
    QStringList problems;
    std::map<std::string, torch::Tensor> targets;
    for (const auto &item : network->named_parameters())
        targets.emplace(item.key(), item.value());
    for (const auto &item : network->named_buffers())
        targets.emplace(item.key(), item.value());

    for (auto &[name, target] : targets) {
        if (name.rfind(prefix, 0) != 0)
            continue;
        const torch::Tensor *source = find(weights.tensors, name);
        if (source == nullptr) {
            if (name.find("num_batches_tracked") == std::string::npos)
                problems.append(tr("“%1” is missing").arg(QString::fromStdString(name)));
        } else if (source->sizes() != target.sizes()) {
            problems.append(tr("“%1” is %2 instead of %3")
                                .arg(QString::fromStdString(name), shapeText(*source), shapeText(target)));
        } else {
            target.copy_(*source);
        }
    }
    for (const auto &[name, tensor] : weights.tensors) {
        if (name.rfind(prefix, 0) == 0 && targets.find(name) == targets.end())
            problems.append(tr("“%1” is unknown").arg(QString::fromStdString(name)));
    }
    if (problems.isEmpty())
        return {};
    const qsizetype more = problems.size() - 3;
    QString list = problems.mid(0, 3).join(QStringLiteral(", "));
    if (more > 0)
        list += tr(" and %1 more").arg(more);
    return Error{ErrorCode::Unreadable,
                 tr("These weights don't fit MobileNet-V2 of width %1: %2.").arg(network->options().width).arg(list)};
}

/// Whether a file starts as a zip archive or a pickle does. A safetensors header of a certain length starts with the same
/// bytes; the brace behind the length tells them apart.
bool looksLikePth(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(9);
    if (start.size() == 9 && start.at(8) == '{'
        && qFromLittleEndian<quint64>(start.constData()) <= static_cast<quint64>(file.size() - 8))
        return false;
    return start.startsWith("PK") || start.startsWith('\x80');
}

/// Training can't start from a number that is none: one of them spoils every answer.
Result<void> checkFinite(const QString &path, const std::map<std::string, torch::Tensor> &tensors)
{
    for (const auto &[name, tensor] : tensors) {
        if (tensor.is_floating_point() && !torch::isfinite(tensor).all().item<bool>()) {
            return Error{ErrorCode::Unreadable,
                         tr("The tensor “%2” in %1 holds values that are infinite or not numbers. Fetch the file once more, or "
                            "choose another.").arg(path, QString::fromStdString(name))};
        }
    }
    return {};
}

} // namespace

Result<WeightsFile> readWeights(const QString &path)
{
    Result<SafetensorsContent> content = looksLikePth(path) ? readPth(path) : readSafetensors(path);
    if (!content)
        return content.error();
    if (const Result<void> finite = checkFinite(path, content->tensors); !finite)
        return finite.error();

    WeightsFile weights;
    weights.tensors = std::move(content->tensors);
    const std::optional<double> width = widthOf(weights.tensors);
    if (!width) {
        return Error{ErrorCode::Unsupported,
                     tr("%1 doesn't hold a MobileNet-V2 of a known width. Choose weights in torchvision's names.").arg(path)};
    }
    ModelInfo &info = weights.info;
    const QMap<QString, QString> &metadata = content->metadata;
    info.path = path;
    info.fileBytes = QFileInfo(path).size();
    info.preprocessing = preprocessingOf(metadata);
    const torch::Tensor *head = find(weights.tensors, "classifier.1.weight");
    info.hasHead = head != nullptr && head->dim() == 2;
    const int classes = info.hasHead ? static_cast<int>(head->size(0)) : 1000;
    info.architecture = describeMobileNetV2(*width, classes, info.preprocessing.inputSize);
    for (const QJsonValue &name : QJsonDocument::fromJson(metadata.value(key("class_names")).toUtf8()).array())
        info.classNames.append(name.toString());
    info.trainedOn = metadata.value(key("trained_on"));
    info.trainedAt = QDateTime::fromString(metadata.value(key("trained_at")), Qt::ISODate);
    info.valTop1 = metadata.value(key("val_top1"), key("-1")).toDouble();
    info.testTop1 = metadata.value(key("test_top1"), key("-1")).toDouble();
    info.description = metadata.value(key("origin"));
    if (info.preprocessing.inputSize < 32 || info.preprocessing.inputSize > 1024)
        return Error{ErrorCode::Unreadable, tr("%1 asks for an input size that can't be right.").arg(path)};
    const std::optional<Calibration> calibration = calibrationOf(metadata);
    if (!calibration) {
        return Error{ErrorCode::Unreadable,
                     tr("%1 holds a temperature or a threshold that can't be right. Train once more, or choose another model.")
                         .arg(path)};
    }
    info.calibration = *calibration;
    return weights;
}

Result<LoadedModel> readModel(const QString &path)
{
    const Result<WeightsFile> weights = readWeights(path);
    if (!weights)
        return weights.error();
    if (!weights->info.hasHead || weights->info.classNames.size() != weights->info.architecture.classes) {
        return Error{ErrorCode::Unsupported,
                     tr("%1 holds pretrained weights, not a trained classifier: it names no classes. Train with it first, "
                        "or choose the model of a run.").arg(path)};
    }
    MobileNetV2Options options;
    options.width = weights->info.architecture.width;
    options.classes = weights->info.architecture.classes;
    options.padding = weights->info.preprocessing.padding;
    options.batchNormEpsilon = weights->info.preprocessing.batchNormEpsilon;

    LoadedModel model;
    model.network = MobileNetV2(options);
    model.info = weights->info;
    if (const Result<void> copied = copyTensors(*weights, model.network, std::string()); !copied)
        return copied.error();
    for (torch::Tensor &parameter : model.network->parameters()) {
        if (parameter.dim() == 4)
            parameter.set_data(parameter.detach().contiguous(torch::MemoryFormat::ChannelsLast));
    }
    model.network->eval();
    return model;
}

Result<void> copyBackbone(const WeightsFile &weights, MobileNetV2 &network)
{
    return copyTensors(weights, network, "features.");
}

Result<void> copyNetwork(const WeightsFile &weights, MobileNetV2 &network)
{
    return copyTensors(weights, network, std::string());
}

SafetensorsContent modelContent(const MobileNetV2 &network, const ModelInfo &info)
{
    SafetensorsContent content;
    for (const auto &item : network->named_parameters())
        content.tensors.emplace(item.key(), item.value());
    for (const auto &item : network->named_buffers())
        content.tensors.emplace(item.key(), item.value());

    const Preprocessing &preprocessing = info.preprocessing;
    content.metadata = {
        {key("format_version"), key("1")},
        {key("architecture"), key("mobilenet_v2")},
        {key("width_multiplier"), QString::number(info.architecture.width)},
        {key("input_size"), QString::number(preprocessing.inputSize)},
        {key("mean"), tripleText(preprocessing.mean)},
        {key("std"), tripleText(preprocessing.std)},
        {key("padding"), preprocessing.padding == Padding::Same ? key("tensorflow_same") : key("symmetric")},
        {key("bn_eps"), QString::number(preprocessing.batchNormEpsilon)},
        {key("class_names"),
         QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(info.classNames)).toJson(QJsonDocument::Compact))},
        {key("trained_on"), info.trainedOn},
        {key("trained_at"), info.trainedAt.toUTC().toString(Qt::ISODate)},
        {key("val_top1"), QString::number(info.valTop1)},
        {key("test_top1"), QString::number(info.testTop1)},
    };
    if (preprocessing.testFlip)
        content.metadata.insert(key("test_time_flip"), key("true")); // programs that don't know it answer without
    insertCalibration(info.calibration, content.metadata);
    return content;
}

Result<void> writeModel(const QString &path, const MobileNetV2 &network, const ModelInfo &info)
{
    return writeSafetensors(path, modelContent(network, info));
}

} // namespace flower
