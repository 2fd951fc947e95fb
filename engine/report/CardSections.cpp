// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/CardSections.h"

#include "engine/core/ClassReport.h"
#include "engine/core/SelectivePrediction.h"
#include "engine/report/CardText.h"
#include "engine/report/HtmlWriter.h"
#include "engine/report/SettingsTable.h"
#include "engine/report/SvgCharts.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace flower {

namespace {

constexpr int kWeakestShown = 5;
constexpr int kPairsShown = 20; // the JSON file has all
constexpr int kLeftOutShown = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

HtmlWriter::Element openSection(HtmlWriter &html, const QString &id)
{
    return html.open("section", {{"id", id}});
}

/// A table of names and values.
class FactTable
{
public:
    FactTable(HtmlWriter &html, const QString &caption)
        : m_html(html), m_table(html.open("table", {{"class", QStringLiteral("facts")}}))
    {
        html.text("caption", caption);
    }
    void add(const QString &name, const QString &value)
    {
        const auto row = m_html.open("tr");
        m_html.text("th", name, {{"scope", QStringLiteral("row")}});
        m_html.text("td", value);
    }

private:
    HtmlWriter &m_html;
    HtmlWriter::Element m_table;
};

/// The heads of a table's columns; the first and `textColumn` hold words, the others numbers.
void writeHead(HtmlWriter &html, const QStringList &columns, int textColumn = -1)
{
    const auto head = html.open("thead");
    const auto row = html.open("tr");
    for (int column = 0; column < columns.size(); ++column) {
        const bool words = column == 0 || column == textColumn;
        html.text("th", columns.at(column),
                  {{"scope", QStringLiteral("col")}, {"class", words ? QStringLiteral("words") : QStringLiteral("number")}});
    }
}

/// A row whose first cell names it; cells that are no numbers stand at the left.
void writeRow(HtmlWriter &html, const QStringList &cells, int textColumn = -1)
{
    const auto row = html.open("tr");
    html.text("th", cells.first(), {{"scope", QStringLiteral("row")}});
    for (int column = 1; column < cells.size(); ++column) {
        if (column == textColumn)
            html.text("td", cells.at(column));
        else
            html.text("td", cells.at(column), {{"class", QStringLiteral("number")}});
    }
}

void writeList(HtmlWriter &html, const QStringList &items)
{
    const auto list = html.open("ul");
    for (const QString &item : items)
        html.text("li", item);
}

QString shownName(const QString &name)
{
    return name.isEmpty() ? tr("without a name") : name;
}

int total(const QList<int> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

void writeLeftOut(HtmlWriter &html, const QList<PhotoProblem> &problems)
{
    html.text("h3", tr("Photos left out"));
    QStringList lines;
    for (const PhotoProblem &problem : problems.mid(0, kLeftOutShown))
        lines.append(problem.path + QStringLiteral(": ") + problem.reason);
    if (problems.size() > kLeftOutShown)
        lines.append(tr("and %1 more, all named in model-card.json").arg(cardCount(problems.size() - kLeftOutShown)));
    writeList(html, lines);
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

LineChart curves(const CardTraining &training, bool accuracy)
{
    LineSeries learning{tr("Training"), QStringLiteral("training"), QStringLiteral("#0072B2"), false, {}};
    LineSeries validation{tr("Validation"), QStringLiteral("validation"), QStringLiteral("#D55E00"), true, {}};
    int lastOfHead = 0;
    for (const EpochResult &epoch : training.epochs) {
        learning.points.append({double(epoch.epoch), accuracy ? epoch.trainTop1 : epoch.trainLoss});
        validation.points.append({double(epoch.epoch), accuracy ? epoch.valTop1 : epoch.valLoss});
        if (epoch.phase == Phase::Head)
            lastOfHead = epoch.epoch;
    }
    LineChart chart;
    chart.title = accuracy ? tr("Accuracy over the epochs") : tr("Loss over the epochs");
    chart.xLabel = tr("epoch");
    chart.percent = accuracy;
    chart.series = {learning, validation};
    if (!training.epochs.isEmpty()) {
        const EpochResult &last = training.epochs.last();
        chart.summary = accuracy ? tr("Accuracy over %1 epochs; in the last one %2 on training photos and %3 on validation photos.")
                                       .arg(last.epoch).arg(cardPercent(last.trainTop1), cardPercent(last.valTop1))
                                 : tr("Loss over %1 epochs; in the last one %2 on training photos and %3 on validation photos.")
                                       .arg(last.epoch).arg(cardNumber(last.trainLoss, 3), cardNumber(last.valLoss, 3));
        if (lastOfHead > 0 && last.phase == Phase::FineTune) {
            chart.divider = lastOfHead;
            chart.dividerLabel = tr("fine-tuning begins");
        }
    }
    return chart;
}

void writeEpochs(HtmlWriter &html, const QList<EpochResult> &epochs)
{
    const auto table = html.open("table", {{"class", QStringLiteral("long")}});
    html.text("caption", tr("The curves as a table. A star marks an epoch that was the best so far."));
    writeHead(html, {tr("Epoch"), tr("Phase"), tr("Training loss"), tr("Validation loss"), tr("Training top-1"), tr("Validation top-1"),
                     tr("Learning rate")});
    const auto body = html.open("tbody");
    for (const EpochResult &epoch : epochs) {
        writeRow(html, {epoch.isBest ? QStringLiteral("%1 ★").arg(epoch.epoch) : QString::number(epoch.epoch),
                        QString::number(epoch.phase == Phase::Head ? 1 : 2), cardNumber(epoch.trainLoss, 4), cardNumber(epoch.valLoss, 4),
                        cardPercent(epoch.trainTop1), cardPercent(epoch.valTop1), cardLocale().toString(epoch.learningRate, 'g', 3)});
    }
}

void writeSettings(HtmlWriter &html, const TrainingConfig &settings)
{
    html.text("h3", tr("Settings"));
    {
        const QList<SettingLine> head = settingLines(settings.head);
        const QList<SettingLine> fineTune = settingLines(settings.fineTune);
        const auto table = html.open("table", {{"class", QStringLiteral("long")}});
        html.text("caption", tr("Settings of both phases"));
        writeHead(html, {tr("Setting"), tr("Phase 1: the head learns"), tr("Phase 2: fine-tuning")});
        const auto body = html.open("tbody");
        for (qsizetype line = 0; line < head.size(); ++line)
            writeRow(html, {head.at(line).name, head.at(line).value, fineTune.at(line).value});
    }
    FactTable table(html, tr("Settings of the whole run"));
    for (const SettingLine &line : settingLines(settings))
        table.add(line.name, line.value);
}

} // namespace

void writeUse(HtmlWriter &html, const ModelCard &card)
{
    const auto section = openSection(html, QStringLiteral("use"));
    html.text("h2", tr("Intended use and limits"));
    html.text("p", tr("The model names the kind of flower in a photo, for people who look at its answer and can tell when it is "
                      "wrong. It is not made for decisions about health, food or poison."));
    QStringList limits{
        tr("It answers only among its %1 kinds. A flower of another kind gets one of these names, unless the answer is “none of these”.")
            .arg(cardCount(card.model.classNames.size())),
        tr("Its numbers were measured on the photos named here. On photos that were taken in another way, of other plants, or at "
           "another time of the year, it can be better or worse."),
        tr("An interval says how far the number may be off because only so many photos were measured. It says nothing about other photos.")};
    if (card.training)
        limits.append(tr("The validation photos chose the best epoch, so that their numbers are a little too good. The test photos "
                         "chose nothing."));
    if (card.earlierTests)
        limits.append(earlierTestsSentence(*card.earlierTests));
    writeList(html, limits);
}

void writeData(HtmlWriter &html, const ModelCard &card)
{
    const CardData &data = card.data;
    const auto section = openSection(html, QStringLiteral("data"));
    html.text("h2", tr("Photos"));
    const int train = total(data.trainPhotos);
    const int val = total(data.valPhotos);
    const int test = total(data.testPhotos);
    {
        FactTable table(html, card.training ? tr("What it was trained and measured on") : tr("What it was measured on"));
        table.add(tr("Name"), shownName(data.name));
        table.add(tr("Place"), data.path.isEmpty() ? tr("drawn by the program") : data.path);
        table.add(tr("Kinds"), cardCount(data.classNames.size()));
        table.add(tr("Photos"), tr("%1: %2 for training, %3 for validation, %4 for the test")
                                    .arg(cardCount(train + val + test), cardCount(train), cardCount(val), cardCount(test)));
        table.add(tr("Photos left out"), cardCount(data.leftOut.size()));
        table.add(tr("Split"), data.splitWasGiven ? tr("came with the photos")
                                                  : tr("made by the program, by kind, with seed %1").arg(data.splitSeed));
        table.add(tr("Hash of the split (SHA-256)"), data.splitHash.isEmpty() ? QStringLiteral("–") : data.splitHash);
    }
    if (!card.unknownClasses.isEmpty()) {
        html.text("p", tr("Kinds of these photos that the model doesn't know, whose photos were left out: %1.")
                           .arg(card.unknownClasses.join(QStringLiteral(", "))));
    }
    if (!card.unseenClasses.isEmpty()) {
        html.text("p", tr("Kinds of the model without a photo here, about which nothing was measured: %1.")
                           .arg(card.unseenClasses.join(QStringLiteral(", "))));
    }
    {
        const auto table = html.open("table", {{"class", QStringLiteral("long")}});
        html.text("caption", tr("Photos of each kind"));
        writeHead(html, {tr("Kind"), tr("Training"), tr("Validation"), tr("Test")});
        const auto body = html.open("tbody");
        for (qsizetype label = 0; label < data.classNames.size(); ++label) {
            writeRow(html, {data.classNames.at(label), cardCount(data.trainPhotos.value(label)), cardCount(data.valPhotos.value(label)),
                            cardCount(data.testPhotos.value(label))});
        }
    }
    if (!data.leftOut.isEmpty())
        writeLeftOut(html, data.leftOut);
}

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

void writeTraining(HtmlWriter &html, const CardTraining &training)
{
    const auto section = openSection(html, QStringLiteral("training"));
    html.text("h2", tr("Training"));
    {
        FactTable table(html, tr("The run"));
        table.add(tr("Run"), training.runId);
        table.add(tr("Began"), cardLocale().toString(training.startedAt.toUTC(), QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")));
        table.add(tr("Took"), cardDuration(training.seconds));
        table.add(tr("Ended"), training.state == RunState::Stopped ? tr("stopped by the user") : tr("as planned"));
        table.add(tr("Best epoch"), tr("%1 of %2").arg(training.bestEpoch).arg(training.epochs.size()));
    }
    if (!training.epochs.isEmpty()) {
        {
            const auto figures = html.open("div", {{"class", QStringLiteral("charts")}});
            for (const bool accuracy : {true, false}) {
                const LineChart chart = curves(training, accuracy);
                const auto figure = html.open("figure");
                writeLineChart(html, chart);
                html.text("figcaption", chart.title);
            }
        }
        writeEpochs(html, training.epochs);
    }
    writeSettings(html, training.settings);
}

void writeEnvironment(HtmlWriter &html, const ModelCard &card)
{
    const auto section = openSection(html, QStringLiteral("environment"));
    html.text("h2", tr("Model and environment"));
    {
        const ArchitectureInfo &network = card.model.architecture;
        FactTable table(html, tr("The model"));
        table.add(tr("File"), card.model.path.isEmpty() ? QStringLiteral("–") : card.model.path);
        table.add(tr("Network"), tr("%1, width %2").arg(network.name, cardLocale().toString(network.width)));
        table.add(tr("Input"), tr("%1 × %1 pixels").arg(network.inputSize));
        table.add(tr("Parameters"), cardCount(network.parameters));
        table.add(tr("Multiply-adds for one photo"), cardCount(network.multiplyAdds));
    }
    const CardEnvironment &environment = card.environment;
    FactTable table(html, tr("What computed"));
    table.add(tr("Program"), environment.program);
    for (const auto &[name, value] : {std::pair{tr("Libraries"), environment.libraries}, std::pair{QStringLiteral("Qt"), environment.qt},
                                      std::pair{tr("System"), environment.system}, std::pair{tr("Processor"), environment.processor},
                                      std::pair{tr("Device"), environment.device}}) {
        if (!value.isEmpty())
            table.add(name, value);
    }
    if (environment.threads > 0)
        table.add(tr("Threads"), QString::number(environment.threads));
    table.add(tr("Card written"), cardLocale().toString(card.writtenAt.toUTC(), QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")));
}

} // namespace flower
