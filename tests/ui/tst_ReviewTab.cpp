// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/ReviewTab.h"

#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/models/ReviewFilterModel.h"
#include "ui/models/ReviewListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/pages/PhotosPage.h"
#include "ui/pages/results/ShownRun.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/KindPicker.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace flower;
using namespace flower::testing;

/// Wrong labels are found and marked, by the keyboard alone.
class tst_ReviewTab : public QObject
{
    Q_OBJECT

    static inline const QString kRoot = QStringLiteral("/photos/meadow");

    /// Test photos of the meadow: every third is answered wrongly, with a loss that grows with the number.
    static ShownRun someRun()
    {
        ShownRun run;
        const Dataset dataset = fakeDataset(6, 20);
        run.details.datasetPath = kRoot;
        run.details.classNames = dataset.classNames;
        for (const Sample &sample : dataset.subset(Subset::Test)) {
            const auto number = static_cast<int>(run.results.size());
            const bool wrong = number % 3 == 2;
            const int other = (sample.label + 1) % 6;
            const double sure = 0.95 - 0.01 * number;
            run.results.append({sample.path, sample.label, wrong ? QList<int>{other, sample.label} : QList<int>{sample.label, other},
                                {sure, 1 - sure}, wrong ? 1.0 + number : 0.01 * number});
        }
        return run;
    }

    /// A tab in sight, with the run shown.
    struct Shown {
        WindowFixture fixture;
        Workspace workspace{fixture.context.reviewsFolder};
        ReviewTab tab{&fixture.context, &workspace};
        QListView *list = tab.findChild<QListView *>(QStringLiteral("reviewList"));

        explicit Shown(const ShownRun &run = someRun())
        {
            tab.resize(900, 500);
            tab.show();
            tab.activateWindow();
            tab.showRun(run);
            list->setFocus();
        }
        void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(list, static_cast<Qt::Key>(key), modifiers); }
        [[nodiscard]] const PhotoMarks &marks() { return workspace.review()->marks(kRoot); }
        [[nodiscard]] QString current(int role) const { return list->currentIndex().data(role).toString(); }
        void choose(const char *box, int index) { tab.findChild<QComboBox *>(QLatin1String(box))->setCurrentIndex(index); }
    };

private Q_SLOTS:
    void modelsSortFilterAndShowMarks()
    {
        constexpr auto kMode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        const ShownRun run = someRun();
        ThumbnailLoader thumbnails(std::make_shared<FakePhotos>(), 64);
        ReviewListModel photos(&thumbnails);
        ReviewFilterModel shown;
        const QAbstractItemModelTester photosTester(&photos, kMode);
        shown.setSourceModel(&photos);
        const QAbstractItemModelTester shownTester(&shown, kMode);
        photos.setPhotos(run.results, run.details.classNames, kRoot);
        QCOMPARE(shown.rowCount(), 24);
        for (int row = 1; row < shown.rowCount(); ++row) {
            QVERIFY(shown.index(row - 1, 0).data(ReviewListModel::LossRole).toDouble()
                    >= shown.index(row, 0).data(ReviewListModel::LossRole).toDouble());
        }
        shown.setOrder(ReviewFilterModel::Order::LeastCertain);
        QCOMPARE(shown.mapToSource(shown.index(0, 0)).row(), 23);
        shown.setShow(ReviewFilterModel::Show::Wrong);
        QCOMPARE(shown.rowCount(), 8);
        shown.setKind(0);
        for (int row = 0; row < shown.rowCount(); ++row) {
            const PhotoResult &photo = photos.photo(shown.mapToSource(shown.index(row, 0)).row());
            QVERIFY(photo.label == 0 || photo.topClasses.first() == 0);
        }
        shown.setKind(-1);
        shown.setShow(ReviewFilterModel::Show::Marked);
        QCOMPARE(shown.rowCount(), 0);

        const QSignalSpy changed(&photos, &ReviewListModel::dataChanged);
        PhotoMarks marks;
        marks.photos.insert(photos.path(5), {false, QStringLiteral("pansy"), QStringLiteral("daisy")});
        photos.setMarks(marks);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.index(0, 0).data(ReviewListModel::MarkTextRole).toString(), QStringLiteral("Relabelled as pansy"));
        QVERIFY(shown.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Relabelled as pansy")));
        photos.setMarks({});
        QCOMPARE(shown.rowCount(), 0);
        photos.setPhotos({}, {}, {});
    }

    void theKeyboardMarksPhotos()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.tab));
        QCOMPARE(shown.list->currentIndex().row(), 0);
        const QString answered = shown.current(ReviewListModel::AnswerTextRole).section(QLatin1Char(','), 0, 0);
        shown.key(Qt::Key_R);
        QCOMPARE(shown.marks().size(), 1);
        QCOMPARE(shown.marks().photos.first().className, answered);
        QCOMPARE(shown.current(ReviewListModel::MarkTextRole), QStringLiteral("Relabelled as ") + answered);

        shown.key(Qt::Key_Down);
        shown.key(Qt::Key_Down, Qt::ShiftModifier);
        shown.key(Qt::Key_X);
        QCOMPARE(shown.marks().size(), 3);
        QCOMPARE(shown.workspace.review()->undoStack()->undoText(), QStringLiteral("leave out 2 photo(s)")); // no plurals without a translation
        shown.key(Qt::Key_K);
        QCOMPARE(shown.marks().size(), 1);
        shown.workspace.review()->undoStack()->undo();
        QCOMPARE(shown.marks().size(), 3);

        shown.key(Qt::Key_Home);
        shown.key(Qt::Key_L);
        auto *picker = shown.tab.findChild<KindPicker *>();
        QTRY_VERIFY(picker->isVisible());
        auto *search = picker->findChild<QLineEdit *>(QStringLiteral("kindSearch"));
        QTest::keyClicks(search, QStringLiteral("LÖW"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!picker->isVisible());
        QCOMPARE(shown.current(ReviewListModel::MarkTextRole), QStringLiteral("Relabelled as Löwenzahn"));
    }

    void aPhotoGoesBackToItsOwnKind()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.tab));
        const QString own = shown.current(ReviewListModel::KindTextRole);
        shown.key(Qt::Key_R);
        QCOMPARE(shown.marks().size(), 1);
        QCOMPARE(shown.marks().photos.first().given, own);
        shown.key(Qt::Key_L);
        auto *search = shown.tab.findChild<QLineEdit *>(QStringLiteral("kindSearch"));
        QTest::keyClicks(search, own);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(shown.marks().isEmpty()); // what it is anyway is no mark
    }

    void rightAnswersCannotBeTaken()
    {
        Shown shown;
        shown.choose("reviewShow", 0);
        shown.list->setCurrentIndex(shown.list->model()->index(23, 0)); // the lowest loss: a right answer
        QVERIFY(!shown.tab.findChild<QToolButton *>(QStringLiteral("relabelAsAnswered"))->isEnabled());
        QVERIFY(!shown.tab.findChild<QToolButton *>(QStringLiteral("keepAsIs"))->isEnabled());
        shown.list->selectAll();
        QVERIFY(shown.tab.findChild<QToolButton *>(QStringLiteral("relabelAsAnswered"))->isEnabled());
        click(shown.tab, "relabelAsAnswered");
        QCOMPARE(shown.marks().size(), 8); // the wrong ones
    }

    void marksSurviveFiltersSortingAnotherRunAndARestart()
    {
        Shown shown;
        shown.list->selectAll();
        click(shown.tab, "leaveOut");
        click(shown.tab, "keepAsIs");
        QVERIFY(shown.marks().isEmpty());
        shown.list->setCurrentIndex(shown.list->model()->index(0, 0));
        click(shown.tab, "leaveOut");
        const QString marked = shown.marks().photos.firstKey();
        shown.choose("reviewOrder", 1);
        shown.choose("reviewShow", 2);
        QCOMPARE(shown.list->model()->rowCount(), 1);
        ShownRun other = someRun();
        other.details.datasetPath = QStringLiteral("/photos/other");
        shown.tab.showRun(other);
        QCOMPARE(shown.list->model()->rowCount(), 0);
        shown.tab.showRun(someRun());
        QCOMPARE(shown.list->model()->rowCount(), 1);
        click(shown.tab, "keepAsIs"); // and it leaves the list of marked ones
        QCOMPARE(shown.list->model()->rowCount(), 0);
        shown.workspace.review()->undoStack()->undo();

        const auto afterRestart = [&] { return Workspace(shown.fixture.context.reviewsFolder).review()->marks(kRoot).photos.keys(); };
        QTRY_COMPARE(afterRestart(), QStringList{marked}); // it is written behind the window
    }

    void aPhotoThatLeavesTheListIsFollowedByItsNeighbour()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.tab));
        shown.list->selectAll();
        click(shown.tab, "leaveOut");
        shown.list->setFocus();
        shown.choose("reviewShow", 2); // only marked
        const QModelIndex fourth = shown.list->model()->index(3, 0);
        const QString above = shown.list->model()->index(2, 0).data().toString();
        shown.list->setCurrentIndex(fourth);
        shown.key(Qt::Key_K);
        QCOMPARE(shown.list->model()->rowCount(), 23);
        QCOMPARE(shown.list->currentIndex().row(), 2);
        QCOMPARE(shown.current(Qt::DisplayRole), above);

        shown.choose("reviewShow", 0);
        shown.list->setCurrentIndex(shown.list->model()->index(0, 0));
        auto *kind = shown.tab.findChild<QComboBox *>(QStringLiteral("reviewKind"));
        const QString first = shown.current(ReviewListModel::KindTextRole);
        kind->setCurrentIndex(kind->findText(first) == 1 ? 3 : 1); // another
        QVERIFY(shown.list->model()->rowCount() > 0 && shown.list->model()->rowCount() < 24);
        QCOMPARE(shown.list->currentIndex().row(), 0);
    }

    void changedTestPhotosAreSaid()
    {
        ShownRun run = someRun();
        Shown shown(run);
        auto *footing = shown.tab.findChild<QLabel *>(QStringLiteral("reviewFooting"));
        QVERIFY(footing->text().isEmpty());
        click(shown.tab, "leaveOut");
        QVERIFY(footing->text().contains(QLatin1Char('1')));
        run.subset = Subset::Validation; // still known when other photos are shown
        run.results.clear();
        shown.tab.showRun(run);
        QVERIFY(footing->text().contains(QLatin1Char('1')));
        QVERIFY(!shown.tab.explanation().isEmpty());
    }

    void theWindowTrainsWithTheMarks()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.openDataset({true, {}, 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        window.showPage(MainWindow::Train);
        click(window, "startTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Completed);
        window.showPage(MainWindow::Results);
        auto *tab = window.findChild<ReviewTab *>();
        window.findChild<QTabWidget *>(QStringLiteral("resultTabs"))->setCurrentWidget(tab);
        auto *list = window.findChild<QListView *>(QStringLiteral("reviewList"));
        QTRY_COMPARE(list->model()->rowCount(), 24);
        QVERIFY(!window.findChild<QPushButton *>(QStringLiteral("trainAgain"))->isEnabled());
        click(window, "leaveOut");
        list->setCurrentIndex(list->model()->index(1, 0));
        click(window, "relabelAsAnswered");
        QCOMPARE(window.workspace()->dataset().samples.size(), 119);
        auto *undo = window.findChild<QAction *>(QStringLiteral("undo"));
        QVERIFY(undo->isEnabled());
        QVERIFY(undo->text().contains(QStringLiteral("relabel")));

        window.showPage(MainWindow::Photos);
        auto *photos = window.findChild<PhotosPage *>();
        auto *note = photos->findChild<QLabel *>(QStringLiteral("reviewNote"));
        QVERIFY(note->isVisible());
        QVERIFY(note->text().startsWith(QLatin1Char('2')));
        auto *tabs = photos->findChild<QTabWidget *>(QStringLiteral("photoTabs"));
        QVERIFY(tabs->isTabVisible(2));
        QVERIFY(tabs->tabBar()->tabRect(2).isValid());
        click(*photos, "showChanges");
        QVERIFY(photos->findChild<QListView *>(QStringLiteral("changedInReview"))->isVisible());
        click(*photos, "dropChanges");
        QVERIFY(!note->isVisible());
        QCOMPARE(window.workspace()->dataset().samples.size(), 120);
        undo->trigger();
        QCOMPARE(window.workspace()->dataset().samples.size(), 119);

        window.showPage(MainWindow::Results);
        click(window, "trainAgain");
        QCOMPARE(fixture.training.dataset(), window.workspace()->dataset());
        QCOMPARE(fixture.training.dataset().samples.size(), 119);
        QTRY_COMPARE(fixture.training.state(), RunState::Completed);
    }

    void anotherDatasetIsOpenedFirst()
    {
        WindowFixture fixture;
        QVERIFY(QDir(fixture.folder.path()).mkdir(QStringLiteral("garden")));
        const QString garden = fixture.folder.filePath(QStringLiteral("garden"));
        MainWindow window(fixture.context);
        window.show();
        window.openDataset({true, {}, 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        auto *tab = window.findChild<ReviewTab *>();
        ShownRun run = someRun();
        run.details.datasetPath = garden;
        for (PhotoResult &photo : run.results)
            photo.path.replace(kRoot, garden);
        window.showPage(MainWindow::Results);
        QTest::qWait(50); // until the page has shown that it has no runs
        tab->showRun(run);
        window.workspace()->review()->decide(garden, {QStringLiteral("0/4.jpg")}, QStringLiteral("leave out"),
                                             [](const QString &, const std::optional<PhotoMark> &) { return PhotoMark{true, {}, {}}; });
        tab->findChild<QPushButton *>(QStringLiteral("trainAgain"))->click();
        QTRY_COMPARE(fixture.training.state(), RunState::Completed);
        QCOMPARE(fixture.training.dataset().rootPath, garden);

        // Gone: a sentence, and nothing is started.
        QVERIFY(QDir().rmdir(garden));
        window.openDataset({true, {}, 1});
        QTRY_COMPARE(window.workspace()->dataset().kind, DatasetKind::Samples);
        tab->showRun(run);
        QSignalSpy wanted(tab, &ReviewTab::trainAgainWanted);
        tab->findChild<QPushButton *>(QStringLiteral("trainAgain"))->click();
        QVERIFY(wanted.isEmpty());
        QVERIFY(tab->findChild<QLabel *>(QStringLiteral("reviewFooting"))->text().contains(garden));
    }
};

FLOWER_TEST(tst_ReviewTab)
#include "tst_ReviewTab.moc"
