// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoMarks.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ClassifyWindow.h"
#include "tests/ui/LongestTurn.h"
#include "tests/ui/RunsFixture.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/charts/PhotoScatter.h"
#include "ui/pages/classify/AnswerCorrections.h"
#include "ui/pages/results/ReviewTab.h"
#include "ui/pages/results/ShownRun.h"
#include "ui/wizard/FoundPage.h"
#include "ui/wizard/TeachPlan.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace flower;
using namespace flower::testing;

using Scenario = void (*)(LongestTurn &turns);
Q_DECLARE_METATYPE(Scenario)

/// The window with 100,000 photos of 1,000 kinds: no turn of its event loop takes longer than 50 ms.
class tst_Load : public QObject
{
    Q_OBJECT

    static constexpr int kKinds = 1000;
    static constexpr int kPhotosPerKind = 100;

    /// Every entry of a box, and back to the first.
    static void judgeChoices(LongestTurn &turns, QComboBox *box)
    {
        for (int step = 1; step <= box->count(); ++step) {
            box->setCurrentIndex(step % box->count());
            QTest::qWait(100);
            turns.judge(box->currentText());
        }
    }
    static void judgeSearches(LongestTurn &turns, QLineEdit *field, const QStringList &texts)
    {
        for (const QString &text : texts) {
            field->setText(text);
            QTest::qWait(100);
            turns.judge(QStringLiteral("searching “%1”").arg(text));
        }
        field->clear();
        QTest::qWait(200);
        turns.judge("the search cleared");
    }
    static void judgeOrders(LongestTurn &turns, const QString &what, QTableView *table)
    {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            table->horizontalHeader()->setSortIndicator(column, column % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
            QTest::qWait(100);
            turns.judge(QStringLiteral("%1 by %2").arg(what, table->model()->headerData(column, Qt::Horizontal).toString()));
        }
    }

    static void seePhotos(LongestTurn &turns)
    {
        ShownWindow shown;
        MainWindow &window = shown.window;
        QTest::qWait(200); // its first paintings are no part of what is measured
        const Dataset dataset = fakeDataset(kKinds, kPhotosPerKind);
        QCOMPARE(dataset.samples.size(), kKinds * kPhotosPerKind);
        turns.start();
        window.workspace()->setDataset(dataset);
        turns.judge("taking the photos");
        QTest::qWait(1500);
        turns.judge("showing them and their check");
        auto *list = window.findChild<QListView *>(QStringLiteral("photoList"));
        for (int step = 1; step <= 10; ++step) {
            list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() * step / 10);
            QTest::qWait(50);
        }
        turns.judge("scrolling");
        auto *kinds = window.findChild<QTableView *>(QStringLiteral("classTable"));
        for (const int row : {3, 0, 700, 0}) {
            kinds->selectRow(row);
            QTest::qWait(50);
        }
        const int before = list->model()->rowCount();
        window.findChild<QComboBox *>(QStringLiteral("subset"))->setCurrentIndex(1);
        QTest::qWait(200);
        QVERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < before);
        turns.judge("filtering");
        auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("photoTabs"));
        for (int tab = tabs->count() - 1; tab >= 0; --tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(200);
        }
        turns.judge("the tabs");
        for (const MainWindow::Page page : {MainWindow::Train, MainWindow::Classify, MainWindow::Results, MainWindow::Photos}) {
            window.showPage(page);
            QTest::qWait(200);
        }
        turns.judge("the pages");
    }

    static void seeResults(LongestTurn &turns)
    {
        RunsFixture runs;
        runs.add(kKinds, 15'000); // a seventh of the photos is tested with
        turns.start();
        ResultsPage &page = runs.open();
        turns.judge("opening a run of 15,000 answers");
        QTest::qWait(500);
        turns.judge("showing it");
        auto *tabs = page.findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(500);
            turns.judge(tabs->tabText(tab));
            if (auto *order = tabs->widget(tab)->findChild<QComboBox *>(QStringLiteral("confusionOrder")))
                judgeChoices(turns, order);
            if (auto *kinds = tabs->widget(tab)->findChild<QTableView *>(QStringLiteral("kindTable"))) {
                judgeOrders(turns, QStringLiteral("sorting"), kinds);
                judgeSearches(turns, tabs->widget(tab)->findChild<QLineEdit *>(QStringLiteral("kindFilter")),
                              {QStringLiteral("7"), QStringLiteral("nowhere")});
            }
        }
        page.resize(1280, 800);
        QTest::qWait(300);
        turns.judge("another size");
    }

    static void seeReview(LongestTurn &turns)
    {
        WindowFixture fixture;
        Workspace workspace(fixture.context.reviewsFolder);
        ReviewTab tab(&fixture.context, &workspace);
        tab.resize(1080, 700);
        tab.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tab));
        ShownRun run;
        run.details.datasetPath = QStringLiteral("/photos");
        run.details.classNames = flowerNames(kKinds);
        run.results = fakeAnswers(kKinds, 15'000, 1);
        turns.start();
        tab.showRun(run);
        turns.judge("opening a run of 15,000 answers");
        QTest::qWait(300);
        turns.judge("showing it");
        for (const char *box : {"reviewShow", "reviewOrder"})
            judgeChoices(turns, tab.findChild<QComboBox *>(QLatin1String(box)));
        tab.findChild<QComboBox *>(QStringLiteral("reviewKind"))->setCurrentIndex(7);
        QTest::qWait(200);
        tab.findChild<QComboBox *>(QStringLiteral("reviewKind"))->setCurrentIndex(0);
        QTest::qWait(200);
        turns.judge("one kind, and all");
        auto *list = tab.findChild<QListView *>(QStringLiteral("reviewList"));
        list->selectAll();
        QTest::qWait(200);
        turns.judge("selecting them all");
        auto *show = tab.findChild<QComboBox *>(QStringLiteral("reviewShow"));
        show->setCurrentIndex(1); // only wrong answers
        list->selectAll();
        const int wrong = list->model()->rowCount();
        QVERIFY(wrong > 1000);
        tab.findChild<QToolButton *>(QStringLiteral("leaveOut"))->click();
        QTest::qWait(200);
        QCOMPARE(workspace.review()->marks(QStringLiteral("/photos")).size(), wrong);
        turns.judge("leaving the wrong ones out");
        judgeChoices(turns, show);
        workspace.review()->undoStack()->undo();
        QTest::qWait(200);
        turns.judge("taking that back");
    }

    static void seeAnswers(LongestTurn &turns)
    {
        constexpr int kCount = kKinds * kPhotosPerKind;
        ClassifyWindow shown;
        QStringList paths;
        for (int number = 0; number < kCount; ++number)
            paths.append(QStringLiteral("/meadow/kind %1/%2%3.jpg").arg(number % kKinds)
                             .arg(number % 3 == 1 ? QStringLiteral("unsure") : QString()).arg(number));
        QTest::qWait(200); // its first paintings are no part of what is measured
        turns.start();
        shown.page->classify(paths);
        turns.judge("asking about 100,000 photos");
        QTRY_COMPARE_WITH_TIMEOUT(shown.list->model()->rowCount(), kCount, 120'000);
        turns.judge("listing them");
        QTRY_COMPARE_WITH_TIMEOUT(shown.fixture.classify.pending(), 0, 240'000);
        QTest::qWait(500);
        turns.judge("answering them");
        shown.list->scrollToBottom();
        QTest::qWait(300);
        turns.judge("scrolling");
        click(shown.window, "viewTable");
        QTest::qWait(500);
        turns.judge("the table");
        judgeOrders(turns, QStringLiteral("sorting"), shown.table);
        shown.table->horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
        QVERIFY(shown.table->model()->index(0, 1).data().toString() > shown.table->model()->index(kCount - 1, 1).data().toString());
        shown.find<QDoubleSpinBox>("sureFrom")->setValue(90);
        QTest::qWait(500);
        turns.judge("judging them anew");
        judgeSearches(turns, shown.find<QLineEdit>("answerSearch"),
                      {QStringLiteral("unsure"), QStringLiteral("kind 7"), QStringLiteral("nowhere")}); // every third, some, none
        judgeChoices(turns, shown.find<QComboBox>("answerShow"));
        shown.table->selectAll();
        QTest::qWait(500);
        turns.judge("selecting them all");
        judgeOrders(turns, QStringLiteral("sorting all, selected,"), shown.table);
        shown.table->selectRow(5);
        QTest::qWait(300);
        turns.judge("selecting one");
        AnswerCorrections *corrections = shown.desk->corrections();
        corrections->correct({shown.desk->shownRows().at(5).photo.path}, QStringLiteral("pansy"));
        QTest::qWait(300);
        turns.judge("correcting one");
        corrections->correct(paths.mid(0, 1000), QStringLiteral("pansy"));
        QTest::qWait(300);
        turns.judge("correcting a thousand");
        corrections->undoStack()->undo();
        QTest::qWait(300);
        turns.judge("taking them back");
        shown.window.openModel(QStringLiteral("/second.safetensors"));
        QTRY_VERIFY(shown.find<QLabel>("earlierAnswers")->isVisible());
        QTest::qWait(500);
        turns.judge("another model");
        click(shown.window, "clearAnswers");
        QTest::qWait(300);
        turns.judge("clearing");
    }

    static void seeMarks(LongestTurn &turns)
    {
        ShownWindow shown;
        MainWindow &window = shown.window;
        const Dataset dataset = fakeDataset(kKinds, kPhotosPerKind);
        window.workspace()->setDataset(dataset);
        QTest::qWait(1500);
        PhotoReview *review = window.workspace()->review();
        QStringList paths;
        for (const Sample &sample : dataset.samples)
            paths.append(markedPath(dataset.rootPath, sample.path));
        const auto decide = [&](const QString &what, const QStringList &photos, const PhotoMark &mark) {
            review->decide(dataset.rootPath, photos, what, [&](const QString &, const std::optional<PhotoMark> &) { return mark; });
            turns.judge(what);
            QTest::qWait(500);
            turns.judge(what + QStringLiteral(", shown"));
        };
        const PhotoMark leftOut{true, {}, dataset.classNames.first()};
        turns.start();
        decide(QStringLiteral("leaving one out"), paths.mid(0, 1), leftOut);
        decide(QStringLiteral("putting a thousand under another kind"), paths.mid(1000, 1000),
               PhotoMark{false, dataset.classNames.at(kKinds - 2), dataset.classNames.first()});
        decide(QStringLiteral("leaving 10,000 out"), paths.mid(20'000, 10'000), leftOut);
        decide(QStringLiteral("leaving one more out"), paths.mid(50'000, 1), leftOut);
        review->undoStack()->undo();
        QTest::qWait(300);
        turns.judge("taking one back");
        QCOMPARE(window.workspace()->dataset().samples.size(), kKinds * kPhotosPerKind - 10'001);
        window.workspace()->setDataset(dataset);
        QTest::qWait(1000);
        turns.judge("opening the photos again");
    }

    static void seeWizard(LongestTurn &turns)
    {
        WindowFixture fixture;
        TeachPlan plan;
        plan.dataset = fakeDataset(kKinds, kPhotosPerKind);
        FoundPage page(&fixture.context, &plan);
        page.resize(760, 560);
        turns.start();
        page.initializePage();
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTest::qWait(300);
        turns.judge("what was found");
        page.resize(860, 600);
        QTest::qWait(200);
        turns.judge("another size");
    }

    static void seeMap(LongestTurn &turns)
    {
        constexpr int kPoints = 15'000;
        QRandomGenerator random(3);
        QList<ScatterPoint> points;
        for (int number = 0; number < kPoints; ++number) {
            points.append({QPointF(random.generateDouble(), random.generateDouble()), number % kKinds, number % 4 == 0,
                           QStringLiteral("photo %1").arg(number)});
        }
        PhotoScatter scatter;
        scatter.resize(900, 600);
        scatter.show();
        QVERIFY(QTest::qWaitForWindowExposed(&scatter));
        turns.start();
        scatter.setPoints(points);
        QTest::qWait(200);
        turns.judge("a map of 15,000 photos");
        const auto point = [&](const char *what) {
            for (int step = 0; step < 10; ++step) {
                const QPointF place = scatter.pixelOf(step * 100);
                QMouseEvent move(QEvent::MouseMove, place, scatter.mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
                QCoreApplication::sendEvent(&scatter, &move);
                QTest::qWait(20);
            }
            turns.judge(what);
        };
        point("pointing at them");
        scatter.setWrongRinged(true);
        point("pointing at them, wrong ones ringed");
        QTest::keyClick(&scatter, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(scatter.selected().size(), kPoints);
        turns.judge("selecting all");
        point("pointing at them, all selected");
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("A thread's processor time is only read on Linux.");
#endif
    }

    void noTurnTakesLong_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::newRow("photos") << Scenario(&seePhotos);
        QTest::newRow("results") << Scenario(&seeResults);
        QTest::newRow("review") << Scenario(&seeReview);
        QTest::newRow("answers") << Scenario(&seeAnswers);
        QTest::newRow("marks") << Scenario(&seeMarks);
        QTest::newRow("wizard") << Scenario(&seeWizard);
        QTest::newRow("map") << Scenario(&seeMap);
    }
    void noTurnTakesLong()
    {
        QFETCH(const Scenario, scenario);
        const QString tooLong = tooLongEachTime(scenario);
        QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong));
    }
};

FLOWER_TEST(tst_Load)
#include "tst_Load.moc"
