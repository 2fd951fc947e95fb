// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/models/FindingListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/pages/CheckTab.h"
#include "ui/pages/PhotosPage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

using namespace flower;
using namespace flower::testing;

/// The check of the photos in the window: it starts by itself, shows what it found, and puts it right with one click.
class tst_CheckTab : public QObject
{
    Q_OBJECT

    struct Page {
        explicit Page(bool findsFlaws = true)
        {
            fixture.checker->findsFlaws = findsFlaws;
            window = std::make_unique<MainWindow>(fixture.context);
            window->show();
        }
        void open() const
        {
            window->openDataset({false, QStringLiteral("/photos/meadow"), 1});
            QTRY_VERIFY(window->workspace()->hasDataset());
        }
        void openChecked() const
        {
            open();
            QTRY_VERIFY(!fixture.check.isRunning());
            QTRY_VERIFY(find<QPushButton>("showFindings")->isVisible()); // judged, beside the window
            click(*window, "showFindings");
            QVERIFY(window->findChild<CheckTab *>()->isVisible());
        }
        template<typename Widget>
        [[nodiscard]] Widget *find(const char *name) const { return window->findChild<Widget *>(QLatin1String(name)); }
        [[nodiscard]] QString note() const { return find<QLabel>("checkNote")->text(); }
        /// The titles of what was found, with their numbers.
        [[nodiscard]] QStringList sections() const
        {
            QStringList titles;
            for (int row = 0; row < find<QListWidget>("findingSections")->count(); ++row)
                titles.append(find<QListWidget>("findingSections")->item(row)->text());
            return titles;
        }
        void choose(const QString &title) const
        {
            const QStringList titles = sections();
            const auto found = std::find_if(titles.begin(), titles.end(), [&](const QString &text) { return text.startsWith(title); });
            QVERIFY2(found != titles.end(), qPrintable(title));
            find<QListWidget>("findingSections")->setCurrentRow(static_cast<int>(found - titles.begin()));
        }
        [[nodiscard]] bool has(const char *path) const
        {
            const QList<Sample> &samples = window->workspace()->dataset().samples;
            return std::any_of(samples.begin(), samples.end(), [&](const Sample &sample) { return sample.path == QLatin1String(path); });
        }

        WindowFixture fixture;
        std::unique_ptr<MainWindow> window;
    };

private Q_SLOTS:
    void whatIsFoundIsListedByWhatItIs()
    {
        Page page;
        QVERIFY(!page.find<QLabel>("checkNote")->isVisible());
        page.openChecked();
        QVERIFY(page.find<QLabel>("checkNote")->isVisible());
        QCOMPARE(page.fixture.checker->calls, 1);
        QCOMPARE(page.sections(), QStringList({QStringLiteral("Can't be read (2)"), QStringLiteral("Under two kinds (1)"),
                                               QStringLiteral("On both sides of the split (2)"), QStringLiteral("Same file again (2)"),
                                               QStringLiteral("Tiny photos (1)"), QStringLiteral("Unlike their kind (2)"), QStringLiteral("Good to know (1)")}));
        auto *tabs = page.find<QTabWidget>("photoTabs");
        QCOMPARE(tabs->tabText(tabs->currentIndex()), QStringLiteral("Check (11)"));
        const auto *findings = page.find<QListView>("findings");
        QCOMPARE(findings->model()->rowCount(), 2);
        QCOMPARE(findings->model()->index(0, 0).data(FindingListModel::PathRole).toString(), QStringLiteral("0/broken.jpg"));
        QCOMPARE(findings->model()->index(0, 0).data().toString(), QStringLiteral("The file is empty."));
        QVERIFY(!page.find<QPushButton>("remedy")->isVisible()); // it is left out anyway
    }

    void aTrainingCopyIsLeftOutWithOneClickAndComesBackWithUndo()
    {
        const Page page;
        page.openChecked();
        page.choose(QStringLiteral("On both sides"));
        QCOMPARE(page.find<QPushButton>("remedy")->text(), QStringLiteral("Leave the training copy out"));
        QVERIFY(page.has("/photos/meadow/0/2.jpg"));
        click(*page.window, "remedy");
        QVERIFY(!page.has("/photos/meadow/0/2.jpg"));
        QVERIFY(page.has("/photos/meadow/0/4.jpg"));
        QTRY_VERIFY(page.sections().contains(QStringLiteral("On both sides of the split (1)")));
        QTRY_VERIFY(page.note().contains(QStringLiteral("1 picture")));
        page.window->workspace()->review()->undoStack()->undo();
        QVERIFY(page.has("/photos/meadow/0/2.jpg"));
        QTRY_VERIFY(page.sections().contains(QStringLiteral("On both sides of the split (2)")));
        QCOMPARE(page.fixture.checker->calls, 1); // judged anew, not scanned
    }

    void aTrainingStartsWithoutWhatWasLeftOut()
    {
        Page page;
        page.openChecked();
        page.choose(QStringLiteral("On both sides"));
        click(*page.window, "remedy");
        page.window->showPage(MainWindow::Train);
        page.find<QPushButton>("startTraining")->click();
        QTRY_COMPARE(page.fixture.training.state(), RunState::Completed);
        const QList<Sample> &trained = page.fixture.training.dataset().samples;
        QCOMPARE(trained.size(), 119);
        QVERIFY(std::none_of(trained.begin(), trained.end(),
                             [](const Sample &sample) { return sample.path == QLatin1String("/photos/meadow/0/2.jpg"); }));
    }

    void allCopiesAreLeftOutInOneStep()
    {
        const Page page;
        page.openChecked();
        page.choose(QStringLiteral("Same file"));
        QVERIFY(page.find<QPushButton>("remedyForAll")->text().contains(QStringLiteral("2 photo")));
        click(*page.window, "remedyForAll");
        QVERIFY(!page.has("/photos/meadow/0/1.jpg"));
        QVERIFY(!page.has("/photos/meadow/0/11.jpg"));
        QTRY_VERIFY(page.sections().filter(QStringLiteral("Same file")).isEmpty());
        page.window->workspace()->review()->undoStack()->undo();
        QVERIFY(page.has("/photos/meadow/0/1.jpg"));
        QVERIFY(page.has("/photos/meadow/0/11.jpg"));
    }

    void aPictureUnderTwoKindsIsPutUnderOne()
    {
        const Page page;
        page.openChecked();
        page.choose(QStringLiteral("Under two kinds"));
        QCOMPARE(page.find<QPushButton>("remedy")->text(), QStringLiteral("Put them under “bluebell”"));
        QVERIFY(!page.find<QPushButton>("remedyForAll")->isVisible()); // each is to be looked at
        const QList<QAction *> others = page.find<QToolButton>("otherRemedies")->menu()->actions();
        QCOMPARE(others.size(), 2);
        QCOMPARE(others.first()->text(), QStringLiteral("Put them under “daisy”"));
        others.first()->trigger();
        const QList<Sample> &samples = page.window->workspace()->dataset().samples;
        const auto moved = std::find_if(samples.begin(), samples.end(),
                                        [](const Sample &sample) { return sample.path == QLatin1String("/photos/meadow/0/5.jpg"); });
        QCOMPARE(page.window->workspace()->dataset().classNames.at(moved->label), QStringLiteral("daisy"));
        QTRY_VERIFY(page.sections().contains(QStringLiteral("Same file again (3)"))); // now it is only there twice
        page.window->workspace()->review()->undoStack()->undo();
        QTRY_VERIFY(page.sections().contains(QStringLiteral("Under two kinds (1)")));
    }

    void aPhotoUnlikeItsKindIsLeftOutOrPutWhereItBelongs()
    {
        const Page page;
        page.openChecked();
        page.choose(QStringLiteral("Unlike their kind"));
        QVERIFY(page.find<QLabel>("findingText")->text().contains(QStringLiteral("guess")));
        QCOMPARE(page.find<QPushButton>("remedy")->text(), QStringLiteral("Leave it out"));
        QVERIFY(!page.find<QToolButton>("otherRemedies")->isVisible());
        QVERIFY(!page.find<QPushButton>("remedyForAll")->isVisible()); // each is to be looked at
        click(*page.window, "remedy");
        QTRY_VERIFY(page.sections().contains(QStringLiteral("Unlike their kind (1)")));
        QTRY_VERIFY(page.note().contains(QStringLiteral("1 photo")));
        page.window->workspace()->review()->undoStack()->undo();
        QTRY_VERIFY(page.sections().contains(QStringLiteral("Unlike their kind (2)")));
        page.find<QListView>("findings")->setCurrentIndex(page.find<QListView>("findings")->model()->index(1, 0));
        const QList<QAction *> others = page.find<QToolButton>("otherRemedies")->menu()->actions();
        QCOMPARE(others.size(), 1);
        QVERIFY(others.first()->text().startsWith(QStringLiteral("Put it under ")));
        others.first()->trigger();
        QTRY_VERIFY(page.sections().contains(QStringLiteral("Unlike their kind (1)")));
        QCOMPARE(page.fixture.checker->calls, 1);
    }

    /// Marks that change faster than they are judged: what is shown in the end is about the last of them.
    void aLateJudgementDoesNotReplaceANewerOne()
    {
        const Page page;
        page.openChecked();
        page.choose(QStringLiteral("Same file"));
        auto *undo = page.window->workspace()->review()->undoStack();
        click(*page.window, "remedyForAll");
        for (int step = 0; step < 21; ++step)
            step % 2 == 0 ? undo->undo() : undo->redo();
        QTRY_VERIFY(page.sections().contains(QStringLiteral("Same file again (2)")));
        QTest::qWait(50); // nothing comes after it
        QVERIFY(page.sections().contains(QStringLiteral("Same file again (2)")));
        undo->redo();
        QTRY_VERIFY(page.sections().filter(QStringLiteral("Same file")).isEmpty());
    }

    void theCheckStandsInNobodysWay()
    {
        Page page;
        page.fixture.checker->waitsInTheMiddle = true;
        page.open();
        QTRY_VERIFY(page.find<QProgressBar>("checkProgress")->isVisible());
        QCOMPARE(page.find<QProgressBar>("checkProgress")->value(), 60);
        QVERIFY(page.find<QPushButton>("trainWithThese")->isEnabled());
        click(*page.window, "cancelCheck");
        QTRY_VERIFY(!page.fixture.check.isRunning());
        QTRY_VERIFY(!page.find<QProgressBar>("checkProgress")->isVisible());
        auto *tab = page.window->findChild<CheckTab *>();
        page.find<QTabWidget>("photoTabs")->setCurrentWidget(tab);
        QVERIFY(page.find<QLabel>("checkState")->text().contains(QStringLiteral("stopped")));
        page.fixture.checker->waitsInTheMiddle = false;
        click(*page.window, "checkAgain");
        QTRY_COMPARE(page.sections().size(), 7);
    }

    void whatThePixelsShowCanBePutRightWhileMoreIsLookedFor()
    {
        Page page;
        page.fixture.checker->looksCloser = true;
        page.fixture.checker->waitsInTheMiddle = true;
        page.open();
        QTRY_VERIFY(page.note().startsWith(QStringLiteral("Worth a look before training")));
        QVERIFY(page.note().endsWith(QStringLiteral("More is being looked for:")));
        QVERIFY(page.find<QProgressBar>("checkProgress")->isVisible());
        click(*page.window, "showFindings");
        QVERIFY(page.find<QLabel>("checkState")->text().contains(QStringLiteral("still being looked for")));
        QVERIFY(page.sections().contains(QStringLiteral("On both sides of the split (1)")));
        QVERIFY(page.sections().filter(QStringLiteral("Unlike their kind")).isEmpty());
        page.choose(QStringLiteral("Same file"));
        auto *findings = page.find<QListView>("findings");
        findings->setCurrentIndex(findings->model()->index(1, 0));
        const QString chosen = findings->currentIndex().data(Qt::ToolTipRole).toString();
        page.window->workspace()->review()->decide(QStringLiteral("/photos/meadow"), {QStringLiteral("0/2.jpg")}, QStringLiteral("test"),
                                                   [](const QString &, const auto &) { return PhotoMark{true, {}, {}}; });
        QTRY_VERIFY(page.sections().filter(QStringLiteral("On both sides")).isEmpty());
        QVERIFY(page.fixture.check.isRunning());
        page.fixture.checker->waitsInTheMiddle = false;
        QTRY_VERIFY(page.sections().contains(QStringLiteral("Unlike their kind (2)")));
        QVERIFY(page.sections().contains(QStringLiteral("On both sides of the split (1)"))); // the mirrored one came, what was put right didn't
        QCOMPARE(findings->currentIndex().data(Qt::ToolTipRole).toString(), chosen);
        QVERIFY(!page.find<QProgressBar>("checkProgress")->isVisible());
        QVERIFY(!page.note().contains(QStringLiteral("looked for")));
        QCOMPARE(page.fixture.checker->calls, 1);
    }

    void aCheckThatIsStoppedKeepsWhatItFound()
    {
        Page page;
        page.fixture.checker->looksCloser = true;
        page.fixture.checker->waitsInTheMiddle = true;
        page.open();
        QTRY_VERIFY(page.find<QPushButton>("showFindings")->isVisible());
        click(*page.window, "cancelCheck");
        QTRY_VERIFY(page.find<QLabel>("checkState")->text().contains(QStringLiteral("stopped")));
        QVERIFY(page.sections().contains(QStringLiteral("On both sides of the split (1)")));
        QVERIFY(page.note().endsWith(QStringLiteral("."))); // nothing is being looked for
    }

    void aTrainingGoesFirst()
    {
        Page page;
        page.open();
        QTRY_VERIFY(!page.fixture.check.isRunning());
        page.fixture.trainer->waitsInTheMiddle = true;
        page.window->showPage(MainWindow::Train);
        page.find<QPushButton>("startTraining")->click();
        QTRY_VERIFY(page.fixture.training.isRunning());
        QVERIFY(page.fixture.check.isPaused());
        page.fixture.trainer->waitsInTheMiddle = false;
        QTRY_VERIFY(!page.fixture.training.isRunning());
        QTRY_VERIFY(!page.fixture.check.isPaused());
    }

    void otherPhotosAreCheckedAnew()
    {
        Page page;
        page.openChecked();
        page.fixture.checker->findsFlaws = false;
        page.window->openDataset({false, QStringLiteral("/photos/garden"), 1});
        QTRY_COMPARE(page.fixture.checker->calls, 2);
        QTRY_COMPARE(page.sections(), QStringList(QStringLiteral("Can't be read (1)")));
    }

    void aCheckThatBreaksOffSaysWhy()
    {
        Page page;
        page.fixture.checker->fails = true;
        page.open();
        QTRY_COMPARE(page.find<QLabel>("checkState")->text(), QStringLiteral("The check broke off."));
    }

    void namesAreTextNotMarkup()
    {
        ThumbnailLoader thumbnails(std::make_shared<FakePhotos>(), 64);
        FindingListModel model(&thumbnails);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Dataset dataset = fakeDataset(6, 20);
        dataset.samples[40].path = QStringLiteral("/photos/meadow/<img src=x>.jpg");
        model.setFindings({{FindingKind::Tiny, QStringLiteral("Only 40 × 30 pixels."), {dataset.samples.at(40).path}, {}, {}, -1},
                           {FindingKind::SplitLeak, QStringLiteral("Same."), {dataset.samples.at(41).path, dataset.samples.at(44).path}, {}, {}, 1}},
                          dataset);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(), QStringLiteral("Only 40 × 30 pixels.\n<img src=x>.jpg"));
        QVERIFY(!Qt::mightBeRichText(model.index(0).data(Qt::ToolTipRole).toString()));
        QCOMPARE(model.index(0).data(FindingListModel::PathRole).toString(), QStringLiteral("<img src=x>.jpg"));
        QCOMPARE(model.index(1).data(FindingListModel::PathRole).toString(), QString());
        const QVariantList photos = model.index(1).data(FindingListModel::PhotosRole).toList();
        QCOMPARE(photos.size(), 2);
        QCOMPARE(photos.at(0).value<FindingPhoto>().kind, QStringLiteral("iris <b>"));
        QCOMPARE(photos.at(0).value<FindingPhoto>().subset, QStringLiteral("training"));
        QCOMPARE(photos.at(1).value<FindingPhoto>().subset, QStringLiteral("test"));
        QTRY_VERIFY(!model.index(1).data(FindingListModel::PhotosRole).toList().at(1).value<FindingPhoto>().picture.isNull());
        model.setFindings({}, dataset);
        QCOMPARE(model.rowCount(), 0);
    }
};

FLOWER_TEST(tst_CheckTab)
#include "tst_CheckTab.moc"
