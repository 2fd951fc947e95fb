// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/ModelCardHtml.h"

#include "engine/report/CardSections.h"
#include "engine/report/CardText.h"
#include "engine/report/HtmlWriter.h"
#include "engine/report/MeasurementSection.h"
#include "engine/report/TrainingSection.h"

#include <QCoreApplication>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// The window's colours. No quotes and no angle brackets: as text they would be escaped, which HTML doesn't undo in here.
constexpr char kStyle[] = R"(
:root { color-scheme: light dark; --page: #FFFFFF; --text: #1F2421; --muted: #5C665F; --line: #DFE3E0; --soft: #F5F6F4; --leaf: #2E7D4F;
 --training: #0072B2; --validation: #D55E00; }
@media (prefers-color-scheme: dark) { :root { --page: #1B1E1C; --text: #ECECEC; --muted: #A9B0AB; --line: #3A403C; --soft: #232725;
 --leaf: #6FCF97; --training: #4BA3E3; --validation: #F08A3C; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 60rem; background: var(--page); color: var(--text);
 font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.8rem; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.35rem; } h3 { margin: 1.8rem 0 .3rem; font-size: 1.05rem; }
p, ul { max-width: 46rem; margin: .6rem 0; } li { margin: .3rem 0; overflow-wrap: anywhere; }
.lead { color: var(--muted); } a { color: var(--leaf); }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; list-style: none; }
.key { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1.5rem 0 0; }
.key div { min-width: 11rem; } .key dt { color: var(--muted); } .key dd { margin: 0; font-size: 1.9rem; font-weight: 600; line-height: 1.2; }
.key dd small { display: block; font-size: .9rem; font-weight: 400; color: var(--muted); }
table { border-collapse: collapse; margin: .8rem 0 1.2rem; width: 100%; font-variant-numeric: tabular-nums; font-size: .95rem; }
caption { text-align: left; color: var(--muted); padding-bottom: .3rem; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
.facts td { overflow-wrap: anywhere; } .number { text-align: right; white-space: nowrap; } thead .number { white-space: normal; }
tbody th, .facts th { font-weight: 400; } .facts th { width: 40%; color: var(--muted); }
thead th { background: var(--soft); }
figure { margin: 1rem 0; } figcaption { color: var(--muted); text-align: center; }
.charts { display: flex; flex-wrap: wrap; gap: 1rem; } .charts figure { flex: 1 1 24rem; margin: 0; }
svg.chart { display: block; width: 100%; height: auto; max-width: 40rem; } svg.square { max-width: 24rem; }
svg text { fill: var(--muted); font-family: system-ui, sans-serif; } .grid { stroke: var(--line); } .divider { stroke: var(--muted); }
.training { stroke: var(--training); } .validation { stroke: var(--validation); } .validation-dot { fill: var(--validation); }
.bar { fill: var(--leaf); }
@media print { :root { color-scheme: light; --page: #FFFFFF; --text: #000000; --muted: #444444; --line: #BBBBBB; --soft: #FFFFFF;
 --leaf: #2E7D4F; --training: #0072B2; --validation: #D55E00; font-size: 10pt; }
 body { max-width: none; padding: 0; } nav { display: none; } section { break-before: page; } #use { break-before: auto; }
 h2, h3, caption { break-after: avoid; } figure, tr, .facts { break-inside: avoid; } thead { display: table-header-group; } }
)";

QString titleOf(const ModelCard &card)
{
    const QString trainedOn = card.model.trainedOn.isEmpty() ? card.data.name : card.model.trainedOn;
    return tr("Model card: %1, trained on %2").arg(card.model.architecture.name, trainedOn);
}

void writeHead(HtmlWriter &html, const QString &title)
{
    const auto head = html.open("head");
    html.empty("meta", {{"charset", QStringLiteral("utf-8")}});
    html.empty("meta", {{"name", QStringLiteral("viewport")}, {"content", QStringLiteral("width=device-width, initial-scale=1")}});
    html.text("title", title);
    html.text("style", QString::fromLatin1(kStyle));
}

void writeKeyNumber(HtmlWriter &html, const QString &caption, double fraction, const std::optional<Interval> &interval)
{
    const auto group = html.open("div");
    html.text("dt", caption);
    const auto number = html.open("dd");
    html.text("span", cardPercent(fraction));
    if (interval)
        html.text("small", tr("95 % interval %1 to %2").arg(cardPercent(interval->low), cardPercent(interval->high)));
}

/// What a reader wants first: the numbers of the first measurement.
void writeKeyNumbers(HtmlWriter &html, const CardMeasurement &measurement)
{
    const Evaluation &evaluation = measurement.evaluation;
    const auto list = html.open("dl", {{"class", QStringLiteral("key")}});
    writeKeyNumber(html, tr("First answer right"), evaluation.top1, evaluation.top1Interval);
    writeKeyNumber(html, tr("Right among the first five"), evaluation.top5, evaluation.top5Interval);
    writeKeyNumber(html, tr("Mean over the kinds"), evaluation.meanPerClass, evaluation.meanPerClassInterval);
}

void writeContents(HtmlWriter &html, const ModelCard &card)
{
    const auto nav = html.open("nav", {{"aria-label", tr("Contents")}});
    const auto list = html.open("ul");
    const auto link = [&html](const QString &id, const QString &text) {
        const auto item = html.open("li");
        html.text("a", text, {{"href", QLatin1Char('#') + id}});
    };
    link(QStringLiteral("use"), tr("Intended use and limits"));
    for (const CardMeasurement &measurement : card.measurements)
        link(measurement.subset ? subsetKey(*measurement.subset) : QStringLiteral("all"), subsetTitle(measurement.subset));
    link(QStringLiteral("data"), tr("Photos"));
    if (card.training)
        link(QStringLiteral("training"), tr("Training"));
    link(QStringLiteral("environment"), tr("Model and environment"));
}

void writeBody(HtmlWriter &html, const ModelCard &card, const QString &title)
{
    const auto body = html.open("body");
    const auto main = html.open("main");
    {
        const auto header = html.open("header");
        html.text("h1", title);
        if (!card.measurements.isEmpty()) {
            const CardMeasurement &first = card.measurements.first();
            html.text("p", tr("%1 of %2: %3 photos, %4 kinds.")
                               .arg(subsetTitle(first.subset), card.data.name, cardCount(first.evaluation.photos),
                                    cardCount(card.model.classNames.size())),
                      {{"class", QStringLiteral("lead")}});
            writeKeyNumbers(html, first);
        } else {
            html.text("p", tr("Nothing was measured: there were no validation and no test photos."), {{"class", QStringLiteral("lead")}});
        }
        writeContents(html, card);
    }
    writeUse(html, card);
    for (const CardMeasurement &measurement : card.measurements)
        writeMeasurement(html, card, measurement);
    writeData(html, card);
    if (card.training)
        writeTraining(html, *card.training);
    writeEnvironment(html, card);
}

} // namespace

QByteArray modelCardHtml(const ModelCard &card)
{
    QByteArray page;
    {
        HtmlWriter html(&page);
        const QString title = titleOf(card);
        const auto root = html.open("html", {{"lang", cardLocale().bcp47Name()}});
        writeHead(html, title);
        writeBody(html, card, title);
    }
    return "<!DOCTYPE html>\n" + page.trimmed() + '\n';
}

} // namespace flower
