// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/MapTab.h"

#include "tests/support/TestMain.h"
#include "tests/ui/FakeRun.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/charts/PhotoScatter.h"
#include "ui/models/AnsweredPhotosModel.h"
#include "ui/models/KindLegendModel.h"
#include "ui/models/ReviewFilterModel.h"
#include "ui/models/ReviewListModel.h"
#include "ui/pages/results/ReviewTab.h"
#include "ui/pages/results/RunReader.h"
#include "ui/widgets/KindLegend.h"
#include "ui/widgets/PhotoBubble.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace flower;
using namespace flower::testing;

/// The map of the photos: drawn on demand, kept, looked at and selected on.
class tst_MapTab : public QObject
{
    Q_OBJECT

    /// A tab in sight over a run that was written for it.
    struct Shown {
        WindowFixture fixture;
        ShownRun run;
        MapTab tab{&fixture.map, fixture.context.photos};
        PhotoScatter *scatter = tab.findChild<PhotoScatter *>();

        explicit Shown(int classes = 6, int photos = 120)
        {
            const QString folder = fixture.folder.filePath(QStringLiteral("runs/1"));
            writeFakeRun(folder, classes, photos);
            run = readRuns({folder}, Subset::Test).shown;
            tab.resize(1000, 600);
            tab.show();
            tab.activateWindow();
            if (!QTest::qWaitForWindowActive(&tab))
                qFatal("the tab isn't shown");
        }
        template<typename T> T *find(const char *name) const { return tab.findChild<T *>(QLatin1String(name)); }
        [[nodiscard]] QString question() const { return find<QLabel>("mapQuestion")->isVisible() ? find<QLabel>("mapQuestion")->text() : QString(); }
        [[nodiscard]] QString note() const { return find<QLabel>("mapNote")->text(); }
        /// Draws the map and waits for it.
        bool draw()
        {
            tab.showRun(run);
            if (!QTest::qWaitFor([this] { return !question().isEmpty(); }))
                return false;
            click(tab, "drawMap");
            return QTest::qWaitFor([this] { return !fixture.map.isRunning() && scatter->isVisible(); });
        }
        /// PCA instead of t-SNE, or the other way round.
        void chooseOtherMethod() const
        {
            auto *method = find<QComboBox>("mapMethod");
            method->setFocus();
            QTest::keyClick(method, method->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
        }
    };

private Q_SLOTS:
    void theFirstMapIsDrawnOnDemandAndKept()
    {
        Shown shown;
        shown.tab.showRun(shown.run);
        QTRY_VERIFY(shown.question().contains(QStringLiteral("120")));
        QCOMPARE(shown.fixture.mapper->calls, 0); // nothing was reckoned unasked
        QVERIFY(!shown.scatter->isVisible());
        shown.fixture.mapper->waitsInTheMiddle = true;
        click(shown.tab, "drawMap");
        QTRY_VERIFY(shown.scatter->isVisible()); // a map on its way
        QCOMPARE(shown.scatter->points().size(), 120);
        QVERIFY(shown.note().contains(QStringLiteral("375")));
        QCOMPARE(shown.find<QProgressBar>("mapProgress")->value(), 375);
        shown.scatter->setSelected({5});
        shown.fixture.mapper->waitsInTheMiddle = false;
        QTRY_VERIFY(!shown.fixture.map.isRunning());
        QVERIFY(!shown.find<QProgressBar>("mapProgress")->isVisible());
        QCOMPARE(shown.scatter->selected(), QList<int>{5}); // it moved with its photo
        QVERIFY(QFile::exists(QFileInfo(shown.run.details.modelPath).dir().filePath(QStringLiteral("map-test-tsne.json"))));

        shown.tab.showRun(shown.run);
        QTRY_COMPARE(shown.scatter->points().size(), 120);
        QVERIFY(shown.question().isEmpty());
        QCOMPARE(shown.fixture.mapper->calls, 1);
        // another way of placing is drawn at once, since a map was asked for
        shown.chooseOtherMethod();
        QTRY_COMPARE(shown.fixture.mapper->calls, 2);
        QTRY_VERIFY(!shown.fixture.map.isRunning());
        QVERIFY(shown.scatter->isVisible());
    }

    void anotherMapComesWholeIntoSight()
    {
        Shown shown;
        QVERIFY(shown.draw());
        for (int press = 0; press < 8; ++press)
            QTest::keyClick(shown.scatter, Qt::Key_Plus);
        QVERIFY(!QRectF(shown.scatter->rect()).contains(shown.scatter->pixelOf(0)));
        QVERIFY(shown.find<QToolButton>("mapFit")->isEnabled());
        shown.chooseOtherMethod();
        QTRY_COMPARE(shown.fixture.mapper->calls, 2);
        QTRY_VERIFY(!shown.fixture.map.isRunning());
        for (int point = 0; point < shown.scatter->points().size(); ++point)
            QVERIFY(QRectF(shown.scatter->rect()).contains(shown.scatter->pixelOf(point)));
        QVERIFY(!shown.find<QToolButton>("mapFit")->isEnabled());
    }

    void anotherMethodIsDrawnOnlyWhereMapsWereAskedFor()
    {
        Shown shown;
        QVERIFY(shown.draw());
        MapTab later(&shown.fixture.map, shown.fixture.context.photos); // as after a restart: the map is kept, nobody asked for one
        later.resize(1000, 600);
        later.show();
        const auto *scatter = later.findChild<PhotoScatter *>();
        const auto *question = later.findChild<QLabel *>(QStringLiteral("mapQuestion"));
        auto *method = later.findChild<QComboBox *>(QStringLiteral("mapMethod"));
        later.showRun(shown.run);
        QTRY_COMPARE(scatter->points().size(), 120);
        QTest::keyClick(method, Qt::Key_Down);
        QTRY_VERIFY(question->isVisible() && !question->text().isEmpty());
        QCOMPARE(shown.fixture.mapper->calls, 1);
        QTest::keyClick(method, Qt::Key_Up); // back to the one that is kept
        QTRY_COMPARE(scatter->points().size(), 120);
        QVERIFY(scatter->isVisible());
        QTest::keyClick(method, Qt::Key_Down);
        QTRY_VERIFY(question->isVisible());
        click(later, "drawMap");
        QTRY_VERIFY(!shown.fixture.map.isRunning() && scatter->isVisible());
        QCOMPARE(shown.fixture.mapper->calls, 2);
        // kept by now: the tab that asked for maps has nothing to draw either
        QSignalSpy started(&shown.fixture.map, &MapSession::started);
        shown.chooseOtherMethod();
        QTRY_VERIFY(!shown.fixture.map.isRunning());
        QCOMPARE(started.size(), 1);
        QVERIFY(started.first().first().value<MapRequest>().onlyKept);
        QVERIFY(shown.scatter->isVisible());
        QCOMPARE(shown.fixture.mapper->calls, 2);
    }

    void anotherMethodIsNotDrawnAfterAStop()
    {
        Shown shown;
        shown.fixture.mapper->waitsInTheMiddle = true;
        shown.tab.showRun(shown.run);
        QTRY_VERIFY(!shown.question().isEmpty());
        click(shown.tab, "drawMap");
        QTRY_VERIFY(shown.scatter->isVisible());
        shown.chooseOtherMethod(); // asked for and under way: the other one is drawn instead
        QTRY_COMPARE(shown.fixture.mapper->calls, 2);
        QTRY_VERIFY(shown.find<QAbstractButton>("stopMap")->isVisible());
        click(shown.tab, "stopMap");
        QTRY_VERIFY(!shown.question().isEmpty());
        shown.chooseOtherMethod();
        QTRY_VERIFY(!shown.fixture.map.isRunning());
        QVERIFY(!shown.question().isEmpty());
        QCOMPARE(shown.fixture.mapper->calls, 2);
    }

    void aTabOutOfSightWaits()
    {
        Shown shown;
        QVERIFY(shown.draw());
        shown.tab.hide();
        QSignalSpy started(&shown.fixture.map, &MapSession::started);
        shown.tab.showRun(shown.run);
        QCOMPARE(started.size(), 0);
        shown.tab.show();
        QCOMPARE(started.size(), 1);
        QTRY_COMPARE(shown.scatter->points().size(), 120);
    }

    void itCanBeStopped()
    {
        Shown shown;
        shown.fixture.mapper->waitsInTheMiddle = true;
        shown.tab.showRun(shown.run);
        QTRY_VERIFY(!shown.question().isEmpty());
        click(shown.tab, "drawMap");
        QTRY_VERIFY(shown.scatter->isVisible());
        click(shown.tab, "stopMap");
        QTRY_VERIFY(!shown.question().isEmpty());
        QVERIFY(shown.find<QAbstractButton>("drawMap")->isEnabled());
        QVERIFY(!shown.find<QAbstractButton>("stopMap")->isVisible());
    }

    void whatIsMissingIsASentence()
    {
        Shown shown;
        ShownRun run = shown.run;
        run.details.modelPath.clear();
        shown.tab.showRun(run);
        QVERIFY(shown.tab.explanation().contains(QStringLiteral("model.safetensors")));
        run.problem = QStringLiteral("There is nothing.");
        shown.tab.showRun(run);
        QCOMPARE(shown.tab.explanation(), run.problem);
        shown.tab.showRun(shown.run);
        QTRY_VERIFY(!shown.question().isEmpty());
        QVERIFY(shown.tab.explanation().isEmpty());
        shown.fixture.mapper->fails = true;
        click(shown.tab, "drawMap");
        QTRY_VERIFY(shown.question().contains(QStringLiteral("None of these photos can be read")));
    }

    void theBubbleShowsWhatIsPointedAt()
    {
        Shown shown;
        QVERIFY(shown.draw());
        const auto *bubble = shown.tab.findChild<PhotoBubble *>();
        QVERIFY(!bubble->isVisible());
        shown.scatter->setFocus();
        QTest::keyClick(shown.scatter, Qt::Key_Right);
        QVERIFY(bubble->isVisible());
        QVERIFY(shown.scatter->rect().contains(bubble->geometry()));
        QCOMPARE(bubble->text(), PhotoBubble::describe(shown.run.results.first(), shown.run.details.classNames));
        const PhotoResult wrong{QString(), 0, {1, 0}, {0.75, 0.25}, 1.0};
        const QString text = PhotoBubble::describe(wrong, shown.run.details.classNames);
        for (const QString &part : {shown.run.details.classNames.at(0), shown.run.details.classNames.at(1), QStringLiteral("75.0 %")})
            QVERIFY2(text.contains(part), qPrintable(text));
    }

    void theBubbleFollowsOrHides()
    {
        Shown shown;
        QVERIFY(shown.draw());
        PhotoScatter *scatter = shown.scatter;
        const auto *bubble = shown.tab.findChild<PhotoBubble *>();
        scatter->setFocus();
        QTest::keyClick(scatter, Qt::Key_Right);
        QVERIFY(bubble->isVisible());
        const QPoint before = bubble->pos();
        QTest::keyClick(scatter, Qt::Key_Plus); // about the current photo, which stays
        QVERIFY(bubble->isVisible());
        QTest::keyClick(scatter, Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(bubble->isVisible());
        QVERIFY(bubble->x() >= before.x() + 50);
        for (int press = 0; press < 8; ++press)
            QTest::keyClick(scatter, Qt::Key_Plus);
        for (int press = 0; press < 20; ++press)
            QTest::keyClick(scatter, Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(!scatter->rect().contains(scatter->pixelOf(0).toPoint()));
        QVERIFY(!bubble->isVisible()); // its photo is out of sight
        click(shown.tab, "mapFit");
        QVERIFY(bubble->isVisible());
        QCOMPARE(bubble->pos(), before);
    }

    void theSelectionIsListedAndHandedToReview()
    {
        Shown shown;
        QVERIFY(shown.draw());
        auto *list = shown.find<QListView>("mapSelection");
        QCOMPARE(list->model()->rowCount(), 0);
        QVERIFY(!shown.find<QAbstractButton>("reviewSelection")->isEnabled());
        shown.scatter->setSelected({3, 10, 20});
        QCOMPARE(list->model()->rowCount(), 3);
        QSet<QString> expected;
        for (const int number : {3, 10, 20})
            expected.insert(shown.run.results.at(number).path);
        QList<PhotoResult> wanted;
        connect(&shown.tab, &MapTab::reviewWanted, this, [&wanted](const QList<PhotoResult> &photos) { wanted = photos; });
        click(shown.tab, "reviewSelection");
        QSet<QString> paths;
        for (const PhotoResult &photo : wanted)
            paths.insert(photo.path);
        QCOMPARE(paths, expected);
    }

    void theLegendHighlightsAndIsSearched()
    {
        Shown shown(102, 1020);
        QVERIFY(shown.draw());
        const auto *legend = shown.tab.findChild<KindLegend *>();
        auto *list = legend->list();
        QAbstractItemModelTester tester(list->model());
        QCOMPARE(list->model()->rowCount(), 102);
        QVERIFY(list->model()->index(7, 0).data().toString().contains(QStringLiteral("(10)")));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QCOMPARE(legend->highlighted(), QSet<int>{1});
        shown.scatter->setFocus();
        QTest::keyClick(shown.scatter, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(shown.scatter->selected().size(), 10); // only of the kind that is looked at
        const QString third = shown.run.details.classNames.at(3);
        QTest::keyClicks(shown.find<QLineEdit>("legendSearch"), third.toUpper());
        QVERIFY(!list->isRowHidden(3));
        QVERIFY(list->isRowHidden(50));
        QCOMPARE(legend->highlighted(), QSet<int>{1});
        click(shown.tab, "legendAll");
        QVERIFY(legend->highlighted().isEmpty());
        QTest::keyClick(shown.scatter, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(shown.scatter->selected().size(), 1020);
    }

    void aSampleOfManyPhotosSaysSo()
    {
        Shown shown(17, 2500);
        QVERIFY(shown.draw());
        QCOMPARE(shown.scatter->points().size(), kMostTsnePhotos);
        QVERIFY2(shown.note().contains(QLocale().toString(2500)), qPrintable(shown.note()));
        shown.scatter->setSelected({kMostTsnePhotos - 1}); // points are numbered as the photos on the map are
        const auto *photos = qobject_cast<AnsweredPhotosModel *>(shown.find<QListView>("mapSelection")->model());
        const QList<int> sample = sampleForMap([&shown] {
            QList<Sample> samples;
            for (const PhotoResult &result : shown.run.results)
                samples.append({result.path, result.label, Subset::Test});
            return samples;
        }(), kMostTsnePhotos, shown.run.details.config.seed);
        QCOMPARE(photos->photo(0).path, shown.run.results.at(sample.last()).path);
    }

    void reviewLooksThroughThemOnly()
    {
        WindowFixture fixture;
        QVERIFY(fixture.book->save(writeFakeRun(fixture.folder.filePath(QStringLiteral("runs/1")), 6, 120).record));
        MainWindow window(fixture.context);
        window.resize(1280, 800);
        window.show();
        window.showPage(MainWindow::Results);
        auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("resultTabs"));
        auto *review = window.findChild<QListView *>(QStringLiteral("reviewList"));
        QTRY_COMPARE(review->model()->rowCount(), 120);
        tabs->setCurrentWidget(window.findChild<MapTab *>());
        auto *question = window.findChild<QLabel *>(QStringLiteral("mapQuestion"));
        QTRY_VERIFY(question->isVisible() && !question->text().isEmpty());
        click(window, "drawMap");
        auto *scatter = window.findChild<PhotoScatter *>();
        QTRY_VERIFY(!fixture.map.isRunning() && scatter->isVisible());
        scatter->setSelected({1, 2, 3, 4});
        click(window, "reviewSelection");
        QCOMPARE(tabs->currentWidget(), window.findChild<ReviewTab *>());
        QCOMPARE(review->model()->rowCount(), 4);
        QVERIFY(review->currentIndex().isValid());
        auto *show = window.findChild<QComboBox *>(QStringLiteral("reviewShow"));
        QCOMPARE(show->count(), 4);
        show->setCurrentIndex(0);
        QCOMPARE(review->model()->rowCount(), 120);
        show->setCurrentIndex(3);
        QCOMPARE(review->model()->rowCount(), 4);
        // with another subset the entry is gone, and all are shown
        auto *subset = window.findChild<QComboBox *>(QStringLiteral("resultSubset"));
        subset->setFocus();
        QTest::keyClick(subset, Qt::Key_Down);
        QTRY_COMPARE(review->model()->rowCount(), 40);
        QCOMPARE(show->count(), 3);
    }
};

FLOWER_TEST(tst_MapTab)
#include "tst_MapTab.moc"
