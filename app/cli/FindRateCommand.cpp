// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/ml/Engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonValue>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString suggestedByKey(SuggestedBy by)
{
    return by == SuggestedBy::SteepestFall ? QStringLiteral("steepest_fall")
        : by == SuggestedBy::BeforeRise    ? QStringLiteral("before_rise")
                                           : QStringLiteral("nothing");
}

void showStep(const LearningRateProgress &progress)
{
    const QString what = progress.activity == Activity::LoadingPhotos ? tr("Reading photos")
        : progress.activity == Activity::ComputingFeatures            ? tr("Computing features")
                                                                      : tr("Trying learning rates");
    showProgress(what, progress.done, progress.total);
}

void printCurve(const LearningRateCurve &curve)
{
    printLine(tr("learning rate  loss (smoothed)  loss of the batch"));
    for (const LearningRatePoint &point : curve.points)
        printLine(QStringLiteral("%1  %2  %3").arg(point.learningRate, 13, 'e', 2).arg(point.loss, 15, 'f', 4).arg(point.batchLoss, 17, 'f', 4));
    switch (curve.suggestedBy) {
    case SuggestedBy::SteepestFall:
        printLine(tr("Suggested learning rate: %1, where the loss falls fastest.").arg(curve.suggestion));
        break;
    case SuggestedBy::BeforeRise:
        printLine(tr("Suggested learning rate: %1. The loss never falls clearly; this is a tenth of the rate from which on it rises.")
                      .arg(curve.suggestion));
        break;
    case SuggestedBy::Nothing:
        printLine(tr("The curve suggests no learning rate: the loss hardly changes at any of them."));
        break;
    }
}

void printCurveAsJson(Phase phase, const LearningRateCurve &curve)
{
    for (const LearningRatePoint &point : curve.points) {
        printJson({{QStringLiteral("event"), QStringLiteral("point")}, {QStringLiteral("learning_rate"), point.learningRate},
                   {QStringLiteral("loss"), point.loss}, {QStringLiteral("batch_loss"), point.batchLoss}});
    }
    printJson({{QStringLiteral("event"), QStringLiteral("finished")}, {QStringLiteral("phase"), phaseKey(phase)},
               {QStringLiteral("points"), static_cast<int>(curve.points.size())},
               {QStringLiteral("suggestion"), curve.hasSuggestion() ? QJsonValue(curve.suggestion) : QJsonValue()},
               {QStringLiteral("suggested_by"), suggestedByKey(curve.suggestedBy)}});
}

} // namespace

int findRateCommand(const QStringList &arguments, RunControl &control)
{
    QCommandLineParser parser;
    parser.addOptions(configOptions());
    parser.addOptions({
        valueOption("data", tr("The photos: a folder, a CSV, or “samples” for the built-in drawn ones."), "DIR_OR_CSV"),
        valueOption("phase", tr("The phase whose learning rate is searched for: head or finetune."), "PHASE"),
        QCommandLineOption(QStringLiteral("json"), tr("One JSON object a line.")),
    });
    if (!parser.parse(QStringList{QStringLiteral("find-rate")} + arguments))
        return printUsageError(parser.errorText());
    const QString data = parser.value(QStringLiteral("data"));
    const QString phaseWord = parser.value(QStringLiteral("phase"));
    if (data.isEmpty() || !parser.positionalArguments().isEmpty())
        return printUsageError(tr("find-rate needs --data and --phase."));
    if (phaseWord != phaseKey(Phase::Head) && phaseWord != phaseKey(Phase::FineTune))
        return printUsageError(tr("--phase should be head or finetune."));
    const Phase phase = phaseWord == phaseKey(Phase::Head) ? Phase::Head : Phase::FineTune;
    const Result<TrainingConfig> config = configFrom(parser, QStringLiteral("."), data == QLatin1String("samples")); // nothing is written
    if (!config)
        return printUsageError(config.error().message);
    const Result<Dataset> dataset = readMarkedData(parser, data, config->seed, control);
    if (!dataset)
        return printError(dataset.error());
    const Result<LearningRateCurve> curve = makeLearningRateFinder()->find(*config, *dataset, phase, control, showStep);
    showProgress(QString(), 0, 0);
    if (!curve)
        return printError(curve.error());
    if (parser.isSet(QStringLiteral("json")))
        printCurveAsJson(phase, *curve);
    else
        printCurve(*curve);
    return Done;
}

} // namespace flower
