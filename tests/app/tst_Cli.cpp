// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <csignal>

/// Drives flower-trainer-cli as a user's shell does, with a real, tiny training.
class tst_Cli : public QObject
{
    Q_OBJECT

private:
    struct Outcome {
        int code = -1;
        QList<QJsonObject> lines;
    };
    QTemporaryDir m_folder;

    static Outcome run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(FLOWER_CLI), arguments);
        if (!process.waitForFinished(300'000))
            return {};
        Outcome outcome;
        outcome.code = process.exitCode();
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (line.startsWith('{'))
                outcome.lines.append(QJsonDocument::fromJson(line).object());
        }
        return outcome;
    }
    [[nodiscard]] QStringList tinyTraining(const QString &out) const
    {
        return {QStringLiteral("train"), QStringLiteral("--data"), QStringLiteral("samples"), QStringLiteral("--image-size"),
                QStringLiteral("32"), QStringLiteral("--epochs-head"), QStringLiteral("1"), QStringLiteral("--epochs-finetune"),
                QStringLiteral("1"), QStringLiteral("--json"), QStringLiteral("--out"), m_folder.filePath(out)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
        qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
        qunsetenv("FLOWER_WEIGHTS"); // what is on this computer changes nothing
    }

    void wrongUsageIsTwo()
    {
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({QStringLiteral("grow")}).code, 2);
        QCOMPARE(run({QStringLiteral("train"), QStringLiteral("--data"), QStringLiteral("samples")}).code, 2);
        QCOMPARE(run({QStringLiteral("train"), QStringLiteral("--soil")}).code, 2);
        QCOMPARE(run(tinyTraining(QStringLiteral("unfair")) << QStringLiteral("--class-balance") << QStringLiteral("fair")).code, 2);
        QCOMPARE(run(tinyTraining(QStringLiteral("mixed")) << QStringLiteral("--preset") << QStringLiteral("scratch")
                                                           << QStringLiteral("--weights") << QStringLiteral("/w.safetensors")).code, 2);
        QCOMPARE(run({QStringLiteral("help")}).code, 0);
    }

    void namesDoNotCommandTheTerminal()
    {
        const QString list = m_folder.filePath(QStringLiteral("names.csv"));
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("path,label\n\033[2Jgone.jpg,\033]0;title\007a\nalso\033[31m.jpg,b\n");
        file.close();
        for (const QStringList &arguments :
             {QStringList{QStringLiteral("train"), QStringLiteral("--data"), list, QStringLiteral("--out"), m_folder.filePath(QStringLiteral("never"))},
              QStringList{QStringLiteral("check"), QStringLiteral("--data"), list},
              QStringList{QStringLiteral("info"), QStringLiteral("--model"), QStringLiteral("/\033[2Jnowhere")}}) {
            QProcess process;
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(QStringLiteral(FLOWER_CLI), arguments);
            QVERIFY(process.waitForFinished(60'000));
            const QByteArray said = process.readAll();
            QVERIFY(!said.isEmpty());
            QVERIFY2(!said.contains('\033') && !said.contains('\007'), said.constData());
        }
    }

    void benchTimesDecoding()
    {
        const QString bench = QStringLiteral("bench");
        QCOMPARE(run({bench}).code, 2);
        QCOMPARE(run({bench, QStringLiteral("weeding"), QStringLiteral("--data"), QStringLiteral("samples")}).code, 2);
        QCOMPARE(run({bench, QStringLiteral("decode")}).code, 2);
        QCOMPARE(run({bench, QStringLiteral("decode"), QStringLiteral("--data"), QStringLiteral("/nowhere")}).code, 1);
        const Outcome outcome = run({bench, QStringLiteral("decode"), QStringLiteral("--data"), QStringLiteral("samples"),
                                     QStringLiteral("--images"), QStringLiteral("20"), QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.lines.last().value(QStringLiteral("workload")).toString(), QStringLiteral("decode"));
        QCOMPARE(outcome.lines.last().value(QStringLiteral("unit")).toString(), QStringLiteral("images/s"));
        QVERIFY(outcome.lines.last().value(QStringLiteral("value")).toDouble() > 0);
    }

    void findRateSweeps()
    {
        const QString findRate = QStringLiteral("find-rate");
        const QStringList samples{findRate, QStringLiteral("--data"), QStringLiteral("samples")};
        QCOMPARE(run({findRate}).code, 2);
        QCOMPARE(run(samples).code, 2); // which phase?
        QCOMPARE(run(samples + QStringList{QStringLiteral("--phase"), QStringLiteral("third")}).code, 2);
        for (const QString &phase : {QStringLiteral("head"), QStringLiteral("finetune")}) {
            const Outcome outcome = run(samples + QStringList{QStringLiteral("--phase"), phase, QStringLiteral("--image-size"),
                                                              QStringLiteral("32"), QStringLiteral("--json")});
            QCOMPARE(outcome.code, 0);
            const QJsonObject last = outcome.lines.last();
            QCOMPARE(last.value(QStringLiteral("event")).toString(), QStringLiteral("finished"));
            QCOMPARE(last.value(QStringLiteral("phase")).toString(), phase);
            QCOMPARE(last.value(QStringLiteral("points")).toInt(), outcome.lines.size() - 1);
            QVERIFY(outcome.lines.size() > 20);
            QVERIFY(outcome.lines.first().value(QStringLiteral("learning_rate")).toDouble() > 0);
            QVERIFY(outcome.lines.first().value(QStringLiteral("loss")).toDouble() > 0);
            QVERIFY(last.contains(QStringLiteral("suggestion")));
        }
    }

    void checkCountsWhatIsWrongWithPhotos()
    {
        const QString check = QStringLiteral("check");
        QCOMPARE(run({check}).code, 2);
        QCOMPARE(run({check, QStringLiteral("--data"), QStringLiteral("samples"), QStringLiteral("--seed"), QStringLiteral("first")}).code, 2);
        QCOMPARE(run({check, QStringLiteral("--data"), QStringLiteral("/nowhere")}).code, 1);
        const Outcome good = run({check, QStringLiteral("--data"), QStringLiteral("samples"), QStringLiteral("--json")});
        QCOMPARE(good.code, 0);
        const QStringList counts{QStringLiteral("unreadable"), QStringLiteral("tiny"), QStringLiteral("exact_duplicates"),
                                 QStringLiteral("near_duplicates"), QStringLiteral("split_leaks"), QStringLiteral("label_conflicts"),
                                 QStringLiteral("name_clashes")};
        for (const QString &count : counts)
            QCOMPARE(good.lines.last().value(count), QJsonValue(0));
        QVERIFY(good.lines.at(good.lines.size() - 2).contains(QStringLiteral("skipped"))); // there are no weights
        QCOMPARE(run({check, QStringLiteral("--data"), QStringLiteral("samples"), QStringLiteral("--weights"), QStringLiteral("/nowhere")}).code, 1);

        // Drawn photos of three kinds, one of them under a second kind too, and a file that is none.
        QStringList drawn;
        QDirIterator files(m_folder.filePath(QStringLiteral("cache")), {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            drawn.append(files.next());
        drawn.sort();
        QVERIFY(drawn.size() > 100);
        const QString garden = m_folder.filePath(QStringLiteral("garden"));
        const auto put = [&](const QString &kind, int number, const QString &name) {
            const QDir folder(garden + QLatin1Char('/') + kind);
            return folder.mkpath(QStringLiteral(".")) && QFile::copy(drawn.at(number), folder.filePath(name));
        };
        for (int number = 0; number < 4; ++number) {
            QVERIFY(put(QStringLiteral("Daisy"), number, QStringLiteral("%1.png").arg(number)));
            QVERIFY(put(QStringLiteral("daisy-"), 10 + number, QStringLiteral("%1.png").arg(number)));
            QVERIFY(put(QStringLiteral("violet <b>"), 100 + number, QStringLiteral("%1.png").arg(number)));
        }
        QVERIFY(put(QStringLiteral("violet <b>"), 0, QStringLiteral("again.png")));
        QFile text(garden + QStringLiteral("/Daisy/text.jpg"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no photo") > 0);
        text.close();
        const Outcome bad = run({check, QStringLiteral("--data"), garden, QStringLiteral("--json")});
        QCOMPARE(bad.code, 3);
        const QJsonObject last = bad.lines.last();
        for (const char *count : {"unreadable", "exact_duplicates", "label_conflicts", "name_clashes"})
            QVERIFY2(last.value(QLatin1String(count)) == QJsonValue(1), count);
        for (const char *count : {"tiny", "near_duplicates"})
            QVERIFY2(last.value(QLatin1String(count)) == QJsonValue(0), count);
        const QJsonObject unreadable = bad.lines.first();
        QCOMPARE(unreadable.value(QStringLiteral("finding")).toString(), QStringLiteral("unreadable"));
        QVERIFY(unreadable.value(QStringLiteral("photos")).toArray().first().toObject().value(QStringLiteral("path")).toString().endsWith(
            QStringLiteral("/Daisy/text.jpg")));
        QVERIFY(!unreadable.value(QStringLiteral("sentence")).toString().isEmpty());
        QCOMPARE(run({check, QStringLiteral("--data"), garden}).code, 3); // in words

        QFile review(m_folder.filePath(QStringLiteral("garden.json"))); // what was put right counts no more
        QVERIFY(review.open(QIODevice::WriteOnly));
        QVERIFY(review.write(R"({"version":1,"photos":[{"path":"violet <b>/again.png","leave_out":true}]})") > 0);
        review.close();
        const Outcome reviewed = run({check, QStringLiteral("--data"), garden, QStringLiteral("--review"), review.fileName(), QStringLiteral("--json")});
        QCOMPARE(reviewed.code, 3);
        for (const char *count : {"exact_duplicates", "label_conflicts"})
            QVERIFY2(reviewed.lines.last().value(QLatin1String(count)) == QJsonValue(0), count);
        QVERIFY(reviewed.lines.last().value(QStringLiteral("unreadable")) == QJsonValue(1));
    }

    void aMissingModelIsOne()
    {
        QCOMPARE(run({QStringLiteral("info"), QStringLiteral("--model"), QStringLiteral("/nowhere.safetensors")}).code, 1);
    }

    void trainsEvaluatesAndPredicts()
    {
        const Outcome trained = run(tinyTraining(QStringLiteral("run")));
        QCOMPARE(trained.code, 0);
        const QJsonObject last = trained.lines.last();
        QCOMPARE(last.value(QStringLiteral("event")).toString(), QStringLiteral("finished"));
        const QString model = last.value(QStringLiteral("model")).toString();
        QVERIFY(QFile::exists(model));

        const QString perPhoto = m_folder.filePath(QStringLiteral("photos.csv"));
        const Outcome evaluated = run({QStringLiteral("evaluate"), QStringLiteral("--model"), model, QStringLiteral("--data"),
                                       QStringLiteral("samples"), QStringLiteral("--per-photo"), perPhoto, QStringLiteral("--unknown"),
                                       QStringLiteral(FLOWER_TEST_DATA "/photos"), QStringLiteral("--card"), m_folder.filePath(QStringLiteral("card")),
                                       QStringLiteral("--json")});
        QCOMPARE(evaluated.code, 0);
        for (const QString &folder : {QStringLiteral("card"), QStringLiteral("run")}) {
            for (const QString &name : {QStringLiteral("/model-card.html"), QStringLiteral("/model-card.json")})
                QVERIFY2(QFile::exists(m_folder.filePath(folder) + name), qPrintable(folder + name));
        }
        QCOMPARE(evaluated.lines.last().value(QStringLiteral("top1")).toDouble(), last.value(QStringLiteral("test_top1")).toDouble());
        const QJsonObject summary = evaluated.lines.last();
        const int photos = summary.value(QStringLiteral("photos")).toInt();
        const int unknown = summary.value(QStringLiteral("unknown_photos")).toInt();
        QVERIFY(photos > 0 && unknown > 0);
        const QJsonArray interval = summary.value(QStringLiteral("top1_interval")).toArray();
        QCOMPARE(interval.size(), 2);
        QVERIFY(interval.at(0).toDouble() <= summary.value(QStringLiteral("top1")).toDouble());
        for (const char *key : {"top5_interval", "mean_per_class_interval"})
            QCOMPARE(summary.value(QLatin1String(key)).toArray().size(), 2);
        QVERIFY(summary.value(QStringLiteral("unknown_classes")).toArray().isEmpty());
        for (const char *key : {"ece_before", "ece", "coverage_at_95_precision", "mean_per_class", "top5", "auroc_unknown"}) {
            const QJsonValue value = summary.value(QLatin1String(key));
            QVERIFY2(value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= 1, key);
        }
        QVERIFY(summary.contains(QStringLiteral("none_of_these_threshold"))); // fitted after training
        QFile table(perPhoto);
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readAll().count('\n'), 1 + photos + unknown);

        const QString samples = m_folder.filePath(QStringLiteral("cache"));
        const Outcome predicted = run({QStringLiteral("predict"), QStringLiteral("--model"), model, QStringLiteral("--json"),
                                       QStringLiteral("--top"), QStringLiteral("3"), QStringLiteral("--csv"),
                                       m_folder.filePath(QStringLiteral("answers.csv")), samples});
        QCOMPARE(predicted.code, 0);
        QVERIFY(predicted.lines.size() >= 240);
        QVERIFY(predicted.lines.first().contains(QStringLiteral("top")));
        QVERIFY(predicted.lines.first().value(QStringLiteral("none_of_these")).isBool());
        int unsure = 0;
        for (const QJsonObject &line : predicted.lines) {
            const bool isUnsure = line.value(QStringLiteral("not_sure")).toBool();
            QCOMPARE(line.value(QStringLiteral("candidates")).toArray().size(), isUnsure ? 2 : 0);
            unsure += isUnsure ? 1 : 0;
        }
        QVERIFY(unsure > 0); // two epochs at 32 pixels don't make a botanist
        QStringList three;
        for (const QJsonObject &line : predicted.lines.mid(0, 3))
            three.append(line.value(QStringLiteral("path")).toString());
        const QString explained = m_folder.filePath(QStringLiteral("explained"));
        const Outcome group = run(QStringList{QStringLiteral("predict"), QStringLiteral("--model"), model, QStringLiteral("--json"),
                                              QStringLiteral("--group"), QStringLiteral("--explain"), explained} + three);
        QCOMPARE(group.code, 0);
        QCOMPARE(group.lines.size(), 1);
        const QJsonArray parts = group.lines.first().value(QStringLiteral("photos")).toArray();
        QCOMPARE(parts.size(), 3);
        double sum = 0.0;
        for (const QJsonValue &part : parts)
            sum += part.toObject().value(QStringLiteral("part")).toDouble();
        QVERIFY(std::abs(sum - 1.0) < 1e-9);
        QCOMPARE(QDir(explained).entryList({QStringLiteral("*.png")}, QDir::Files).size(), 3);

        QFile answers(m_folder.filePath(QStringLiteral("answers.csv")));
        QVERIFY(answers.open(QIODevice::ReadOnly));
        QCOMPARE(answers.readLine(), QByteArray("path,answer,probability,not_sure,none_of_these,candidate_1,candidate_2\n"));
        QCOMPARE(answers.readAll().count('\n'), predicted.lines.size());
    }

    void marksOfAReviewAreApplied()
    {
        const QString file = m_folder.filePath(QStringLiteral("review.json"));
        const auto trained = [&](const QByteArray &json) {
            QFile review(file);
            if (!review.open(QIODevice::WriteOnly) || review.write(json) != json.size())
                return Outcome();
            review.close();
            QStringList arguments = tinyTraining(QStringLiteral("reviewed"));
            arguments.replace(arguments.indexOf(QStringLiteral("--epochs-finetune")) + 1, QStringLiteral("0"));
            return run(arguments << QStringLiteral("--review") << file);
        };
        QCOMPARE(trained("{").code, 1);
        QCOMPARE(trained(R"({"version":2,"photos":[]})").code, 1);
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("review.json*")}).size(), 1); // a file that was given is left alone
        const Outcome outcome = trained(R"({"version":1,"photos":[{"path":"drawn daisy/drawn_00.png","leave_out":true},
                                                                 {"path":"drawn violet/drawn_01.png","relabel":"drawn aster"},
                                                                 {"path":"nowhere.png","leave_out":true}]})");
        QCOMPARE(outcome.code, 0);
        const auto started = std::find_if(outcome.lines.cbegin(), outcome.lines.cend(), [](const QJsonObject &line) {
            return line.value(QStringLiteral("event")).toString() == QLatin1String("started");
        });
        QVERIFY(started != outcome.lines.cend());
        QCOMPARE(started->value(QStringLiteral("train_photos")).toInt() + started->value(QStringLiteral("val_photos")).toInt()
                     + started->value(QStringLiteral("test_photos")).toInt(), 6 * 48 - 1);
    }

    void theSameSeedGivesTheSameNumbers()
    {
        const Outcome first = run(tinyTraining(QStringLiteral("one")));
        const Outcome second = run(tinyTraining(QStringLiteral("two")));
        QCOMPARE(first.code, 0);
        int epochs = 0;
        for (qsizetype line = 0; line < first.lines.size(); ++line) {
            if (first.lines.at(line).value(QStringLiteral("event")).toString() != QLatin1String("epoch"))
                continue;
            ++epochs;
            for (const char *key : {"train_loss", "val_loss", "val_top1"})
                QCOMPARE(first.lines.at(line).value(QLatin1String(key)), second.lines.at(line).value(QLatin1String(key)));
        }
        QCOMPARE(epochs, 2);
    }

#ifndef Q_OS_WIN
    void interruptKeepsTheBestModel()
    {
        QStringList arguments = tinyTraining(QStringLiteral("interrupted"));
        arguments.replace(8, QStringLiteral("1000"));
        QProcess process;
        process.start(QStringLiteral(FLOWER_CLI), arguments);
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT((process.waitForReadyRead(50), output += process.readAllStandardOutput(),
                                  output.contains("\"event\":\"epoch\"")), 120'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("interrupted/model.safetensors"))));
    }
#endif
};

FLOWER_TEST(tst_Cli)
#include "tst_Cli.moc"
