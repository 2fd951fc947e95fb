// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/ModelMetadata.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
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
    if (!decoded || bytes.isEmpty() || bytes.size() % qsizetype(sizeof(float)) != 0)
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

/// A fraction from 0 to 1, else -1: unknown.
double fraction(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && value >= 0 && value <= 1 ? value : -1.0;
}

/// Whether pixels and layers can be divided by these numbers; a NaN is within no range.
bool isUsable(const Preprocessing &preprocessing)
{
    const auto within = [](double value, double least, double most) { return value >= least && value <= most; };
    return within(preprocessing.batchNormEpsilon, 1e-12, 1)
        && std::all_of(preprocessing.mean.begin(), preprocessing.mean.end(), [&](double mean) { return within(mean, -1000, 1000); })
        && std::all_of(preprocessing.std.begin(), preprocessing.std.end(), [&](double std) { return within(std, 1e-6, 1000); });
}

} // namespace

Result<void> readModelMetadata(const QString &path, const QMap<QString, QString> &metadata, ModelInfo &info)
{
    info.preprocessing = preprocessingOf(metadata);
    if (info.preprocessing.inputSize < 32 || info.preprocessing.inputSize > 1024)
        return Error{ErrorCode::Unreadable, tr("%1 asks for an input size that can't be right.").arg(path)};
    if (!isUsable(info.preprocessing)) {
        return Error{ErrorCode::Unreadable,
                     tr("%1 asks for colours or a BatchNorm that can't be right. Fetch the file once more, or choose another.").arg(path)};
    }
    for (const QJsonValue &name : QJsonDocument::fromJson(metadata.value(key("class_names")).toUtf8()).array())
        info.classNames.append(name.toString());
    info.trainedOn = metadata.value(key("trained_on"));
    info.trainedAt = QDateTime::fromString(metadata.value(key("trained_at")), Qt::ISODate);
    info.valTop1 = fraction(metadata.value(key("val_top1")));
    info.testTop1 = fraction(metadata.value(key("test_top1")));
    info.description = metadata.value(key("origin"));
    const std::optional<Calibration> calibration = calibrationOf(metadata);
    if (!calibration) {
        return Error{ErrorCode::Unreadable,
                     tr("%1 holds a temperature or a threshold that can't be right. Train once more, or choose another model.")
                         .arg(path)};
    }
    info.calibration = *calibration;
    return {};
}

QMap<QString, QString> modelMetadata(const ModelInfo &info)
{
    const Preprocessing &preprocessing = info.preprocessing;
    QMap<QString, QString> metadata{
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
        metadata.insert(key("test_time_flip"), key("true")); // programs that don't know it answer without
    insertCalibration(info.calibration, metadata);
    return metadata;
}

} // namespace flower
