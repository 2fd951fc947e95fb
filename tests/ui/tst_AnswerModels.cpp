// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Csv.h"
#include "tests/support/TestMain.h"
#include "tests/ui/FakeModels.h"
#include "tests/ui/FakePhotos.h"
#include "tests/ui/LongestTurn.h"
#include "ui/models/AnswerFilterModel.h"
#include "ui/models/FactsReader.h"
#include "ui/models/PredictionListModel.h"
#include "ui/models/ThumbnailLoader.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <algorithm>
#include <limits>

using namespace flower;
using namespace flower::testing;

/// The answers of the Classify page as a table: its columns, filters, orders and thresholds.
class tst_AnswerModels : public QObject
{
    Q_OBJECT

    static constexpr auto kMode = QAbstractItemModelTester::FailureReportingMode::QtTest;
    using Show = AnswerFilterModel::Show;

    ThumbnailLoader m_thumbnails{std::make_shared<FakePhotos>(), 64};

    static Prediction prediction(const QString &path, const QList<std::pair<QString, double>> &top, double outOfSetScore = 0)
    {
        Prediction answer;
        answer.path = path;
        for (const auto &[name, probability] : top)
            answer.top.append({static_cast<int>(answer.top.size()), name, probability});
        answer.outOfSetScore = outOfSetScore;
        return answer;
    }
    /// daisy/a.jpg: daisy 0.9; tulip/b.jpg: daisy 0.5; c.jpg: tulip 0.7, unknown by its score; d.jpg: unreadable; e.jpg waits.
    static void fill(PredictionListModel &model)
    {
        model.setModel({QStringLiteral("daisy"), QStringLiteral("Tulip")}, 1);
        const QStringList paths{QStringLiteral("/p/daisy/a.jpg"), QStringLiteral("/p/tulip/b.jpg"), QStringLiteral("/p/C.jpg"),
                                QStringLiteral("/p/d.jpg"), QStringLiteral("/p/e.jpg")};
        QList<PhotoInput> photos;
        for (const QString &path : paths)
            photos.append({path, {}});
        model.ask(photos);
        model.answer(prediction(paths.at(0), {{QStringLiteral("daisy"), 0.9}, {QStringLiteral("Tulip"), 0.1}}), 1);
        model.answer(prediction(paths.at(1), {{QStringLiteral("daisy"), 0.5}, {QStringLiteral("Tulip"), 0.4}}), 1);
        model.answer(prediction(paths.at(2), {{QStringLiteral("Tulip"), 0.7}, {QStringLiteral("daisy"), 0.2}}, 3), 1);
        Prediction broken;
        broken.path = paths.at(3);
        broken.error = QStringLiteral("=broken");
        model.answer(broken, 1);
        Calibration calibration;
        calibration.notSureThreshold = 0.6;
        calibration.noneOfTheseThreshold = 2;
        model.judge(calibration);
    }
    static QStringList names(const QAbstractItemModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, 0).data().toString());
        return names;
    }
    static QString cell(const QAbstractItemModel &model, int row, int column) { return model.index(row, column).data().toString(); }

private Q_SLOTS:
    void aRowSaysWhatIsKnown()
    {
        PredictionListModel model(&m_thumbnails);
        const QAbstractItemModelTester tester(&model, kMode);
        fill(model);
        QCOMPARE(cell(model, 0, PredictionListModel::Answer), QStringLiteral("daisy"));
        QCOMPARE(cell(model, 0, PredictionListModel::Probability), QStringLiteral("90.0 %"));
        QCOMPARE(cell(model, 0, PredictionListModel::State), QStringLiteral("Sure"));
        QCOMPARE(cell(model, 0, PredictionListModel::RunnerUp), QStringLiteral("Tulip, 10.0 %"));
        QCOMPARE(cell(model, 0, PredictionListModel::TrueKind), QStringLiteral("daisy"));
        QCOMPARE(cell(model, 1, PredictionListModel::State), QStringLiteral("Not sure"));
        QCOMPARE(cell(model, 1, PredictionListModel::TrueKind), QStringLiteral("Tulip")); // capitals make no difference
        QCOMPARE(cell(model, 2, PredictionListModel::State), QStringLiteral("None of these"));
        QCOMPARE(cell(model, 2, PredictionListModel::TrueKind), QString());
        QCOMPARE(cell(model, 3, PredictionListModel::State), QStringLiteral("Unreadable"));
        QCOMPARE(cell(model, 4, PredictionListModel::State), QStringLiteral("Waiting"));
        QVERIFY(model.index(3, PredictionListModel::State).data(Qt::ToolTipRole).toString().contains(QStringLiteral("broken")));
        for (int column = 0; column < PredictionListModel::ColumnCount; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!isWrong(model.row(0)));
        QVERIFY(isWrong(model.row(1)));
        QVERIFY(!isWrong(model.row(2))); // nothing is known about it
    }

    void filtersAndOrders()
    {
        PredictionListModel model(&m_thumbnails);
        AnswerFilterModel shown;
        shown.setSourceModel(&model);
        const QAbstractItemModelTester tester(&shown, kMode);
        fill(model);
        const QString a = QStringLiteral("a.jpg");
        const QString b = QStringLiteral("b.jpg");
        const QString c = QStringLiteral("C.jpg");
        const QString d = QStringLiteral("d.jpg");
        const QString e = QStringLiteral("e.jpg");
        QCOMPARE(names(shown), QStringList({a, b, c, d, e}));
        shown.sort(PredictionListModel::Probability, Qt::AscendingOrder); // the least sure first
        QCOMPARE(names(shown), QStringList({b, c, a, d, e}));
        shown.sort(PredictionListModel::Probability, Qt::DescendingOrder); // those without a value last here too
        QCOMPARE(names(shown), QStringList({a, c, b, d, e}));
        shown.sort(PredictionListModel::Photo, Qt::DescendingOrder);
        QCOMPARE(names(shown), QStringList({e, d, c, b, a}));
        shown.sort(-1);
        QCOMPARE(names(shown), QStringList({a, b, c, d, e}));

        for (const auto &[show, expected] : {std::pair{Show::Sure, QStringList{a}}, std::pair{Show::NotSure, QStringList{b}},
                                             std::pair{Show::NoneOfThese, QStringList{c}}, std::pair{Show::Wrong, QStringList{b}},
                                             std::pair{Show::Corrected, QStringList()}}) {
            shown.setShow(show);
            QCOMPARE(names(shown), expected);
        }
        model.setCorrections({{QStringLiteral("/p/C.jpg"), QStringLiteral("daisy")}});
        shown.setShow(Show::Corrected);
        QCOMPARE(names(shown), QStringList{c});
        shown.setShow(Show::All);
        shown.setText(QStringLiteral(" TULIP "));
        QCOMPARE(names(shown), QStringList({b, c})); // by the folder, and by the answer
        shown.setText(QStringLiteral("e.jp"));
        QCOMPARE(names(shown), QStringList{e});
        model.answer(prediction(QStringLiteral("/p/e.jpg"), {{QStringLiteral("daisy"), 0.3}}), 1);
        shown.setText({});
        shown.setShow(Show::NotSure);
        QCOMPARE(names(shown), QStringList({b, e})); // an answer that comes is judged as the others
    }

    void otherThresholdsJudgeAtOnce()
    {
        PredictionListModel model(&m_thumbnails);
        fill(model);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        Calibration calibration;
        calibration.notSureThreshold = 0.95;
        model.judge(calibration); // and no word of “none of these”
        QCOMPARE(cell(model, 0, PredictionListModel::State), QStringLiteral("Not sure"));
        QCOMPARE(cell(model, 2, PredictionListModel::State), QStringLiteral("Not sure"));
        QCOMPARE(changed.size(), 1); // the two that changed, in one
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);
        QCOMPARE(model.prediction(0)->candidates.size(), 2);
        model.setModel({QStringLiteral("daisy")}, 2); // another one: what was answered before stays
        model.judge({});
        QVERIFY(model.prediction(0)->notSure);
    }

    void answersOfAnEarlierModelAreMarkedAndAskedAgain()
    {
        PredictionListModel model(&m_thumbnails);
        const QAbstractItemModelTester tester(&model, kMode);
        AnswerFilterModel shown;
        shown.setSourceModel(&model);
        fill(model); // three answers, one photo that can't be read, and one that waits
        QSignalSpy counted(&model, &PredictionListModel::earlierChanged);
        const auto state = [&](int row) { return cell(model, row, PredictionListModel::State); };
        const QString earlier = QStringLiteral("Earlier model");
        QCOMPARE(model.earlier(), 0);
        QVERIFY(isWrong(model.row(1)));
        model.setModel({QStringLiteral("daisy"), QStringLiteral("Tulip")}, 2);
        QCOMPARE(model.earlier(), 3);
        QCOMPARE(counted.size(), 1);
        for (const int row : {0, 1, 2})
            QCOMPARE(state(row), earlier);
        QCOMPARE(state(3), QStringLiteral("Unreadable"));
        QVERIFY(!isWrong(model.row(1))); // by a model that is gone
        QCOMPARE(model.index(0, 0).data(PredictionListModel::HeadlineRole).toString(), QStringLiteral("daisy (earlier model)"));
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("(earlier model)")));
        QVERIFY(answersCsv({model.row(0)}).contains(",earlier_model,"));
        shown.setShow(Show::EarlierModel);
        QCOMPARE(shown.rowCount(), 3);
        model.answer(prediction(QStringLiteral("/p/e.jpg"), {{QStringLiteral("daisy"), 0.9}}), 1); // on its way since before
        QCOMPARE(state(4), earlier);
        QCOMPARE(model.earlier(), 4);

        model.ask({{QStringLiteral("/p/new.jpg"), {}}});
        QList<PhotoInput> again = model.askAgain();
        QCOMPARE(again.size(), 4);
        QCOMPARE(again.last().path, QStringLiteral("/p/e.jpg"));
        QCOMPARE(model.earlier(), 0); // they wait
        QVERIFY(model.askAgain().isEmpty());
        QCOMPARE(state(0), earlier);
        model.answer(prediction(QStringLiteral("/p/new.jpg"), {{QStringLiteral("daisy"), 0.8}}), 2);
        QCOMPARE(cell(model, 5, PredictionListModel::Probability), QStringLiteral("80.0 %"));
        model.answer(prediction(again.at(0).path, {{QStringLiteral("Tulip"), 0.8}}), 2);
        QCOMPARE(cell(model, 0, PredictionListModel::Answer), QStringLiteral("Tulip"));
        QCOMPARE(state(0), QStringLiteral("Sure"));
        QVERIFY(isWrong(model.row(0)));
        model.ask({{QStringLiteral("/p/last.jpg"), {}}});
        model.dropWaiting(); // those that have an answer keep it
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.earlier(), 3);
        again = model.askAgain();
        QCOMPARE(again.first().path, QStringLiteral("/p/tulip/b.jpg"));
        model.clear();
        model.answer(prediction(again.first().path, {{QStringLiteral("Tulip"), 0.8}}), 2);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.earlier(), 0);
    }

    void aModelThatComesBackHasItsAnswersAgain()
    {
        PredictionListModel model(&m_thumbnails);
        fill(model);
        const QStringList kinds{QStringLiteral("daisy"), QStringLiteral("Tulip")};
        model.setModel(kinds, 1); // the same one
        QCOMPARE(model.earlier(), 0);
        QCOMPARE(cell(model, 0, PredictionListModel::State), QStringLiteral("Sure"));
        QVERIFY(isWrong(model.row(1)));
        model.setModel(kinds, 2);
        QCOMPARE(model.earlier(), 3);
        model.answer(prediction(QStringLiteral("/p/e.jpg"), {{QStringLiteral("daisy"), 0.9}}), 2);
        model.setModel(kinds, 1);
        QCOMPARE(model.earlier(), 1); // the other one's
        QCOMPARE(cell(model, 0, PredictionListModel::State), QStringLiteral("Sure"));
        QCOMPARE(cell(model, 4, PredictionListModel::State), QStringLiteral("Earlier model"));
    }

    void aTableHoldsEverything()
    {
        PredictionListModel model(&m_thumbnails);
        fill(model);
        model.setCorrections({{QStringLiteral("/p/tulip/b.jpg"), QStringLiteral("Tulip")}});
        QDateTime taken(QDate(2024, 5, 1), QTime(14, 3, 22));
        taken.setOffsetFromUtc(7200);
        model.setFacts({{QStringLiteral("/p/tulip/b.jpg"), {taken, GeoPosition{52.51, -13.25}}}});
        QList<AnswerRow> rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(model.row(row));
        const QStringList lines = QString::fromUtf8(answersCsv(rows)).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 6); // the header, four answers, an end; not the one that waits
        const QStringList header = csv::fields(lines.at(0));
        const auto value = [&](int line, const char *name) { return csv::fields(lines.at(line)).value(header.indexOf(QLatin1String(name))); };
        QCOMPARE(value(1, "state"), QStringLiteral("sure"));
        QCOMPARE(value(2, "path"), QStringLiteral("/p/tulip/b.jpg"));
        QCOMPARE(value(2, "answer"), QStringLiteral("daisy"));
        QCOMPARE(value(2, "probability"), QStringLiteral("0.500000"));
        QCOMPARE(value(2, "state"), QStringLiteral("not_sure"));
        QCOMPARE(value(2, "corrected"), QStringLiteral("Tulip"));
        QCOMPARE(value(2, "true_label"), QStringLiteral("Tulip"));
        QCOMPARE(value(2, "taken"), QStringLiteral("2024-05-01T14:03:22+02:00"));
        QCOMPARE(value(2, "latitude"), QStringLiteral("52.510000"));
        QCOMPARE(value(2, "longitude"), QStringLiteral("-13.250000"));
        QCOMPARE(value(2, "top2"), QStringLiteral("Tulip"));
        QCOMPARE(value(2, "p5"), QString());
        QCOMPARE(value(3, "state"), QStringLiteral("none_of_these"));
        QCOMPARE(value(4, "state"), QStringLiteral("error"));
        QCOMPARE(value(4, "error"), QStringLiteral("'=broken"));
        for (const QString &line : lines.mid(0, 5))
            QCOMPARE(csv::fields(line).size(), header.size());
    }

    void factsComeInTheBackground()
    {
        class Dated : public FakePhotos
        {
        public:
            PhotoFacts facts(const QString &path) const override
            {
                return path.contains(QLatin1String("none")) ? PhotoFacts() : PhotoFacts{QDateTime(QDate(2024, 5, 1), QTime(12, 0)), {}};
            }
        };
        FactsReader reader(std::make_shared<Dated>());
        QHash<QString, PhotoFacts> all;
        connect(&reader, &FactsReader::read, this, [&](const QHash<QString, PhotoFacts> &facts) { all.insert(facts); });
        QStringList paths{QStringLiteral("/none.jpg")};
        for (int number = 0; number < 200; ++number)
            paths.append(QStringLiteral("/%1.jpg").arg(number));
        reader.start(paths);
        QTRY_COMPARE(all.size(), 200);
        reader.start({QStringLiteral("/late.jpg")});
        reader.cancel();
        reader.start({QStringLiteral("/last.jpg")});
        QTRY_VERIFY(all.contains(QStringLiteral("/last.jpg")));
        QVERIFY(!all.contains(QStringLiteral("/late.jpg")));
    }

    /// 10,000 answers come in, are sorted, searched and judged anew, each within the bound for a turn of the event loop.
    void tenThousandAnswers()
    {
#ifndef Q_OS_LINUX
        QSKIP("A thread's processor time is only read on Linux.");
#endif
        constexpr int kCount = 10'000;
        constexpr double kAddingBound = 4 * LongestTurn::kBound; // for all of them together; they come in many turns
        PredictionListModel model(&m_thumbnails);
        AnswerFilterModel shown;
        shown.setSourceModel(&model);
        model.setModel(fakeDataset(6, 1).classNames, 1);
        QList<PhotoInput> photos;
        for (int number = 0; number < kCount; ++number)
            photos.append({QStringLiteral("/meadow/%1/photo %2.jpg").arg(number % 7 == 0 ? QStringLiteral("daisy") : QStringLiteral("x")).arg(number * 7919 % kCount), {}});
        QList<Prediction> answers;
        FakeClassifier classifier;
        for (int number = 0; number < kCount; ++number) {
            answers.append(classifier.classify(photos.at(number), 5));
            answers.last().top.first().probability = 0.3 + 0.7 * (number * 104729 % kCount) / kCount;
        }
        QHash<QString, PhotoFacts> facts;
        for (int number = 0; number < kCount; ++number)
            facts.insert(photos.at(number).path, {QDateTime(QDate(2024, 1, 1).addDays(number * 31 % 365), QTime(number % 24, 0)), {}});

        const auto milliseconds = [](auto &&work) {
            const double before = LongestTurn::processorMilliseconds();
            work();
            return LongestTurn::processorMilliseconds() - before;
        };
        const double adding = milliseconds([&] {
            model.ask(photos);
            for (const Prediction &answer : std::as_const(answers))
                model.answer(answer, 1);
        });
        qInfo("10,000 answers added: %.1f ms", adding);
        QVERIFY2(adding < kAddingBound, qPrintable(QString::number(adding)));
        model.setFacts(facts);
        for (int column = 0; column < PredictionListModel::ColumnCount; ++column) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                double sorting = std::numeric_limits<double>::max();
                for (int time = 0; time < 5; ++time) { // the same work each time: what comes once is the machine's
                    shown.sort(-1);
                    sorting = std::min(sorting, milliseconds([&] { shown.sort(column, order); }));
                }
                qInfo("sorted by column %d: %.1f ms", column, sorting);
                QVERIFY2(sorting < LongestTurn::kBound, qPrintable(QString::number(sorting)));
            }
        }
        shown.sort(PredictionListModel::Probability);
        for (int row = 1; row < kCount; ++row)
            QVERIFY(model.prediction(shown.mapToSource(shown.index(row - 1, 0)).row())->top.first().probability
                    <= model.prediction(shown.mapToSource(shown.index(row, 0)).row())->top.first().probability);
        const double searching = milliseconds([&] { shown.setText(QStringLiteral("daisy")); });
        QVERIFY(shown.rowCount() > kCount / 8 && shown.rowCount() < kCount);
        const double judging = milliseconds([&] {
            Calibration calibration;
            calibration.notSureThreshold = 0.8;
            model.judge(calibration);
            shown.refresh();
        });
        qInfo("searched: %.1f ms; judged anew and shown: %.1f ms", searching, judging);
        QVERIFY2(searching < LongestTurn::kBound, qPrintable(QString::number(searching)));
        QVERIFY2(judging < 2 * LongestTurn::kBound, qPrintable(QString::number(judging)));
    }
};

FLOWER_TEST(tst_AnswerModels)
#include "tst_AnswerModels.moc"
