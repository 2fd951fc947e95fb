// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/core/Calibration.h"
#include "engine/core/ClassReport.h"
#include "engine/core/Csv.h"
#include "engine/core/OutOfSetScore.h"
#include "engine/core/PhotoFiles.h"
#include "engine/core/SelectivePrediction.h"
#include "engine/core/StoredFile.h"
#include "engine/ml/Engine.h"
#include "engine/report/ClassReportJson.h"
#include "engine/report/ModelCard.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace flower {

namespace {

constexpr int kPairsShown = 5; // in the text; JSON has all

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString number(double value)
{
    return QString::number(value, 'g', 17); // all of it: who reckons with these must find the same ties
}

/// What evaluate has measured, ready to be written in its forms.
struct Measured {
    ModelInfo model;
    std::optional<Subset> subset; ///< nothing: all photos
    Evaluation known;
    QStringList unknownClasses;   ///< of the photos, but not of the model
    QStringList unseenClasses;    ///< of the model, but without a photo
    std::optional<Evaluation> unknown; ///< photos of no class of the model; labels mean nothing
};

QString subsetWord(const std::optional<Subset> &subset)
{
    return subset ? subsetKey(*subset) : QStringLiteral("all");
}

QList<double> outOfSetScores(const Evaluation &evaluation)
{
    QList<double> scores;
    for (const PhotoResult &result : evaluation.results)
        scores.append(result.outOfSetScore);
    return scores;
}

Verdict verdictOn(const PhotoResult &result, const Calibration &calibration)
{
    return verdictOf(calibration, result.confidence(), result.outOfSetScore);
}

/// The fraction of the photos that the model would answer with "none of these".
double rejectedFraction(const Evaluation &evaluation, const Calibration &calibration)
{
    const auto rejected = std::count_if(evaluation.results.begin(), evaluation.results.end(), [&](const PhotoResult &result) {
        return verdictOn(result, calibration) == Verdict::NoneOfThese;
    });
    return evaluation.photos > 0 ? static_cast<double>(rejected) / evaluation.photos : 0.0;
}

/// Photos of a folder as if they were test photos of the first class: only their scores are looked at.
Result<Evaluation> evaluateUnknown(const ModelInfo &model, const QString &folder, int threads, RunControl &control)
{
    Dataset dataset;
    dataset.classNames = model.classNames;
    for (const QString &path : photoFilesIn({folder}))
        dataset.samples.append({path, 0});
    if (dataset.samples.isEmpty()) {
        return Error{ErrorCode::NotFound,
                     tr("There are no photos in %1. Name a folder with photos of flowers that the model doesn't know.").arg(folder)};
    }
    Result<ModelEvaluation> measured =
        makeEvaluator()->evaluate(model.path, dataset, std::nullopt, threads, control,
                                  [](qint64 done, qint64 total) { showProgress(tr("Evaluating"), done, total); });
    if (!measured)
        return measured.error();
    return std::move(measured->evaluation);
}

void appendRows(const Measured &measured, const Evaluation &evaluation, bool isKnown, QString &text)
{
    const QStringList &names = measured.model.classNames;
    for (const PhotoResult &result : evaluation.results) {
        const Verdict verdict = verdictOn(result, measured.model.calibration);
        const bool hasSecond = result.topClasses.size() > 1;
        text += QStringList{csv::field(result.path),
                            isKnown ? subsetWord(measured.subset) : QStringLiteral("unknown"),
                            isKnown ? csv::field(names.value(result.label)) : QString(),
                            csv::field(names.value(result.topClasses.value(0))),
                            number(result.confidence()),
                            hasSecond ? csv::field(names.value(result.topClasses.at(1))) : QString(),
                            hasSecond ? number(result.topProbabilities.at(1)) : QString(),
                            isKnown ? QString::number(result.isRight() ? 1 : 0) : QString(),
                            isKnown ? number(result.loss) : QString(),
                            number(result.confidenceBefore),
                            number(result.outOfSetScore),
                            QString::number(verdict == Verdict::NotSure ? 1 : 0),
                            QString::number(verdict == Verdict::NoneOfThese ? 1 : 0)}
                    .join(QLatin1Char(','))
            + QLatin1Char('\n');
    }
}

/// A line for each photo, with what the numbers of the summary are reckoned from.
QString perPhotoCsv(const Measured &measured)
{
    QString text = QStringLiteral("path,subset,label,answer,probability,second,second_probability,right,loss,"
                                  "uncalibrated_probability,out_of_set_score,not_sure,none_of_these\n");
    appendRows(measured, measured.known, true, text);
    if (measured.unknown)
        appendRows(measured, *measured.unknown, false, text);
    return text;
}

void printClassesAsJson(const ConfusionMatrix &matrix, const QStringList &names)
{
    for (const ClassMetrics &metrics : classReport(matrix)) {
        QJsonObject line = toJson(metrics, names, QStringLiteral("class"));
        line.insert(QStringLiteral("event"), QStringLiteral("class"));
        printJson(line);
    }
    for (const ConfusedPair &pair : confusedPairs(matrix)) {
        QJsonObject line = toJson(pair, names);
        line.insert(QStringLiteral("event"), QStringLiteral("pair"));
        printJson(line);
    }
    QJsonArray rows;
    for (int label = 0; label < matrix.classes(); ++label) {
        QJsonArray row;
        for (int answer = 0; answer < matrix.classes(); ++answer)
            row.append(matrix.count(label, answer));
        rows.append(row);
    }
    printJson({{QStringLiteral("event"), QStringLiteral("confusion")},
               {QStringLiteral("classes"), QJsonArray::fromStringList(names)},
               {QStringLiteral("counts"), rows}});
}

QJsonValue toJson(const std::optional<Interval> &interval)
{
    return interval ? QJsonValue(QJsonArray{interval->low, interval->high}) : QJsonValue();
}

/// A line for each class, each confused pair and the confusion; then the summary.
void printAsJson(const Measured &measured)
{
    const Evaluation &known = measured.known;
    const Calibration &calibration = measured.model.calibration;
    printClassesAsJson(ConfusionMatrix(known.results, static_cast<int>(measured.model.classNames.size())),
                       measured.model.classNames);
    QJsonObject summary{{QStringLiteral("subset"), subsetWord(measured.subset)},
                        {QStringLiteral("photos"), known.photos},
                        {QStringLiteral("skipped"), known.skipped},
                        {QStringLiteral("top1"), known.top1},
                        {QStringLiteral("top1_interval"), toJson(known.top1Interval)},
                        {QStringLiteral("top5"), known.top5},
                        {QStringLiteral("top5_interval"), toJson(known.top5Interval)},
                        {QStringLiteral("mean_per_class"), known.meanPerClass},
                        {QStringLiteral("mean_per_class_interval"), toJson(known.meanPerClassInterval)},
                        {QStringLiteral("unknown_classes"), QJsonArray::fromStringList(measured.unknownClasses)},
                        {QStringLiteral("unseen_classes"), QJsonArray::fromStringList(measured.unseenClasses)},
                        {QStringLiteral("loss"), known.loss},
                        {QStringLiteral("temperature"), calibration.temperature},
                        {QStringLiteral("ece_before"), known.eceBefore},
                        {QStringLiteral("ece"), known.ece},
                        {QStringLiteral("coverage_at_95_precision"), known.coverageAt95Precision}};
    if (calibration.notSureThreshold) {
        const OperatingPoint sure = operatingPoint(known.results, *calibration.notSureThreshold);
        summary.insert(QStringLiteral("not_sure_threshold"), sure.threshold);
        summary.insert(QStringLiteral("sure_coverage"), sure.coverage);
        summary.insert(QStringLiteral("sure_precision"), sure.precision);
    }
    if (calibration.noneOfTheseThreshold) {
        summary.insert(QStringLiteral("none_of_these_threshold"), *calibration.noneOfTheseThreshold);
        summary.insert(QStringLiteral("none_of_these"), rejectedFraction(known, calibration));
    }
    if (measured.unknown) {
        summary.insert(QStringLiteral("auroc_unknown"), auroc(outOfSetScores(known), outOfSetScores(*measured.unknown)));
        summary.insert(QStringLiteral("unknown_photos"), measured.unknown->photos);
        if (calibration.noneOfTheseThreshold)
            summary.insert(QStringLiteral("unknown_none_of_these"), rejectedFraction(*measured.unknown, calibration));
    }
    printJson(summary);
}

void printAsText(const Measured &measured)
{
    const Evaluation &known = measured.known;
    const Calibration &calibration = measured.model.calibration;
    const QStringList &names = measured.model.classNames;
    const auto fraction = [](double value) { return QString::number(value, 'f', 4); };
    printLine(tr("%1 photos (%2): top-1 %3, top-5 %4, mean per class %5")
                  .arg(known.photos).arg(subsetWord(measured.subset), fraction(known.top1), fraction(known.top5),
                                         fraction(known.meanPerClass)));
    printLine(tr("95 % interval of top-1 (Wilson): %1 to %2")
                  .arg(fraction(known.top1Interval.low), fraction(known.top1Interval.high)));
    if (known.top5Interval && known.meanPerClassInterval) {
        printLine(tr("95 % intervals of top-5 (Wilson): %1 to %2, of the mean per class (bootstrap by class): %3 to %4")
                      .arg(fraction(known.top5Interval->low), fraction(known.top5Interval->high),
                           fraction(known.meanPerClassInterval->low), fraction(known.meanPerClassInterval->high)));
    }
    if (!measured.unknownClasses.isEmpty())
        printLine(tr("left out, because the model doesn't know them: %1").arg(measured.unknownClasses.join(QStringLiteral(", "))));
    if (!measured.unseenClasses.isEmpty())
        printLine(tr("of the model, but without a photo here: %1").arg(measured.unseenClasses.join(QStringLiteral(", "))));
    printLine(tr("expected calibration error %1; before calibration %2 (temperature %3)")
                  .arg(fraction(known.ece), fraction(known.eceBefore)).arg(calibration.temperature, 0, 'f', 3));
    printLine(tr("coverage at 95 % precision: %1").arg(fraction(known.coverageAt95Precision)));
    if (calibration.notSureThreshold) {
        const OperatingPoint sure = operatingPoint(known.results, *calibration.notSureThreshold);
        printLine(tr("sure from a probability of %1 on, as chosen on validation photos: coverage %2, precision %3")
                      .arg(fraction(sure.threshold), fraction(sure.coverage), fraction(sure.precision)));
    }
    QStringList pairs;
    for (const ConfusedPair &pair :
         confusedPairs(ConfusionMatrix(known.results, static_cast<int>(names.size()))).mid(0, kPairsShown))
        pairs.append(tr("%1 and %2 (%3)").arg(names.value(pair.first), names.value(pair.second)).arg(pair.photos()));
    if (!pairs.isEmpty())
        printLine(tr("most confused: %1").arg(pairs.join(QStringLiteral(", "))));
    if (measured.unknown) {
        printLine(tr("%1 photos of unknown kinds: AUROC %2")
                      .arg(measured.unknown->photos)
                      .arg(fraction(auroc(outOfSetScores(known), outOfSetScores(*measured.unknown)))));
    }
}

} // namespace

int evaluateCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions({
        valueOption("model", tr("A trained model."), "FILE"),
        valueOption("data", tr("The photos: a folder, a CSV, or “samples”."), "DIR_OR_CSV"),
        valueOption("subset", tr("train, val, test or all."), "NAME", QStringLiteral("test")),
        valueOption("seed", tr("Seed of the split, where the data set gives none."), "N", QStringLiteral("1")),
        valueOption("threads", tr("CPU threads; 0 for all cores."), "N", QStringLiteral("0")),
        valueOption("unknown", tr("Photos of kinds that the model doesn't know: how well are they told apart?"), "DIR"),
        valueOption("per-photo", tr("Write a line for each photo to a CSV."), "FILE"),
        valueOption("card", tr("Write model-card.html and model-card.json to this folder."), "FOLDER"),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("evaluate")} + arguments))
        return printUsageError(parser.errorText());
    const QString model = parser.value(QStringLiteral("model"));
    const QString data = parser.value(QStringLiteral("data"));
    const int threads = parser.value(QStringLiteral("threads")).toInt();
    const QString wanted = parser.value(QStringLiteral("subset"));
    std::optional<Subset> subset;
    for (const Subset candidate : kSubsets) {
        if (wanted == subsetKey(candidate))
            subset = candidate;
    }
    if (model.isEmpty() || data.isEmpty() || (!subset && wanted != subsetWord(subset)))
        return printUsageError(tr("evaluate needs --model and --data, and --subset is train, val, test or all."));

    const Result<Dataset> dataset = readData(data, parser.value(QStringLiteral("seed")).toULongLong(), control);
    if (!dataset)
        return printError(dataset.error());
    Result<ModelEvaluation> known =
        makeEvaluator()->evaluate(model, *dataset, subset, threads, control,
                                  [](qint64 done, qint64 total) { showProgress(tr("Evaluating"), done, total); });
    if (!known)
        return printError(known.error());
    Measured measured{known->model, subset, known->evaluation, known->unknownClasses, known->unseenClasses, std::nullopt};
    if (parser.isSet(QStringLiteral("unknown"))) {
        Result<Evaluation> unknown =
            evaluateUnknown(measured.model, parser.value(QStringLiteral("unknown")), threads, control);
        if (!unknown)
            return printError(unknown.error());
        measured.unknown = std::move(unknown).value();
    }
    showProgress(QString(), 0, 0);

    if (parser.isSet(QStringLiteral("per-photo"))) {
        if (const Result<void> written = writeFile(parser.value(QStringLiteral("per-photo")), perPhotoCsv(measured).toUtf8()); !written)
            return printError(written.error());
    }
    if (parser.isSet(QStringLiteral("card"))) {
        const ModelCard card = evaluationCard(*known, *dataset, currentEnvironment(mlLibraryVersions(), QStringLiteral("cpu"), threads));
        if (const Result<QString> written = writeModelCard(parser.value(QStringLiteral("card")), card); !written)
            return printError(written.error());
    }
    if (parser.isSet(QStringLiteral("json")))
        printAsJson(measured);
    else
        printAsText(measured);
    return Done;
}

} // namespace flower
