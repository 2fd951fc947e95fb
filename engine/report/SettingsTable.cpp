// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/SettingsTable.h"

#include "engine/core/TrainingConfigFields.h"
#include "engine/report/CardText.h"

#include <QCoreApplication>

#include <type_traits>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// A field of the settings and what people call it. The window's form says the same words.
struct FieldName {
    const char *field;
    const char *text;
};
constexpr FieldName kFieldNames[] = {
    {"epochs", QT_TRANSLATE_NOOP("flower", "Epochs")},
    {"learningRate", QT_TRANSLATE_NOOP("flower", "Learning rate")},
    {"optimizer", QT_TRANSLATE_NOOP("flower", "Optimiser")},
    {"momentum", QT_TRANSLATE_NOOP("flower", "Momentum")},
    {"weightDecay", QT_TRANSLATE_NOOP("flower", "Weight decay")},
    {"batchSize", QT_TRANSLATE_NOOP("flower", "Batch size")},
    {"schedule", QT_TRANSLATE_NOOP("flower", "Schedule")},
    {"stepEpochs", QT_TRANSLATE_NOOP("flower", "Step every")},
    {"stepFactor", QT_TRANSLATE_NOOP("flower", "Step factor")},
    {"plateauPatience", QT_TRANSLATE_NOOP("flower", "Plateau patience")},
    {"warmupEpochs", QT_TRANSLATE_NOOP("flower", "Warm-up epochs")},
    {"dropout", QT_TRANSLATE_NOOP("flower", "Dropout")},
    {"labelSmoothing", QT_TRANSLATE_NOOP("flower", "Label smoothing")},
    {"mixupAlpha", QT_TRANSLATE_NOOP("flower", "Mixup")},
    {"cutmixAlpha", QT_TRANSLATE_NOOP("flower", "CutMix")},
    {"earlyStopping", QT_TRANSLATE_NOOP("flower", "Early stopping")},
    {"patience", QT_TRANSLATE_NOOP("flower", "Patience")},
    {"metric", QT_TRANSLATE_NOOP("flower", "Watch")},
    {"enabled", QT_TRANSLATE_NOOP("flower", "Augmentation")},
    {"randomResizedCrop", QT_TRANSLATE_NOOP("flower", "Random crop")},
    {"cropMinScale", QT_TRANSLATE_NOOP("flower", "Smallest crop")},
    {"cropResolution", QT_TRANSLATE_NOOP("flower", "Crop resolution")},
    {"horizontalFlip", QT_TRANSLATE_NOOP("flower", "Flip")},
    {"rotationDegrees", QT_TRANSLATE_NOOP("flower", "Rotation (°)")},
    {"brightness", QT_TRANSLATE_NOOP("flower", "Brightness")},
    {"contrast", QT_TRANSLATE_NOOP("flower", "Contrast")},
    {"saturation", QT_TRANSLATE_NOOP("flower", "Saturation")},
    {"classBalance", QT_TRANSLATE_NOOP("flower", "Rare kinds")},
    {"featureViews", QT_TRANSLATE_NOOP("flower", "Kept views")},
    {"learningBlocks", QT_TRANSLATE_NOOP("flower", "Learning blocks")},
    {"batchNormLearns", QT_TRANSLATE_NOOP("flower", "BatchNorm learns")},
    {"averageDecay", QT_TRANSLATE_NOOP("flower", "Weight averaging")},
    {"testFlip", QT_TRANSLATE_NOOP("flower", "Mirror image too")},
    {"keepBest", QT_TRANSLATE_NOOP("flower", "Keep the best epoch")},
    {"width", QT_TRANSLATE_NOOP("flower", "Network width")},
    {"imageSize", QT_TRANSLATE_NOOP("flower", "Image size")},
    {"weightsPath", QT_TRANSLATE_NOOP("flower", "Pretrained weights")},
    {"seed", QT_TRANSLATE_NOOP("flower", "Seed")},
    {"device", QT_TRANSLATE_NOOP("flower", "Device")},
    {"precision", QT_TRANSLATE_NOOP("flower", "Numbers")},
    {"threads", QT_TRANSLATE_NOOP("flower", "Threads")},
    {"cacheMegabytes", QT_TRANSLATE_NOOP("flower", "Photo memory")},
    {"runFolder", QT_TRANSLATE_NOOP("flower", "Run folder")},
};

/// A field that has no name here shows the file format's.
QString nameOf(const char *field)
{
    for (const FieldName &known : kFieldNames) {
        if (qstrcmp(known.field, field) == 0)
            return tr(known.text);
    }
    return QString::fromLatin1(field);
}

QString yesOrNo(bool value)
{
    return value ? tr("yes") : tr("no");
}

/// Puts each field into words; phases are left to their own table.
struct LineVisitor {
    QList<SettingLine> &lines;

    template<typename T>
    void operator()(const char *field, const T &value, fields::Range = {}) const
    {
        if constexpr (std::is_same_v<T, Augmentation>)
            fields::visitMembers(value, *this);
        else if constexpr (!std::is_same_v<T, PhaseConfig>)
            lines.append({nameOf(field), textOf(value)});
    }

private:
    template<typename T>
    static QString textOf(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return fields::keysOf(T{}).at(static_cast<int>(value));
        else if constexpr (std::is_same_v<T, bool>)
            return yesOrNo(value);
        else if constexpr (std::is_same_v<T, QString>)
            return value.isEmpty() ? QStringLiteral("–") : value;
        else if constexpr (std::is_same_v<T, double>)
            return cardLocale().toString(value, 'g', 6);
        else
            return QString::number(value);
    }
};

} // namespace

QList<SettingLine> settingLines(const PhaseConfig &phase)
{
    QList<SettingLine> lines;
    fields::visitMembers(phase, LineVisitor{lines});
    return lines;
}

QList<SettingLine> settingLines(const TrainingConfig &config)
{
    QList<SettingLine> lines;
    fields::visitConfig(config, LineVisitor{lines});
    return lines;
}

} // namespace flower
