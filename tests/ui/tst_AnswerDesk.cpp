// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerDesk.h"

#include "engine/session/ClassifySession.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ClassifyWindow.h"
#include "ui/Workspace.h"
#include "ui/models/AnswerFilterModel.h"
#include "ui/models/PredictionListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/pages/classify/AnswerCorrections.h"
#include "ui/pages/classify/AnswerTable.h"
#include "ui/pages/classify/TrainingExamples.h"
#include "ui/widgets/KindPicker.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

#include <atomic>
#include <chrono>
#include <thread>

using namespace flower;
using namespace flower::testing;

class tst_AnswerDesk : public QObject
{
    Q_OBJECT

    static QStringList somePhotos()
    {
        return {QStringLiteral("/p/b.jpg"), QStringLiteral("/p/unsure.jpg"), QStringLiteral("/p/wall.jpg"), QStringLiteral("/p/a.jpg"),
                QStringLiteral("/p/bad.jpg")};
    }

private Q_SLOTS:
    void listAndTableShowTheSame()
    {
        Answered page(somePhotos());
        QVERIFY(page.list->isVisible());
        click(page.window, "viewTable");
        QVERIFY(page.table->isVisible() && !page.list->isVisible());
        QCOMPARE(page.table->model()->rowCount(), 5);
        page.table->selectRow(1);
        QCOMPARE(page.desk->selectedRows(), QList<int>{1});
        click(page.window, "viewList");
        QVERIFY(page.list->isVisible());
        QCOMPARE(page.list->selectionModel()->selectedIndexes().first().row(), 1);
        page.select(3);
        click(page.window, "viewTable");
        QCOMPARE(page.table->selectionModel()->selectedRows().size(), 1); // the whole row, not only its photo
        MainWindow next(page.fixture.context);
        next.show();
        next.showPage(MainWindow::Classify);
        next.findChild<ClassifyPage *>()->classify({QStringLiteral("/p/a.jpg")});
        QTRY_VERIFY(next.findChild<QTableView *>(QStringLiteral("answerTable"))->isVisible()); // remembered
    }

    void theStateIsInSightInANarrowWindow()
    {
        const QStringList paths{QStringLiteral("/a.jpg"), QStringLiteral("/unsure.jpg")};
        const auto right = [](const QTableView *table, int column) { return table->columnViewportPosition(column) + table->columnWidth(column); };
        {
            Answered answered(paths);
            click(answered.window, "viewTable");
            answered.select(0);
            answered.window.resize(1024, 700);
            QTRY_VERIFY(answered.table->viewport()->width() < 500); // the photo is beside it
            QVERIFY(right(answered.table, PredictionListModel::State) <= answered.table->viewport()->width());
            answered.window.resize(1600, 800);
            QTRY_COMPARE(answered.table->columnWidth(PredictionListModel::Photo), 180);
            answered.table->setColumnWidth(PredictionListModel::Photo, 300); // as a person does
            answered.window.resize(1024, 700);
            QTRY_VERIFY(answered.table->viewport()->width() < 500);
            QCOMPARE(answered.table->columnWidth(PredictionListModel::Photo), 300);
        }
        AnswerFilterModel shown;
        ThumbnailLoader thumbnails(std::make_shared<FakePhotos>(), 32);
        PredictionListModel answers(&thumbnails);
        shown.setSourceModel(&answers);
        const AnswerTable again(std::make_shared<FakePhotos>(), &shown);
        QCOMPARE(again.columnWidth(PredictionListModel::Photo), 300);
    }

    void answersAreSearchedFilteredAndSorted()
    {
        Answered page(somePhotos());
        page.find<QComboBox>("answerShow")->setCurrentIndex(2);
        QCOMPARE(page.names(), QStringList{QStringLiteral("unsure.jpg")});
        QCOMPARE(page.find<QLabel>("answerCount")->text(), QStringLiteral("1 of 5 photos"));
        QCOMPARE(page.desk->shownRows().size(), 1);
        page.find<QComboBox>("answerShow")->setCurrentIndex(0);
        page.find<QLineEdit>("answerSearch")->setText(QStringLiteral("WALL"));
        QCOMPARE(page.names(), QStringList{QStringLiteral("wall.jpg")});
        page.find<QLineEdit>("answerSearch")->clear();

        auto *order = page.find<QComboBox>("answerOrder");
        const auto choose = [order](int index) {
            order->setCurrentIndex(index);
            Q_EMIT order->activated(index);
        };
        choose(1); // the least sure first
        QCOMPARE(page.names().first(), QStringLiteral("unsure.jpg"));
        QCOMPARE(page.names().last(), QStringLiteral("bad.jpg"));
        choose(3); // by file
        QCOMPARE(page.names().first(), QStringLiteral("a.jpg"));
        page.table->horizontalHeader()->setSortIndicator(PredictionListModel::State, Qt::DescendingOrder);
        QCOMPARE(page.names().first(), QStringLiteral("wall.jpg"));
        QCOMPARE(order->currentIndex(), -1); // none of those in the box
        page.table->horizontalHeader()->setSortIndicator(PredictionListModel::Probability, Qt::AscendingOrder);
        QCOMPARE(order->currentIndex(), 1);
        choose(0);
        QCOMPARE(page.names().first(), QStringLiteral("b.jpg"));
        QVERIFY(page.table->isSortingEnabled());
    }

    /// The order follows at once what answers are judged to be, and what a person says of them.
    void theOrderFollowsWhatIsChangedByHand()
    {
        Answered page(somePhotos());
        QHeaderView *header = page.table->horizontalHeader();
        header->setSortIndicator(PredictionListModel::State, Qt::AscendingOrder);
        QCOMPARE(page.names(), (QStringList{QStringLiteral("bad.jpg"), QStringLiteral("b.jpg"), QStringLiteral("a.jpg"),
                                            QStringLiteral("unsure.jpg"), QStringLiteral("wall.jpg")}));
        page.find<QDoubleSpinBox>("sureFrom")->setValue(0);
        QCOMPARE(page.names(), (QStringList{QStringLiteral("bad.jpg"), QStringLiteral("b.jpg"), QStringLiteral("unsure.jpg"),
                                            QStringLiteral("a.jpg"), QStringLiteral("wall.jpg")}));
        header->setSortIndicator(PredictionListModel::Probability, Qt::AscendingOrder);
        page.find<QComboBox>("answerShow")->setCurrentIndex(2); // those that aren't sure: what comes in is put in order, too
        QCOMPARE(page.names(), QStringList());
        page.find<QDoubleSpinBox>("sureFrom")->setValue(99);
        QCOMPARE(page.names(), (QStringList{QStringLiteral("unsure.jpg"), QStringLiteral("b.jpg"), QStringLiteral("a.jpg")}));
        page.find<QComboBox>("answerShow")->setCurrentIndex(0);
        header->setSortIndicator(PredictionListModel::Corrected, Qt::AscendingOrder);
        page.desk->corrections()->correct({QStringLiteral("/p/a.jpg")}, QStringLiteral("daisy"));
        QCOMPARE(page.names().first(), QStringLiteral("a.jpg"));
    }

    void otherThresholdsJudgeWithoutComputing()
    {
        Answered page(somePhotos());
        auto *sureFrom = page.find<QDoubleSpinBox>("sureFrom");
        auto *none = page.find<QCheckBox>("tellNone");
        auto *reset = page.find<QAbstractButton>("resetThresholds");
        QCOMPARE(sureFrom->value(), 50.0); // the model's own
        QVERIFY(none->isChecked() && !reset->isVisible());
        QCOMPARE(page.cell(0, PredictionListModel::State), QStringLiteral("Sure"));
        sureFrom->setValue(80);
        QCOMPARE(page.cell(0, PredictionListModel::State), QStringLiteral("Not sure"));
        QCOMPARE(page.cell(2, PredictionListModel::State), QStringLiteral("None of these"));
        none->click();
        QCOMPARE(page.cell(2, PredictionListModel::State), QStringLiteral("Not sure"));
        QCOMPARE(page.fixture.classify.pending(), 0);
        QCOMPARE(page.fixture.classify.model().calibration.notSureThreshold.value_or(0), 0.8); // groups are judged so too
        sureFrom->setValue(0);
        QCOMPARE(page.cell(1, PredictionListModel::State), QStringLiteral("Sure"));
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(sureFrom->value(), 50.0);
        QCOMPARE(page.cell(0, PredictionListModel::State), QStringLiteral("Sure"));
        QCOMPARE(page.cell(1, PredictionListModel::State), QStringLiteral("Not sure"));
        QCOMPARE(page.cell(2, PredictionListModel::State), QStringLiteral("None of these"));
        QVERIFY(!reset->isVisible());
    }

    void aPersonCorrectsAndTakesBack()
    {
        Answered page(somePhotos());
        QVERIFY(!page.find<QAbstractButton>("correctAnswer")->isEnabled());
        page.select(0);
        page.list->selectionModel()->select(page.list->model()->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        click(page.window, "correctAnswer");
        auto *picker = page.window.findChild<AnswerDesk *>()->findChild<KindPicker *>();
        QVERIFY(picker->isVisible());
        QTest::keyClicks(picker->findChild<QLineEdit *>(), QStringLiteral("pan"));
        QTest::keyClick(picker->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(page.cell(0, PredictionListModel::Corrected), QStringLiteral("pansy"));
        QCOMPARE(page.cell(1, PredictionListModel::Corrected), QStringLiteral("pansy"));
        QVERIFY(page.list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("pansy (corrected)")));
        auto *undo = page.find<QAction>("undo");
        QVERIFY(undo->isEnabled() && undo->text().contains(QStringLiteral("pansy")));
        page.window.showPage(MainWindow::Results);
        QVERIFY(!undo->isEnabled()); // nothing was done there
        page.window.showPage(MainWindow::Classify);
        undo->trigger();
        QCOMPARE(page.cell(0, PredictionListModel::Corrected), QString());
        page.find<QAction>("redo")->trigger();
        QCOMPARE(page.cell(1, PredictionListModel::Corrected), QStringLiteral("pansy"));
        page.find<QComboBox>("answerShow")->setCurrentIndex(4);
        QCOMPARE(page.names().size(), 2);
        page.find<QComboBox>("answerShow")->setCurrentIndex(0);
        click(page.window, "takeBackCorrection");
        QCOMPARE(page.cell(0, PredictionListModel::Corrected), QString());
        QCOMPARE(page.desk->corrections()->undoStack()->count(), 2);
    }

    void whatAPersonCorrectedIsKnownAgain()
    {
        WindowFixture fixture;
        const QString photo = QStringLiteral("/photos/a.jpg");
        for (const bool isFirst : {true, false}) {
            MainWindow window(fixture.context);
            window.openModel(QStringLiteral("/good.safetensors"));
            QTRY_VERIFY(!fixture.classify.model().path.isEmpty());
            window.findChild<ClassifyPage *>()->classify({photo});
            const auto *list = window.findChild<QListView *>(QStringLiteral("answers"));
            QTRY_VERIFY(list->model()->rowCount() == 1 && fixture.classify.pending() == 0);
            if (isFirst)
                window.findChild<AnswerDesk *>()->corrections()->correct({photo}, QStringLiteral("pansy"));
            QCOMPARE(list->model()->index(0, 0).data(PredictionListModel::CorrectedRole).toString(), QStringLiteral("pansy"));
        }
    }

    void manyChangesAreNotedOnce()
    {
        Answered page(somePhotos());
        page.list->selectAll();
        QCoreApplication::processEvents();
        QSignalSpy noted(page.desk, &AnswerDesk::selectionChanged);
        page.find<QDoubleSpinBox>("sureFrom")->setValue(80); // two rows that are no neighbours
        QCOMPARE(page.cell(0, PredictionListModel::State), QStringLiteral("Not sure"));
        QCOMPARE(page.cell(3, PredictionListModel::State), QStringLiteral("Not sure"));
        page.list->clearSelection();
        page.list->selectAll();
        QCoreApplication::processEvents();
        QCOMPARE(noted.size(), 1);
        QCOMPARE(page.desk->selectedCount(), 5);
        QCOMPARE(page.desk->selectedRows(), QList<int>({0, 1, 2, 3, 4}));
        // A row that is taken out of a selection in the list is out in the table too.
        click(page.window, "viewTable");
        page.table->selectRow(1);
        click(page.window, "viewList");
        QTest::mouseClick(page.list->viewport(), Qt::LeftButton, Qt::ControlModifier, page.list->visualRect(page.list->model()->index(1, 0)).center());
        QCOMPARE(page.desk->selectedCount(), 0);
        QVERIFY(!page.list->selectionModel()->hasSelection());
    }

    void cancellingEndsAllThatReadsPhotos()
    {
        class SlowFacts : public FakePhotos
        {
        public:
            mutable std::atomic_int calls = 0;
            std::atomic_bool held = true;

            PhotoFacts facts(const QString &) const override
            {
                ++calls;
                while (held)
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return {};
            }
        };
        WindowFixture fixture;
        const auto photos = std::make_shared<SlowFacts>();
        fixture.context.photos = photos;
        MainWindow window(fixture.context);
        window.openModel(QStringLiteral("/good.safetensors"));
        QTRY_VERIFY(!fixture.classify.model().path.isEmpty());
        QStringList paths;
        for (int number = 0; number < 200; ++number)
            paths.append(QStringLiteral("/p/%1.jpg").arg(number));
        window.findChild<ClassifyPage *>()->classify(paths);
        QTRY_COMPARE(photos->calls, 1);
        window.findChild<QPushButton *>(QStringLiteral("cancelClassify"))->click();
        photos->held = false;
        QTest::qWait(50);
        QCOMPARE(photos->calls, 1);
    }

    void trainingPhotosStandBesideAnAnswer()
    {
        Answered page(somePhotos());
        auto *examples = page.window.findChild<TrainingExamples *>();
        page.select(0);
        QVERIFY(!examples->isVisible()); // no photos are open
        page.window.openDataset({true, {}, 1});
        QTRY_VERIFY(page.window.workspace()->hasDataset());
        page.window.showPage(MainWindow::Classify);
        QVERIFY(examples->isVisible());
        const Dataset &dataset = page.window.workspace()->dataset();
        for (int place = 0; place < TrainingExamples::kKinds; ++place) {
            const QStringList photos = examples->photos(place);
            QCOMPARE(photos.size(), TrainingExamples::kPhotos);
            const QString kind = page.desk->shownRows().first().prediction->top.at(place).name;
            for (const QString &photo : photos) {
                const auto sample = std::find_if(dataset.samples.cbegin(), dataset.samples.cend(),
                                                 [&](const Sample &known) { return known.path == photo; });
                QVERIFY(sample != dataset.samples.cend());
                QCOMPARE(dataset.classNames.at(sample->label), kind);
                QCOMPARE(sample->subset, Subset::Train);
            }
        }
        page.select(4); // unreadable: no answer
        QVERIFY(!examples->isVisible());
        page.select(0);
        Dataset others = dataset;
        for (QString &name : others.classNames)
            name.prepend(QLatin1Char('x'));
        page.window.workspace()->setDataset(others);
        QVERIFY(!examples->isVisible()); // no kind of that name
    }
};

FLOWER_TEST(tst_AnswerDesk)
#include "tst_AnswerDesk.moc"
