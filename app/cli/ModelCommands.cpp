// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/core/Csv.h"
#include "engine/core/GroupPrediction.h"
#include "engine/core/HeatMap.h"
#include "engine/core/PhotoFiles.h"
#include "engine/core/StoredFile.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/data/PngFile.h"
#include "engine/ml/Engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QJsonArray toJson(const QList<ScoredClass> &classes)
{
    QJsonArray array;
    for (const ScoredClass &scored : classes)
        array.append(QJsonObject{{QStringLiteral("class"), scored.name}, {QStringLiteral("probability"), scored.probability}});
    return array;
}

QJsonObject toJson(const Prediction &prediction)
{
    QJsonObject object{{QStringLiteral("path"), prediction.path}};
    if (!prediction.error.isEmpty()) {
        object.insert(QStringLiteral("error"), prediction.error);
        return object;
    }
    object.insert(QStringLiteral("top"), toJson(prediction.top));
    object.insert(QStringLiteral("not_sure"), prediction.notSure);
    object.insert(QStringLiteral("none_of_these"), prediction.noneOfThese);
    if (prediction.notSure)
        object.insert(QStringLiteral("candidates"), toJson(prediction.candidates));
    object.insert(QStringLiteral("out_of_set_score"), prediction.outOfSetScore);
    object.insert(QStringLiteral("milliseconds"), prediction.milliseconds);
    return object;
}

/// The answer in words.
QString sentence(const Prediction &prediction)
{
    if (!prediction.error.isEmpty())
        return prediction.error;
    QStringList answers;
    for (const ScoredClass &scored : prediction.top)
        answers.append(QStringLiteral("%1 %2 %").arg(scored.name).arg(scored.probability * 100, 0, 'f', 1));
    const QString list = answers.join(QStringLiteral(", "));
    if (prediction.noneOfThese)
        return tr("none of these (nearest: %1)").arg(list);
    if (prediction.notSure && prediction.candidates.size() == 2) {
        return tr("not sure, could be %1 or %2 (%3)")
            .arg(prediction.candidates.first().name, prediction.candidates.last().name, list);
    }
    return list;
}

QJsonObject toJson(const GroupPrediction &group)
{
    QJsonObject object = toJson(group.fused);
    object.remove(QStringLiteral("path"));
    QJsonArray parts;
    for (const GroupPart &part : group.parts) {
        QJsonObject entry{{QStringLiteral("path"), part.path}};
        if (part.error.isEmpty()) {
            entry.insert(QStringLiteral("answer"), part.answer.name);
            entry.insert(QStringLiteral("probability"), part.answer.probability);
            entry.insert(QStringLiteral("part"), part.part);
        } else {
            entry.insert(QStringLiteral("error"), part.error);
        }
        parts.append(entry);
    }
    object.insert(QStringLiteral("photos"), parts);
    return object;
}

/// Each photo's own answer and its part in the common one, a line each.
QString sentence(const GroupPrediction &group)
{
    QStringList lines{tr("%1 photos of one plant: %2").arg(group.parts.size()).arg(sentence(group.fused))};
    for (const GroupPart &part : group.parts) {
        lines.append(part.error.isEmpty()
                         ? tr("  %1: %2 %3 %, part in the answer %4 %")
                               .arg(part.path, part.answer.name).arg(part.answer.probability * 100, 0, 'f', 1)
                               .arg(part.part * 100, 0, 'f', 1)
                         : QStringLiteral("  %1: %2").arg(part.path, part.error));
    }
    return lines.join(QLatin1Char('\n'));
}

/// Writes the photo with its class activation map to a PNG of a free name in `folder`; returns its path.
Result<QString> writeExplanation(Classifier &classifier, const QString &photo, const QString &folder)
{
    constexpr int longSide = 640;
    constexpr double opacity = 0.5;
    const Result<Explanation> explanation = classifier.explain({photo, {}}, -1);
    if (!explanation)
        return explanation.error();
    const Result<RgbImage> image = PhotoDecoder().load({photo, {}}, longSide);
    if (!image)
        return image.error();
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Unwritable, tr("The folder %1 can't be made. Name one that can be written to.").arg(folder)};
    const QString stem = QFileInfo(photo).completeBaseName() + QStringLiteral(" - ")
        + QString(explanation->explained.name).replace(QLatin1Char('/'), QLatin1Char('_'));
    QString path = QDir(folder).filePath(stem + QStringLiteral(".png"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QDir(folder).filePath(QStringLiteral("%1 (%2).png").arg(stem).arg(number));
    if (const Result<void> written = writePng(path, heatOverlay(*image, *explanation, opacity)); !written)
        return written.error();
    return path;
}

constexpr QLatin1String kCsvHeader("path,answer,probability,not_sure,none_of_these,candidate_1,candidate_2\n");

QString csvLine(const Prediction &prediction)
{
    return QStringList{csv::field(prediction.path),
                       csv::field(prediction.top.first().name),
                       QString::number(prediction.top.first().probability, 'f', 6),
                       QString::number(prediction.notSure ? 1 : 0),
                       QString::number(prediction.noneOfThese ? 1 : 0),
                       csv::field(prediction.candidates.value(0).name),
                       csv::field(prediction.candidates.value(1).name)}
               .join(QLatin1Char(','))
        + QLatin1Char('\n');
}

} // namespace

int predictCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({
        valueOption("model", tr("A trained model."), "FILE"),
        valueOption("top", tr("How many classes to name."), "K", QStringLiteral("5")),
        valueOption("csv", tr("Write the answers to a CSV too."), "FILE"),
        valueOption("explain", tr("Write each photo to a PNG in this folder, with what speaks for its answer in light colours."), "DIR"),
        QCommandLineOption(QStringLiteral("group"), tr("All photos show one plant: one answer to them together.")),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("predict")} + arguments))
        return printUsageError(parser.errorText());
    const int top = parser.value(QStringLiteral("top")).toInt();
    const QString model = parser.value(QStringLiteral("model"));
    if (model.isEmpty() || parser.positionalArguments().isEmpty() || top < 1)
        return printUsageError(tr("predict needs --model, at least one photo or folder, and --top from 1 up."));

    const std::shared_ptr<Classifier> classifier = makeClassifier();
    const Result<ModelInfo> opened = classifier->open(model);
    if (!opened)
        return printError(opened.error());
    QString csv = kCsvHeader;
    int failures = 0;
    const bool json = parser.isSet(QStringLiteral("json"));
    const bool isGroup = parser.isSet(QStringLiteral("group"));
    const QString explanations = parser.value(QStringLiteral("explain"));
    QList<Prediction> group;
    for (const QString &path : photoFilesIn(parser.positionalArguments())) {
        if (!control.checkpoint())
            return Interrupted;
        const Prediction prediction = classifier->classify({path, {}}, isGroup ? static_cast<int>(opened->classNames.size()) : top);
        failures += prediction.error.isEmpty() ? 0 : 1;
        QJsonObject object = toJson(prediction);
        QString line = QStringLiteral("%1: %2").arg(path, sentence(prediction));
        if (!explanations.isEmpty() && prediction.error.isEmpty()) {
            const Result<QString> written = writeExplanation(*classifier, path, explanations);
            if (!written)
                return printError(written.error());
            object.insert(QStringLiteral("explanation"), *written);
            line += tr(" (explained in %1)").arg(*written);
        }
        if (isGroup)
            group.append(prediction);
        else if (json)
            printJson(object);
        else
            printLine(line);
        if (!prediction.top.isEmpty())
            csv += csvLine(prediction);
    }
    if (!group.isEmpty()) {
        const GroupPrediction answer = fusePredictions(group, opened->calibration, top);
        if (json)
            printJson(toJson(answer));
        else
            printLine(sentence(answer));
    }
    if (parser.isSet(QStringLiteral("csv"))) {
        if (const Result<void> written = writeFile(parser.value(QStringLiteral("csv")), csv.toUtf8()); !written)
            return printError(written.error());
    }
    return failures == 0 ? Done : Failed;
}

int infoCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({
        valueOption("model", tr("A trained model."), "FILE"),
        valueOption("weights", tr("Pretrained weights (.safetensors or .pth)."), "FILE"),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("info")} + arguments))
        return printUsageError(parser.errorText());
    const QString path = parser.isSet(QStringLiteral("model")) ? parser.value(QStringLiteral("model"))
                                                               : parser.value(QStringLiteral("weights"));
    if (path.isEmpty())
        return printUsageError(tr("info needs --model or --weights."));
    const Result<ModelInfo> info = makeModelInspector()->inspect(path);
    if (!info)
        return printError(info.error());
    const ArchitectureInfo &network = info->architecture;
    if (parser.isSet(QStringLiteral("json"))) {
        printJson({{QStringLiteral("architecture"), network.name}, {QStringLiteral("width"), network.width},
                   {QStringLiteral("blocks"), network.blocks}, {QStringLiteral("classes"), network.classes},
                   {QStringLiteral("class_names"), QJsonArray::fromStringList(info->classNames)},
                   {QStringLiteral("parameters"), network.parameters},
                   {QStringLiteral("multiply_adds"), network.multiplyAdds},
                   {QStringLiteral("input_size"), network.inputSize}, {QStringLiteral("bytes"), info->fileBytes},
                   {QStringLiteral("has_head"), info->hasHead}, {QStringLiteral("test_time_flip"), info->preprocessing.testFlip}});
    } else {
        printLine(tr("%1, width %2, %3 blocks, input %4 × %4").arg(network.name).arg(network.width).arg(network.blocks)
                      .arg(network.inputSize));
        printLine(tr("%1 classes, %2 parameters, %3 million multiply-adds a photo, %4 MB")
                      .arg(network.classes).arg(network.parameters).arg(double(network.multiplyAdds) / 1e6, 0, 'f', 1)
                      .arg(double(info->fileBytes) / 1e6, 0, 'f', 1));
        if (info->preprocessing.testFlip)
            printLine(tr("Answers from the photo and its mirror image."));
        if (!info->classNames.isEmpty())
            printLine(info->classNames.join(QStringLiteral(", ")));
    }
    return Done;
}

} // namespace flower
