// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"
#include "tests/ui/LongestTurn.h"
#include "tests/ui/RunsFixture.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/classify/AnswerDesk.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace flower;
using namespace flower::testing;

/// The window with 100,000 photos of 1,000 kinds: no turn of its event loop takes longer than 50 ms, but for putting 100,000 answers into
/// another order.
class tst_Load : public QObject
{
    Q_OBJECT

    static constexpr int kKinds = 1000;
    static constexpr int kPhotosPerKind = 100;
    static constexpr double kOrderBound = 3 * LongestTurn::kBound; ///< milliseconds

    QStringList m_tooLong;

    void judge(LongestTurn &turns, const char *what, double bound = LongestTurn::kBound)
    {
        if (const double worst = turns.worst(what); worst >= bound)
            m_tooLong.append(QStringLiteral("%1: %2 ms").arg(QLatin1String(what)).arg(worst));
        turns.start();
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("A thread's processor time is only read on Linux.");
#endif
    }
    void init() { m_tooLong.clear(); }

    void photos()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(200); // its first paintings are no part of what is measured
        const Dataset dataset = fakeDataset(kKinds, kPhotosPerKind);
        QCOMPARE(dataset.samples.size(), kKinds * kPhotosPerKind);
        LongestTurn turns;
        window.workspace()->setDataset(dataset);
        judge(turns, "taking the photos");
        QTest::qWait(1500);
        judge(turns, "showing them and their check");
        auto *list = window.findChild<QListView *>(QStringLiteral("photoList"));
        for (int step = 1; step <= 10; ++step) {
            list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() * step / 10);
            QTest::qWait(50);
        }
        judge(turns, "scrolling");
        auto *kinds = window.findChild<QTableView *>(QStringLiteral("classTable"));
        for (const int row : {3, 0, 700, 0}) {
            kinds->selectRow(row);
            QTest::qWait(50);
        }
        const int before = list->model()->rowCount();
        window.findChild<QComboBox *>(QStringLiteral("subset"))->setCurrentIndex(1);
        QTest::qWait(200);
        QVERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < before);
        judge(turns, "filtering");
        auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("photoTabs"));
        for (int tab = tabs->count() - 1; tab >= 0; --tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(200);
        }
        judge(turns, "the tabs");
        for (const MainWindow::Page page : {MainWindow::Train, MainWindow::Classify, MainWindow::Results, MainWindow::Photos}) {
            window.showPage(page);
            QTest::qWait(200);
        }
        judge(turns, "the pages");
        QVERIFY2(m_tooLong.isEmpty(), qPrintable(m_tooLong.join(QLatin1Char('\n'))));
    }

    void results()
    {
        RunsFixture runs;
        runs.add(kKinds, 15'000); // a seventh of the photos is tested with
        LongestTurn turns;
        ResultsPage &page = runs.open();
        judge(turns, "opening a run of 15,000 answers");
        QTest::qWait(500);
        judge(turns, "showing it");
        auto *tabs = page.findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(500);
            judge(turns, qPrintable(tabs->tabText(tab)));
        }
        page.resize(1280, 800);
        QTest::qWait(300);
        judge(turns, "another size");
        QVERIFY2(m_tooLong.isEmpty(), qPrintable(m_tooLong.join(QLatin1Char('\n'))));
    }

    void answers()
    {
        constexpr int kCount = kKinds * kPhotosPerKind;
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openModel(QStringLiteral("/good.safetensors"));
        window.showPage(MainWindow::Classify);
        QTRY_VERIFY(!fixture.classify.model().path.isEmpty());
        QStringList paths;
        for (int number = 0; number < kCount; ++number)
            paths.append(QStringLiteral("/meadow/kind %1/%2%3.jpg").arg(number % kKinds)
                             .arg(number % 3 == 1 ? QStringLiteral("unsure") : QString()).arg(number));
        LongestTurn turns;
        window.findChild<ClassifyPage *>()->classify(paths);
        judge(turns, "asking about 100,000 photos");
        auto *list = window.findChild<QListView *>(QStringLiteral("answers"));
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), kCount, 120'000);
        judge(turns, "listing them");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.classify.pending(), 0, 240'000);
        QTest::qWait(500);
        judge(turns, "answering them");
        list->scrollToBottom();
        QTest::qWait(300);
        judge(turns, "scrolling");
        click(window, "viewTable");
        QTest::qWait(500);
        judge(turns, "the table");
        auto *table = window.findChild<QTableView *>(QStringLiteral("answerTable"));
        table->horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
        QTest::qWait(500);
        QVERIFY(table->model()->index(0, 1).data().toString() > table->model()->index(kCount - 1, 1).data().toString());
        judge(turns, "sorting", kOrderBound);
        window.findChild<QDoubleSpinBox *>(QStringLiteral("sureFrom"))->setValue(90);
        QTest::qWait(500);
        judge(turns, "judging them anew");
        QVERIFY2(m_tooLong.isEmpty(), qPrintable(m_tooLong.join(QLatin1Char('\n'))));
    }
};

FLOWER_TEST(tst_Load)
#include "tst_Load.moc"
