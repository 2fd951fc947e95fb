// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/InterruptedRun.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/InterruptedRunBar.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/pages/TrainPage.h"
#include "ui/widgets/Banner.h"

#include <QDir>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace flower;
using namespace flower::testing;

/// What the window offers about runs that were broken off or stopped.
class tst_InterruptedRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunThatWasBrokenOffIsOffered()
    {
        WindowFixture fixture;
        TrainingConfig config;
        config.runFolder = fixture.folder.filePath(QStringLiteral("runs/killed"));
        config.head.epochs = 3;
        RunRecord record;
        RunControl control;
        { // what a kill after the first epoch leaves
            Dataset photos = *FakeReader().read({true, {}, 1}, control, [](qint64, qint64) {});
            RunDetails details;
            details.config = config;
            details.classNames = photos.classNames;
            record.id = QStringLiteral("the killed one");
            record.folder = config.runFolder;
            record.datasetName = QStringLiteral("<b>garden</b>");
            record.startedAt = QDateTime::currentDateTimeUtc();
            record.state = RunState::Training;
            record.epochsDone = 1;
            details.record = record;
            QVERIFY(QDir().mkpath(config.runFolder));
            QVERIFY(RunFolder(config.runFolder).writeRun(details));
            QVERIFY(writeSplit(config.runFolder, photos));
            QVERIFY(fixture.book->save(record));
        }
        MainWindow window(fixture.context);
        window.show();
        auto *bar = window.findChild<InterruptedRunBar *>();
        QVERIFY(bar->isVisible());
        QVERIFY(bar->accessibleName().contains(QStringLiteral("“<b>garden</b>”")));
        click(window, "goOnWithRun");
        QVERIFY(!bar->isVisible());
        QTRY_COMPARE(fixture.trainer->resumed, 1);
        QTRY_VERIFY(!fixture.training.isRunning());
        QCOMPARE(fixture.training.runId(), record.id);
        const auto *banner = window.findChild<TrainPage *>()->findChild<Banner *>();
        QVERIFY(banner->message().startsWith(QStringLiteral("The run goes on")));
        QCOMPARE(banner->tone(), Banner::Tone::Information);
        QCOMPARE(window.workspace()->config().head.epochs, 3);
        QVERIFY(window.workspace()->hasDataset());
        window.reloadRuns();
        QVERIFY(!bar->isVisible()); // completed
    }

    void aRunThatWasStoppedGoesOnFromResults()
    {
        WindowFixture fixture;
        fixture.trainer->waitsInTheMiddle = true;
        MainWindow window(fixture.context);
        window.show();
        click(window, "useSamples");
        QTRY_VERIFY(window.workspace()->hasDataset());
        window.showPage(MainWindow::Train);
        click(window, "startTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Training);
        const QString id = fixture.training.runId();
        fixture.training.stop();
        QTRY_COMPARE(fixture.training.state(), RunState::Stopped);
        window.showPage(MainWindow::Results);
        QVERIFY(!window.findChild<InterruptedRunBar *>()->isVisible()); // the user stopped it
        QTRY_VERIFY(window.findChild<QPushButton *>(QStringLiteral("goOnTraining"))->isVisible());
        fixture.trainer->waitsInTheMiddle = false;
        click(window, "goOnTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Completed);
        QCOMPARE(fixture.trainer->resumed, 1);
        QCOMPARE(fixture.training.runId(), id);
        window.showPage(MainWindow::Results);
        QTRY_VERIFY(!window.findChild<QPushButton *>(QStringLiteral("goOnTraining"))->isVisible());
        QCOMPARE(window.findChild<QTableView *>(QStringLiteral("runTable"))->model()->rowCount(), 1);
    }

    void aRunThatIsLeftIsNotOfferedAgain()
    {
        WindowFixture fixture;
        RunRecord record;
        record.id = QStringLiteral("left");
        record.folder = fixture.folder.filePath(QStringLiteral("runs/left"));
        record.startedAt = QDateTime::currentDateTimeUtc();
        record.state = RunState::Training;
        QVERIFY(QDir().mkpath(record.folder));
        QVERIFY(writeSplit(record.folder, Dataset()));
        QVERIFY(fixture.book->save(record));
        MainWindow window(fixture.context);
        window.show();
        auto *bar = window.findChild<InterruptedRunBar *>();
        QVERIFY(bar->isVisible());
        click(window, "leaveRun");
        QVERIFY(!bar->isVisible());
        QVERIFY(QDir(record.folder).exists());
        MainWindow next(fixture.context);
        next.show();
        QVERIFY(!next.findChild<InterruptedRunBar *>()->isVisible());
    }
};

FLOWER_TEST(tst_InterruptedRuns)
#include "tst_InterruptedRuns.moc"
