// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingConfig.h"

#include "engine/core/TrainingConfigFields.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace flower {

namespace {

using fields::Range;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// Writes each field into a JSON object.
struct JsonWriter {
    QJsonObject &object;

    template<typename T>
    void operator()(const char *name, const T &member, Range = {}) const
    {
        const QString key = QString::fromLatin1(name);
        if constexpr (std::is_enum_v<T>) {
            object[key] = fields::keysOf(T{}).at(static_cast<int>(member));
        } else if constexpr (std::is_same_v<T, quint64>) {
            object[key] = QString::number(member); // a JSON number holds 53 bits only
        } else if constexpr (std::is_same_v<T, Augmentation> || std::is_same_v<T, PhaseConfig>) {
            QJsonObject child;
            fields::visitMembers(member, JsonWriter{child});
            object[key] = child;
        } else {
            object[key] = QJsonValue(member);
        }
    }
};

/// Reads each field that is there, remembers the first error, and counts the names it knows.
struct JsonReader {
    const QJsonObject &object;
    QString prefix;
    QString &error;
    QSet<QString> &known;

    void fail(const QString &key, const QString &expected) const
    {
        if (error.isEmpty())
            error = tr("The setting “%1%2” should be %3.").arg(prefix, key, expected);
    }

    template<typename T>
    void operator()(const char *name, T &member, Range = {}) const
    {
        const QString key = QString::fromLatin1(name);
        known.insert(key);
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return;
        if constexpr (std::is_enum_v<T>) {
            const QStringList keys = fields::keysOf(T{});
            const qsizetype index = keys.indexOf(value.toString());
            if (index < 0)
                return fail(key, tr("one of %1").arg(keys.join(QStringLiteral(", "))));
            member = static_cast<T>(index);
        } else if constexpr (std::is_same_v<T, bool>) {
            if (!value.isBool())
                return fail(key, tr("true or false"));
            member = value.toBool();
        } else if constexpr (std::is_same_v<T, quint64>) {
            bool ok = value.isString();
            const quint64 number = ok ? value.toString().toULongLong(&ok) : 0;
            const double asDouble = value.toDouble(-1.0);
            if (!ok && (asDouble < 0 || asDouble > 9.007e15 || asDouble != std::floor(asDouble)))
                return fail(key, tr("a whole number from 0 up"));
            member = ok ? number : static_cast<quint64>(asDouble);
        } else if constexpr (std::is_same_v<T, QString>) {
            if (!value.isString())
                return fail(key, tr("a text"));
            member = value.toString();
        } else if constexpr (std::is_same_v<T, Augmentation> || std::is_same_v<T, PhaseConfig>) {
            if (!value.isObject())
                return fail(key, tr("an object"));
            readObject(value.toObject(), member, prefix + key + QLatin1Char('.'), error);
        } else if constexpr (std::is_same_v<T, int>) {
            const double number = value.toDouble(0.5);
            if (number != std::floor(number) || std::abs(number) > 1e9)
                return fail(key, tr("a whole number"));
            member = static_cast<int>(number);
        } else {
            if (!value.isDouble())
                return fail(key, tr("a number"));
            member = value.toDouble();
        }
    }

    static void reportUnknown(const QJsonObject &object, const QSet<QString> &known, const QString &prefix, QString &error)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!known.contains(it.key()) && error.isEmpty())
                error = tr("There is no setting “%1%2”.").arg(prefix, it.key());
        }
    }

    template<typename T>
    static void readObject(const QJsonObject &object, T &target, const QString &prefix, QString &error)
    {
        QSet<QString> known;
        fields::visitMembers(target, JsonReader{object, prefix, error, known});
        reportUnknown(object, known, prefix, error);
    }
};

/// Collects the numbers outside their range.
struct RangeChecker {
    QString prefix;
    QList<ConfigProblem> &problems;

    template<typename T>
    void operator()(const char *name, const T &member, Range range = {}) const
    {
        const QString field = prefix + QString::fromLatin1(name);
        if constexpr (std::is_same_v<T, Augmentation> || std::is_same_v<T, PhaseConfig>) {
            fields::visitMembers(member, RangeChecker{field + QLatin1Char('.'), problems});
        } else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, double>) {
            if (!(member >= range.low && member <= range.high)) {
                problems.append({field, tr("“%1” is %2; it should be between %3 and %4.")
                                            .arg(field).arg(member).arg(range.low).arg(range.high)});
            }
        }
    }
};

} // namespace

TrainingConfig::TrainingConfig()
{
    fineTune.epochs = 30;
    fineTune.learningRate = 1e-4;
    // docs/accuracy.md:
    featureViews = 5;
    learningBlocks = 13;
    fineTune.augmentation.cropResolution = 0.86;
}

TrainingConfig TrainingConfig::asTaught()
{
    TrainingConfig config;
    config.batchNormLearns = true;
    config.featureViews = 0;
    config.learningBlocks = kBlockCount;
    config.fineTune.augmentation.cropResolution = 1.0;
    return config;
}

TrainingConfig TrainingConfig::forScratch()
{
    TrainingConfig config;
    config.learningBlocks = kBlockCount;
    config.fineTune.augmentation.cropResolution = 1.0;
    config.head.epochs = 0;
    config.fineTune.epochs = 40;
    config.fineTune.learningRate = 2e-3;
    config.fineTune.schedule = Schedule::Cosine;
    config.fineTune.augmentation.cropMinScale = 0.6;
    config.batchNormLearns = true;
    config.width = 0.35;
    config.imageSize = 96;
    return config;
}

QList<ConfigProblem> TrainingConfig::validate() const
{
    QList<ConfigProblem> problems;
    fields::visitConfig(*this, RangeChecker{QString(), problems});
    if (std::none_of(std::begin(kWidths), std::end(kWidths), [this](double known) { return std::abs(known - width) < 1e-9; }))
        problems.append({QStringLiteral("width"), tr("The width should be 0.35, 0.5, 0.75, 1.0 or 1.4.")});
    if (imageSize % 32 != 0)
        problems.append({QStringLiteral("imageSize"), tr("The image size should be a multiple of 32, as 224 is.")});
    if (head.epochs + fineTune.epochs == 0)
        problems.append({QStringLiteral("head.epochs"), tr("Both phases have no epochs. Give at least one of them some.")});
    if (head.epochs > 0 && head.cutmixAlpha > 0 && keepsFeatures()) {
        problems.append({QStringLiteral("head.cutmixAlpha"),
                         tr("CutMix in phase 1 cuts pieces from photos, but with kept views phase 1 sees only their features. Set "
                            "“Kept views” to 0 and augmentation on, use Mixup, or set CutMix of phase 1 to 0.")});
    }
    if (runFolder.isEmpty())
        problems.append({QStringLiteral("runFolder"), tr("Choose a folder for the run's results.")});
    return problems;
}

int TrainingConfig::viewSize(const PhaseConfig &phase) const
{
    const Augmentation &views = phase.augmentation;
    if (!views.enabled || !views.randomResizedCrop)
        return imageSize;
    return std::max(32, 32 * static_cast<int>(std::lround(imageSize * views.cropResolution / 32)));
}

QByteArray TrainingConfig::toJson() const
{
    QJsonObject object;
    object[QStringLiteral("version")] = 1;
    fields::visitConfig(*this, JsonWriter{object});
    return QJsonDocument(object).toJson();
}

Result<TrainingConfig> TrainingConfig::fromJson(const QByteArray &json, const TrainingConfig &base)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject()) {
        return Error{ErrorCode::Unreadable,
                     tr("The settings are not a JSON object (%1 at byte %2).")
                         .arg(parseError.errorString()).arg(parseError.offset)};
    }
    const QJsonObject object = document.object();
    const int version = object.value(QStringLiteral("version")).toInt(1);
    if (version != 1)
        return Error{ErrorCode::Unsupported, tr("The settings have version %1; this program knows version 1.").arg(version)};

    TrainingConfig config = base;
    QString error;
    QSet<QString> known{QStringLiteral("version")};
    fields::visitConfig(config, JsonReader{object, QString(), error, known});
    JsonReader::reportUnknown(object, known, QString(), error);
    if (!error.isEmpty())
        return Error{ErrorCode::InvalidArgument, error};
    return config;
}

} // namespace flower
