// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/TrainingSection.h"

#include "engine/report/CardTables.h"
#include "engine/report/CardText.h"
#include "engine/report/SettingsTable.h"
#include "engine/report/SvgCharts.h"

#include <QCoreApplication>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
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

} // namespace flower
