// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/CardSections.h"

#include "engine/report/CardTables.h"
#include "engine/report/CardText.h"

#include <QCoreApplication>

#include <numeric>

namespace flower {

namespace {

constexpr int kLeftOutShown = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
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
