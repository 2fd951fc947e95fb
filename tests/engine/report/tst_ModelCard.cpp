// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/ModelCard.h"

#include "engine/core/MobileNetV2Table.h"
#include "engine/report/CardText.h"
#include "engine/report/ModelCardHtml.h"
#include "engine/report/ModelCardJson.h"
#include "engine/report/SettingsTable.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace flower;

namespace {

const QString kEvil = QStringLiteral("<script>alert(\"x\")</script> & 'rose' \"red\"");

ModelCard card(int classes)
{
    Dataset dataset;
    dataset.name = QStringLiteral("meadow <b>");
    dataset.rootPath = QStringLiteral("/photos/\"a\" & <b>");
    dataset.splitSeed = 7;
    dataset.problems = {{QStringLiteral("/photos/<script>.jpg"), QStringLiteral("The file is \"empty\".")}};
    QList<PhotoResult> results;
    for (int label = 0; label < classes; ++label) {
        dataset.classNames.append(label == 0 ? kEvil : QStringLiteral("kind %1").arg(label));
        for (int number = 0; number < 10; ++number) {
            const auto subset = number < 6 ? Subset::Train : number < 8 ? Subset::Validation : Subset::Test;
            dataset.samples.append({QStringLiteral("/photos/%1-%2.jpg").arg(label).arg(number), label, subset});
            const int other = (label + 1) % classes;
            const bool right = (label + number) % 9 != 0;
            results.append({dataset.samples.last().path, label, {right ? label : other, right ? other : label}, {0.5 + 0.04 * number, 0.1}, 0.3});
        }
    }
    ModelCard card;
    card.model.architecture = describeMobileNetV2(1.0, classes, 224);
    card.model.classNames = dataset.classNames;
    card.model.trainedOn = dataset.name;
    card.model.calibration = {1.25, 0.6, -3.5};
    card.data = describeData(dataset);
    card.training.emplace();
    card.training->runId = QStringLiteral("id");
    card.training->bestEpoch = 2;
    for (int number = 1; number <= 2; ++number) {
        EpochResult epoch;
        epoch.epoch = number;
        epoch.phase = number == 1 ? Phase::Head : Phase::FineTune;
        epoch.trainLoss = 1.0 / number;
        epoch.trainTop1 = epoch.valTop1 = 0.4 * number;
        card.training->epochs.append(epoch);
    }
    card.measurements = {{Subset::Test, summarize(Subset::Test, results, 1)}, {Subset::Validation, summarize(Subset::Validation, results, 0)}};
    card.earlierTests = 4;
    card.environment = currentEnvironment(QStringLiteral("LibTorch"), QStringLiteral("cpu"), 2);
    card.writtenAt = QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);
    return card;
}

/// What a reader of XML finds in the page.
struct Parsed {
    QSet<QString> elements;
    QStringList references; ///< href and src
    QString text;
    int svgsWithTitle = 0;
    int tablesWithCaption = 0;
    int count(const char *name) const { return counts.value(QLatin1String(name)); }
    QHash<QString, int> counts;
    QString error;
};

Parsed parse(const QByteArray &html)
{
    Parsed parsed;
    QXmlStreamReader reader(html);
    QString before;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            const QString name = reader.name().toString();
            parsed.elements.insert(name);
            ++parsed.counts[name];
            parsed.svgsWithTitle += name == QLatin1String("title") && before == QLatin1String("svg") ? 1 : 0;
            parsed.tablesWithCaption += name == QLatin1String("caption") && before == QLatin1String("table") ? 1 : 0;
            for (const char *attribute : {"href", "src"}) {
                if (reader.attributes().hasAttribute(QLatin1String(attribute)))
                    parsed.references.append(reader.attributes().value(QLatin1String(attribute)).toString());
            }
            before = name;
        } else if (reader.isCharacters()) {
            parsed.text += reader.text();
        }
    }
    if (reader.hasError())
        parsed.error = reader.errorString();
    return parsed;
}

} // namespace

class tst_ModelCard : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void thePageIsWellFormedAndStandsAlone()
    {
        const QByteArray html = modelCardHtml(card(102));
        QVERIFY(html.startsWith("<!DOCTYPE html>"));
        const Parsed page = parse(html);
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        for (const QString &reference : page.references)
            QVERIFY2(reference.startsWith(QLatin1Char('#')), qPrintable(reference));
        QVERIFY(!html.contains("http:") && !html.contains("https:") && !html.contains("@import") && !html.contains("url("));
        QCOMPARE(page.count("svg"), 4); // two curves, two reliability diagrams
        QCOMPARE(page.svgsWithTitle, 4);
        QCOMPARE(page.tablesWithCaption, page.count("table"));
        QCOMPARE(page.count("h1"), 1);
        // In HTML an element that is closed at once would stay open, but for those without content.
        for (const char *element : {"<td/>", "<th/>", "<p/>", "<script", "<title/>", "<desc/>", "<text/>", "<li/>"})
            QVERIFY2(!html.contains(element), element);
        // Style sheets are no escaped text in HTML.
        const qsizetype from = html.indexOf("<style>");
        QVERIFY(!html.mid(from, html.indexOf("</style>") - from).contains('&'));
    }

    void namesAreTextNeverMarkup()
    {
        const Parsed page = parse(modelCardHtml(card(3)));
        QVERIFY(page.error.isEmpty());
        QVERIFY(!page.elements.contains(QStringLiteral("script")));
        QVERIFY(!page.elements.contains(QStringLiteral("b")));
        QVERIFY(page.text.contains(kEvil));
        QVERIFY(page.text.contains(QStringLiteral("/photos/\"a\" & <b>")));
        QVERIFY(page.text.contains(QStringLiteral("/photos/<script>.jpg")));
    }

    void saysWhatWasMeasured()
    {
        const ModelCard made = card(10);
        const Parsed page = parse(modelCardHtml(made));
        for (const QString &words :
             {QStringLiteral("only among its 10 kinds"), QStringLiteral("measured in 4 runs before this one"), QStringLiteral("with seed 7"),
              made.data.splitHash, cardEstimate(made.measurements.first().evaluation.top1, made.measurements.first().evaluation.top1Interval),
              cardEstimate(made.measurements.first().evaluation.meanPerClass, made.measurements.first().evaluation.meanPerClassInterval),
              QStringLiteral("Phase 2: fine-tuning"), QStringLiteral("Flower Trainer ")})
            QVERIFY2(page.text.contains(words), qPrintable(words));
    }

    void withoutTrainingItSpeaksOfThePhotos()
    {
        ModelCard made = card(3);
        made.training.reset();
        made.earlierTests.reset();
        made.measurements = {{std::nullopt, made.measurements.first().evaluation}};
        made.unknownClasses = {QStringLiteral("thistle")};
        made.unseenClasses = {QStringLiteral("orchid")};
        const Parsed page = parse(modelCardHtml(made));
        QVERIFY(page.error.isEmpty());
        QVERIFY(page.text.contains(QStringLiteral("thistle")) && page.text.contains(QStringLiteral("orchid")));
        QVERIFY(!page.text.contains(QStringLiteral("before this one")));
        QCOMPARE(page.count("svg"), 1);
        made.measurements.clear();
        QVERIFY(parse(modelCardHtml(made)).text.contains(QStringLiteral("Nothing was measured")));
    }

    void theJsonHoldsTheSame()
    {
        const ModelCard made = card(10);
        const QJsonObject root = QJsonDocument::fromJson(modelCardJson(made)).object();
        QCOMPARE(root.value(QStringLiteral("version")).toInt(), 1);
        QCOMPARE(root.value(QStringLiteral("earlier_tests")).toInt(), 4);
        const QJsonArray measurements = root.value(QStringLiteral("measurements")).toArray();
        QCOMPARE(measurements.size(), 2);
        const QJsonObject test = measurements.first().toObject();
        QCOMPARE(test.value(QStringLiteral("subset")).toString(), QStringLiteral("test"));
        QCOMPARE(test.value(QStringLiteral("top1")).toDouble(), made.measurements.first().evaluation.top1);
        QCOMPARE(test.value(QStringLiteral("mean_per_class_interval")).toArray().size(), 2);
        QCOMPARE(test.value(QStringLiteral("per_class")).toArray().size(), 10);
        QCOMPARE(test.value(QStringLiteral("per_class")).toArray().first().toObject().value(QStringLiteral("name")).toString(), kEvil);
        const QJsonObject training = root.value(QStringLiteral("training")).toObject();
        QCOMPARE(training.value(QStringLiteral("epochs")).toArray().size(), 2);
        QVERIFY(training.value(QStringLiteral("settings")).toObject().contains(QStringLiteral("finetune")));
        ModelCard unknown = made;
        unknown.earlierTests.reset();
        QVERIFY(QJsonDocument::fromJson(modelCardJson(unknown)).object().value(QStringLiteral("earlier_tests")).isNull());
    }

    void bothPhasesGiveTheSameSettings()
    {
        const TrainingConfig config;
        const QList<SettingLine> head = settingLines(config.head);
        const QList<SettingLine> fineTune = settingLines(config.fineTune);
        QCOMPARE(head.size(), fineTune.size());
        QVERIFY(head.size() > 20);
        for (qsizetype line = 0; line < head.size(); ++line) {
            QCOMPARE(head.at(line).name, fineTune.at(line).name);
            QVERIFY2(head.at(line).name.front().isUpper(), qPrintable(head.at(line).name)); // a name of its own, not the file format's
        }
        for (const SettingLine &line : settingLines(config))
            QVERIFY2(line.name.front().isUpper(), qPrintable(line.name));
    }

    void bothFilesAreWritten()
    {
        const QString folder = m_folder.filePath(QStringLiteral("a/b"));
        const Result<QString> page = writeModelCard(folder, card(3));
        QVERIFY(page);
        QCOMPARE(QDir(folder).entryList(QDir::Files), (QStringList{QStringLiteral("model-card.html"), QStringLiteral("model-card.json")}));
        QVERIFY(QFile::exists(*page));
        const Result<QString> refused = writeModelCard(*page + QStringLiteral("/below-a-file"), card(3));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unwritable);
    }
};

FLOWER_TEST(tst_ModelCard)
#include "tst_ModelCard.moc"
