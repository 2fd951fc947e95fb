// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ResultsPage.h"

#include "tests/support/TestMain.h"
#include "tests/ui/LongestTurn.h"
#include "tests/ui/RunsFixture.h"
#include "ui/charts/ConfusionMap.h"
#include "ui/models/ClassReportModel.h"
#include "ui/pages/results/ConfusionTab.h"
#include "ui/pages/results/KindsTab.h"
#include "ui/pages/results/OverviewTab.h"
#include "ui/widgets/Banner.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace flower;
using namespace flower::testing;

namespace {

/// Remembers what it was told.
class NotingTab : public ResultsTab
{
public:
    void showRun(const ShownRun &run) override { seen.append(run); }
    QList<ShownRun> seen;
};

} // namespace

class tst_ResultsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testPhotosComeFirstAndValidationCanBeChosen()
    {
        RunsFixture page;
        const RunDetails run = page.add(6, 120);
        page.open();
        auto *subset = page.find<QComboBox>("resultSubset");
        QVERIFY(subset->isVisible());
        QCOMPARE(subset->count(), 2);
        QVERIFY2(subset->currentText().contains(QStringLiteral("120")), qPrintable(subset->currentText()));
        auto *tab = new NotingTab;
        page.page->addTab(tab, QStringLiteral("More"));
        QVERIFY(page.shows([&] { QTest::keyClick(subset, Qt::Key_Down); }));
        QCOMPARE(tab->seen.size(), 1);
        QCOMPARE(tab->seen.first().subset, Subset::Validation);
        QCOMPARE(tab->seen.first().results.size(), 40);
        QCOMPARE(tab->seen.first().details.record.id, run.record.id);
        QCOMPARE(tab->seen.first().confusion, ConfusionMatrix(tab->seen.first().results, 6));
    }

    void theOverviewHasIntervalsAndTheCalibration()
    {
        RunsFixture page;
        const RunDetails run = page.add(6, 120);
        page.open();
        const auto *overview = page.find<OverviewTab>();
        QVERIFY(overview->explanation().isEmpty());
        QStringList texts;
        for (const QLabel *label : overview->findChildren<QLabel *>())
            texts.append(label->text());
        const Interval top5 = wilsonInterval(static_cast<int>(std::lround(run.test->top5 * 120)), 120);
        QVERIFY(texts.contains(QStringLiteral("95 % interval %1 – %2 %").arg(QLocale().toString(top5.low * 100, 'f', 1), QLocale().toString(top5.high * 100, 'f', 1))));
        const QString error = page.find<QLabel>("calibrationError")->text();
        QVERIFY2(error.contains(QLocale().toString(run.test->ece * 100, 'f', 1)), qPrintable(error));
        QVERIFY2(error.contains(QLocale().toString(run.test->eceBefore * 100, 'f', 1)), qPrintable(error));
        auto *table = page.find<QTableView>("reliabilityTable");
        QVERIFY(!table->isVisible());
        click(*page.page, "reliabilityAsTable");
        QVERIFY(table->isVisible());
        int photos = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            photos += table->model()->index(row, 1).data().toInt();
        QCOMPARE(photos, 120);
        QCOMPARE(table->model()->columnCount(), 6); // after and before
    }

    void kindsAreSortedFilteredCopiedAndSaved()
    {
        RunsFixture page;
        page.add(17, 510);
        page.open();
        page.find<QTabWidget>("resultTabs")->setCurrentIndex(2);
        auto *table = page.find<QTableView>("kindTable");
        QCOMPARE(table->model()->rowCount(), 17);
        for (int column = 0; column < ClassReportModel::ColumnCount; ++column) {
            table->sortByColumn(column, Qt::DescendingOrder);
            for (int row = 1; row < 17; ++row) {
                const QVariant above = table->model()->index(row - 1, column).data(ClassReportModel::SortRole);
                const QVariant below = table->model()->index(row, column).data(ClassReportModel::SortRole);
                QVERIFY(column == 0 ? above.toString() >= below.toString() : above.toDouble() >= below.toDouble());
            }
        }
        QTest::keyClicks(page.find<QLineEdit>("kindFilter"), QStringLiteral("DAF"));
        QCOMPARE(table->model()->rowCount(), 1);
        table->setFocus();
        table->activateWindow();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("daffodil\t")));
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
        auto *kinds = page.find<KindsTab>();
        const QString file = page.fixture.folder.filePath(QStringLiteral("kinds.csv"));
        kinds->save(file);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("\ndaffodil,0."));
        kinds->save(page.fixture.folder.filePath(QStringLiteral("no/such/folder.csv")));
        QVERIFY(page.find<QLabel>("kindNote")->text().contains(QStringLiteral("can't be written")));

        QSignalSpy activated(kinds, &KindsTab::kindActivated);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QVERIFY(page.find<ConfusionTab>()->isVisible());
        auto *left = page.find<QListView>("leftStack");
        auto *right = page.find<QListView>("rightStack");
        QCOMPARE(left->model()->rowCount() + right->model()->rowCount(), 30); // all photos of the kind
        QVERIFY(right->model()->rowCount() > 0 && photoOf(right, 0).label == 5 && photoOf(right, 0).isRight());
    }

    void withoutTestPhotosTheValidationPhotosAreShown()
    {
        RunsFixture page;
        RunDetails run = page.add(6, 120);
        run.test.reset();
        QVERIFY(RunFolder(run.record.folder).writeRun(run));
        page.open();
        auto *subset = page.find<QComboBox>("resultSubset");
        QCOMPARE(subset->count(), 1);
        QVERIFY(subset->currentText().contains(QStringLiteral("validation")));
        QVERIFY(page.find<ConfusionTab>()->explanation().isEmpty());
    }

    void aRunStoppedBeforeItsAnswersSaysSo()
    {
        RunsFixture page;
        RunDetails run = page.add(6, 120);
        run.test.reset();
        run.validation.reset();
        run.record.state = RunState::Stopped;
        QVERIFY(RunFolder(run.record.folder).writeRun(run));
        page.open();
        QVERIFY(page.find<OverviewTab>()->explanation().isEmpty()); // it has curves
        QVERIFY(page.find<ConfusionTab>()->explanation().contains(QStringLiteral("ended before")));
        QVERIFY(page.find<KindsTab>()->explanation().contains(QStringLiteral("ended before")));
        QVERIFY(!page.find<QComboBox>("resultSubset")->isVisible());
    }

    void aMissingPredictionFileSaysWhich()
    {
        RunsFixture page;
        const RunDetails run = page.add(6, 120);
        QVERIFY(QFile::remove(QDir(run.record.folder).filePath(QStringLiteral("predictions-test.csv"))));
        page.open();
        QVERIFY(page.find<ConfusionTab>()->explanation().contains(QStringLiteral("predictions-test.csv")));
        QVERIFY(page.shows([&] { QTest::keyClick(page.find<QComboBox>("resultSubset"), Qt::Key_Down); }));
        QVERIFY(page.find<ConfusionTab>()->explanation().isEmpty());
    }

    void aDeletedFolderSaysSo()
    {
        RunsFixture page;
        const RunDetails run = page.add(6, 120);
        QVERIFY(QDir(run.record.folder).removeRecursively());
        page.open();
        QVERIFY(page.find<Banner>()->message().contains(QStringLiteral("moved or deleted")));
        for (const ResultsTab *tab : page.page->findChildren<ResultsTab *>())
            QVERIFY(tab->explanation().contains(QStringLiteral("moved or deleted")));
        QVERIFY(!page.find<QAbstractButton>("classifyWithThis")->isEnabled());
    }

    void theNewestWishCounts()
    {
        RunsFixture page;
        page.add(102, 2040, 2);
        page.add(6, 60, 1);
        page.open();
        auto *runs = page.find<QTableView>("runTable");
        QCOMPARE(runs->model()->rowCount(), 2);
        auto *tab = new NotingTab;
        page.page->addTab(tab, QStringLiteral("More"));
        for (const int row : {0, 1, 0, 1})
            runs->selectRow(row);
        QTRY_VERIFY(!tab->seen.isEmpty());
        QTest::qWait(300);
        QCOMPARE(tab->seen.size(), 1);
        QCOMPARE(tab->seen.first().details.classNames.size(), 6);
    }

    void sixThousandPhotosOf102KindsAnswerWithinATenthOfASecond()
    {
#ifndef Q_OS_LINUX
        QSKIP("A thread's processor time is only read on Linux.");
#endif
        constexpr double kBound = 100 * kSlowdown; // milliseconds
        RunsFixture page;
        page.add(102, 6149, 1);
        page.add(102, 6149, 2);
        page.open();
        QTest::qWait(300); // its first paintings are no part of what is measured
        auto *runs = page.find<QTableView>("runTable");
        auto *tabs = page.find<QTabWidget>("resultTabs");
        LongestTurn turns;
        double run = 0;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(200);
            turns.start();
            QVERIFY(page.shows([&] { runs->selectRow(tab % 2 == 0 ? 1 : 0); }));
            QTest::qWait(200); // with the painting
            run = std::max(run, turns.worst("another run of 6,149 photos"));
        }
        turns.start();
        for (const int tab : {1, 2, 0, 1}) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(100);
        }
        const double switching = turns.worst("another tab");
        turns.start();
        for (const int order : {1, 2, 0}) {
            page.find<QComboBox>("confusionOrder")->setCurrentIndex(order);
            QTest::qWait(100);
        }
        page.find<QComboBox>("confusionScale")->setCurrentIndex(1);
        QTest::qWait(100);
        const double ordering = turns.worst("another order or scale");
        auto *map = page.find<ConfusionMap>("confusionMap");
        turns.start();
        for (int step = 0; step < 8; ++step) { // as far as it goes
            QTest::keyClick(map, Qt::Key_Plus);
            QTest::qWait(50);
        }
        QTest::keyClick(map, Qt::Key_Return);
        QTest::qWait(50);
        QTest::keyClick(map, Qt::Key_0);
        QTest::qWait(50);
        const double zooming = turns.worst("zooming");
        turns.start();
        for (const ConfusionCell &cell : {ConfusionCell{3, 3}, ConfusionCell{3, 20}, ConfusionCell{40, 40}}) {
            QTest::mouseClick(map, Qt::LeftButton, {}, map->rectOf(cell).center().toPoint());
            QTest::qWait(100);
        }
        const double opening = turns.worst("opening cells");
        for (const double worst : {run, switching, ordering, zooming, opening})
            QVERIFY2(worst < kBound, qPrintable(QString::number(worst)));
    }
};

FLOWER_TEST(tst_ResultsPage)
#include "tst_ResultsPage.moc"
