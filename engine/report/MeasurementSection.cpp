// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/MeasurementSection.h"

#include "engine/core/ClassReport.h"
#include "engine/core/SelectivePrediction.h"
#include "engine/report/CardTables.h"
#include "engine/report/CardText.h"
#include "engine/report/SvgCharts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace flower {

namespace {

constexpr int kWeakestShown = 5;
constexpr int kPairsShown = 20; // the JSON file has all

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

void writeEstimates(HtmlWriter &html, const CardMeasurement &measurement)
{
    const Evaluation &evaluation = measurement.evaluation;
    FactTable table(html, tr("Numbers, with their 95 % intervals"));
    table.add(tr("Photos measured"), cardCount(evaluation.photos));
    if (evaluation.skipped > 0)
        table.add(tr("Photos left out"), cardCount(evaluation.skipped));
    table.add(tr("First answer right (top-1)"), cardEstimate(evaluation.top1, evaluation.top1Interval));
    table.add(tr("Right among the first five (top-5)"), cardEstimate(evaluation.top5, evaluation.top5Interval));
    table.add(tr("Mean over the kinds (mean per-class recall)"), cardEstimate(evaluation.meanPerClass, evaluation.meanPerClassInterval));
    table.add(tr("Loss (cross-entropy, nats)"), cardNumber(evaluation.loss, 4));
}

void writeCalibration(HtmlWriter &html, const ModelCard &card, const CardMeasurement &measurement)
{
    const Evaluation &evaluation = measurement.evaluation;
    const Calibration &calibration = card.model.calibration;
    html.text("h3", tr("How far its probabilities can be trusted"));
    {
        FactTable table(html, tr("Calibration"));
        table.add(tr("Temperature"), cardNumber(calibration.temperature, 3));
        if (evaluation.eceBefore >= 0)
            table.add(tr("Expected calibration error before"), cardPercent(evaluation.eceBefore));
        table.add(tr("Expected calibration error"), cardPercent(evaluation.ece));
        table.add(tr("Largest share that can be answered with 95 % right"), cardPercent(evaluation.coverageAt95Precision));
        if (calibration.notSureThreshold) {
            const OperatingPoint sure = operatingPoint(evaluation.results, *calibration.notSureThreshold);
            table.add(tr("“Not sure” below a probability of"),
                      sure.threshold >= kNeverSure ? tr("any: no answer counts as sure") : cardPercent(sure.threshold));
            table.add(tr("Answers that count as sure"), cardPercent(sure.coverage));
            table.add(tr("Of these right"), sure.coverage > 0 ? cardPercent(sure.precision) : QStringLiteral("–"));
        }
        if (calibration.noneOfTheseThreshold)
            table.add(tr("“None of these” above an energy of"), cardNumber(*calibration.noneOfTheseThreshold, 2));
    }
    if (calibration.notSureThreshold || calibration.noneOfTheseThreshold) {
        html.text("p", tr("The temperature and both thresholds were chosen on the validation photos: so that of the answers that "
                          "count as sure at least 95 % are right there, and that 98 % of these photos stay below the threshold of "
                          "“none of these”."));
    }
    const QList<ReliabilityBin> diagram = reliabilityDiagram(evaluation.results);
    const auto figure = html.open("figure");
    writeReliabilityChart(html, tr("Reliability diagram"),
                          tr("Bars on the dashed line mean that answers given with 80 % are right in 80 % of the cases. The mean "
                             "distance is %1.")
                              .arg(cardPercent(evaluation.ece)),
                          diagram);
    const auto table = html.open("table");
    html.text("caption", tr("The reliability diagram as a table"));
    writeHead(html, {tr("Probability"), tr("Photos"), tr("Mean probability"), tr("Right")});
    const auto body = html.open("tbody");
    for (const ReliabilityBin &bin : diagram) {
        if (bin.photos > 0) {
            writeRow(html, {tr("%1 to %2").arg(cardPercent(bin.low), cardPercent(bin.high)), cardCount(bin.photos),
                            cardPercent(bin.confidence), cardPercent(bin.accuracy)});
        }
    }
}

void writeClasses(HtmlWriter &html, const QList<ClassMetrics> &report, const QStringList &names)
{
    html.text("h3", tr("Each kind"));
    QList<ClassMetrics> weakest;
    std::copy_if(report.begin(), report.end(), std::back_inserter(weakest),
                 [](const ClassMetrics &metrics) { return metrics.support > 0 && metrics.recall < 1; });
    std::stable_sort(weakest.begin(), weakest.end(),
                     [](const ClassMetrics &a, const ClassMetrics &b) { return a.recall < b.recall; });
    QStringList words;
    for (const ClassMetrics &metrics : weakest.mid(0, kWeakestShown))
        words.append(tr("%1 (%2)").arg(names.value(metrics.label), cardPercent(metrics.recall)));
    if (!words.isEmpty())
        html.text("p", tr("Found least often: %1.").arg(words.join(QStringLiteral(", "))));

    const auto table = html.open("table", {{"class", QStringLiteral("long")}});
    html.text("caption", tr("Precision: of the photos answered with the kind, how many are of it. Recall: of its photos, how many are found. "
                            "F1: the harmonic mean of the two."));
    writeHead(html, {tr("Kind"), tr("Photos"), tr("Precision"), tr("Recall"), tr("F1"), tr("Most often taken for")}, 5);
    const auto body = html.open("tbody");
    for (const ClassMetrics &metrics : report) {
        const bool confused = metrics.mostConfusedWith >= 0;
        writeRow(html,
                 {names.value(metrics.label), cardCount(metrics.support), cardPercent(metrics.precision),
                  metrics.support > 0 ? cardPercent(metrics.recall) : QStringLiteral("–"), cardPercent(metrics.f1),
                  confused ? tr("%1 (%2)").arg(names.value(metrics.mostConfusedWith), cardCount(metrics.mostConfusedCount)) : QStringLiteral("–")},
                 5);
    }
}

void writePairs(HtmlWriter &html, const QList<ConfusedPair> &pairs, const QStringList &names)
{
    html.text("h3", tr("Kinds taken for one another"));
    if (pairs.isEmpty()) {
        html.text("p", tr("No photo was answered with a wrong kind."));
        return;
    }
    const auto table = html.open("table", {{"class", QStringLiteral("long")}});
    html.text("caption", pairs.size() > kPairsShown
                             ? tr("The %1 most frequent of %2 pairs; model-card.json has all.").arg(kPairsShown).arg(cardCount(pairs.size()))
                             : tr("All pairs, the most frequent first."));
    writeHead(html, {tr("First kind"), tr("Second kind"), tr("First taken for second"), tr("Second taken for first")}, 1);
    const auto body = html.open("tbody");
    for (const ConfusedPair &pair : pairs.mid(0, kPairsShown)) {
        writeRow(html, {names.value(pair.first), names.value(pair.second), cardCount(pair.firstAsSecond), cardCount(pair.secondAsFirst)}, 1);
    }
}

} // namespace

void writeMeasurement(HtmlWriter &html, const ModelCard &card, const CardMeasurement &measurement)
{
    const auto section = openSection(html, measurement.subset ? subsetKey(*measurement.subset) : QStringLiteral("all"));
    html.text("h2", tr("Results: %1").arg(subsetTitle(measurement.subset)));
    writeEstimates(html, measurement);
    if (measurement.evaluation.results.isEmpty())
        return;
    writeCalibration(html, card, measurement);
    const ConfusionMatrix matrix(measurement.evaluation.results, static_cast<int>(card.model.classNames.size()));
    writeClasses(html, classReport(matrix), card.model.classNames);
    writePairs(html, confusedPairs(matrix), card.model.classNames);
}

} // namespace flower
