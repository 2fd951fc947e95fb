// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/core/Csv.h"
#include "engine/core/PhotoFiles.h"
#include "engine/ml/Engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QSaveFile>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QCommandLineOption option(const char *name, const QString &help, const char *value, const QString &fallback = {})
{
    return QCommandLineOption(QString::fromLatin1(name), help, QString::fromLatin1(value), fallback);
}

QJsonObject toJson(const Prediction &prediction)
{
    QJsonObject object{{QStringLiteral("path"), prediction.path}};
    if (!prediction.error.isEmpty()) {
        object.insert(QStringLiteral("error"), prediction.error);
        return object;
    }
    QJsonArray top;
    for (const ScoredClass &scored : prediction.top)
        top.append(QJsonObject{{QStringLiteral("class"), scored.name}, {QStringLiteral("probability"), scored.probability}});
    object.insert(QStringLiteral("top"), top);
    object.insert(QStringLiteral("milliseconds"), prediction.milliseconds);
    return object;
}

} // namespace

int evaluateCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({
        option("model", tr("A trained model."), "FILE"),
        option("data", tr("The photos: a folder, a CSV, or “samples”."), "DIR_OR_CSV"),
        option("subset", tr("train, val or test."), "NAME", QStringLiteral("test")),
        option("seed", tr("Seed of the split, where the data set gives none."), "N", QStringLiteral("1")),
        option("threads", tr("CPU threads; 0 for all cores."), "N", QStringLiteral("0")),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("evaluate")} + arguments))
        return printUsageError(parser.errorText());
    const QString model = parser.value(QStringLiteral("model"));
    const QString data = parser.value(QStringLiteral("data"));
    std::optional<Subset> subset;
    for (const Subset candidate : kSubsets) {
        if (parser.value(QStringLiteral("subset")) == subsetKey(candidate))
            subset = candidate;
    }
    if (model.isEmpty() || data.isEmpty() || !subset)
        return printUsageError(tr("evaluate needs --model and --data, and --subset is train, val or test."));

    const Result<Dataset> dataset = readData(data, parser.value(QStringLiteral("seed")).toULongLong(), control);
    if (!dataset)
        return printError(dataset.error());
    const Result<Evaluation> evaluation =
        makeEvaluator()->evaluate(model, *dataset, *subset, parser.value(QStringLiteral("threads")).toInt(), control,
                                  [](qint64 done, qint64 total) { showProgress(tr("Evaluating"), done, total); });
    if (!evaluation)
        return printError(evaluation.error());
    showProgress(QString(), 0, 0);
    if (parser.isSet(QStringLiteral("json"))) {
        printJson({{QStringLiteral("subset"), subsetKey(*subset)}, {QStringLiteral("photos"), evaluation->photos},
                   {QStringLiteral("skipped"), evaluation->skipped}, {QStringLiteral("top1"), evaluation->top1},
                   {QStringLiteral("top1_interval"), QJsonArray{evaluation->top1Interval.low, evaluation->top1Interval.high}},
                   {QStringLiteral("top5"), evaluation->top5}, {QStringLiteral("mean_per_class"), evaluation->meanPerClass},
                   {QStringLiteral("loss"), evaluation->loss}});
    } else {
        printLine(tr("%1 photos (%2): top-1 %3, top-5 %4, mean per class %5")
                      .arg(evaluation->photos).arg(subsetKey(*subset)).arg(evaluation->top1, 0, 'f', 4)
                      .arg(evaluation->top5, 0, 'f', 4).arg(evaluation->meanPerClass, 0, 'f', 4));
    }
    return Done;
}

int predictCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({
        option("model", tr("A trained model."), "FILE"),
        option("top", tr("How many classes to name."), "K", QStringLiteral("5")),
        option("csv", tr("Write the answers to a CSV too."), "FILE"),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("predict")} + arguments))
        return printUsageError(parser.errorText());
    const int top = parser.value(QStringLiteral("top")).toInt();
    const QString model = parser.value(QStringLiteral("model"));
    if (model.isEmpty() || parser.positionalArguments().isEmpty() || top < 1)
        return printUsageError(tr("predict needs --model, at least one photo or folder, and --top from 1 up."));

    const std::shared_ptr<Classifier> classifier = makeClassifier();
    if (const Result<ModelInfo> opened = classifier->open(model); !opened)
        return printError(opened.error());
    QString csv = QStringLiteral("path,answer,probability\n");
    int failures = 0;
    for (const QString &path : photoFilesIn(parser.positionalArguments())) {
        if (!control.checkpoint())
            return Interrupted;
        const Prediction prediction = classifier->classify({path, {}}, top);
        failures += prediction.error.isEmpty() ? 0 : 1;
        if (parser.isSet(QStringLiteral("json"))) {
            printJson(toJson(prediction));
        } else if (!prediction.error.isEmpty()) {
            printLine(QStringLiteral("%1: %2").arg(path, prediction.error));
        } else {
            QStringList answers;
            for (const ScoredClass &scored : prediction.top)
                answers.append(QStringLiteral("%1 %2 %").arg(scored.name).arg(scored.probability * 100, 0, 'f', 1));
            printLine(QStringLiteral("%1: %2").arg(path, answers.join(QStringLiteral(", "))));
        }
        if (!prediction.top.isEmpty()) {
            csv += QStringLiteral("%1,%2,%3\n").arg(csv::field(path), csv::field(prediction.top.first().name))
                       .arg(prediction.top.first().probability, 0, 'f', 6);
        }
    }
    if (parser.isSet(QStringLiteral("csv"))) {
        QSaveFile file(parser.value(QStringLiteral("csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(csv.toUtf8()) < 0 || !file.commit())
            return printError({ErrorCode::Unwritable, tr("%1 can't be written: %2.").arg(file.fileName(), file.errorString())});
    }
    return failures == 0 ? Done : Failed;
}

int infoCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({
        option("model", tr("A trained model."), "FILE"),
        option("weights", tr("Pretrained weights (.safetensors or .pth)."), "FILE"),
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
                   {QStringLiteral("has_head"), info->hasHead}});
    } else {
        printLine(tr("%1, width %2, %3 blocks, input %4 × %4").arg(network.name).arg(network.width).arg(network.blocks)
                      .arg(network.inputSize));
        printLine(tr("%1 classes, %2 parameters, %3 million multiply-adds a photo, %4 MB")
                      .arg(network.classes).arg(network.parameters).arg(double(network.multiplyAdds) / 1e6, 0, 'f', 1)
                      .arg(double(info->fileBytes) / 1e6, 0, 'f', 1));
        if (!info->classNames.isEmpty())
            printLine(info->classNames.join(QStringLiteral(", ")));
    }
    return Done;
}

} // namespace flower
