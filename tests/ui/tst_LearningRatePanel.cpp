// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/LearningRatePanel.h"

#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/pages/TrainPage.h"
#include "ui/widgets/Banner.h"

#include <QLabel>
#include <QTabWidget>
#include <QTest>

using namespace flower;
using namespace flower::testing;

/// The search for a learning rate, in the Train page.
class tst_LearningRatePanel : public QObject
{
    Q_OBJECT

    struct Page {
        Page()
        {
            window.show();
            window.openDataset({false, QStringLiteral("/photos/meadow"), 1});
            window.showPage(MainWindow::Train);
            train = window.findChild<TrainPage *>();
        }
        /// Opens a phase's settings and asks for a rate.
        void ask(int phase) const
        {
            auto *tabs = train->findChild<QTabWidget *>();
            tabs->setCurrentIndex(phase);
            click(*tabs->currentWidget(), "findRate");
        }
        [[nodiscard]] QAbstractButton *button(const char *name, int index = 0) const
        {
            return train->findChildren<QAbstractButton *>(QLatin1String(name)).value(index);
        }
        [[nodiscard]] bool panelIsOpen() const { return train->findChild<LearningRatePanel *>()->isVisible(); }
        [[nodiscard]] QString message() const { return train->findChild<QLabel *>(QStringLiteral("rateMessage"))->text(); }

        WindowFixture fixture;
        MainWindow window{fixture.context};
        TrainPage *train;
    };

private Q_SLOTS:
    void theFoundRateGoesIntoItsPhase_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("phase 1") << 1;
        QTest::newRow("phase 2") << 2;
    }
    void theFoundRateGoesIntoItsPhase()
    {
        QFETCH(const int, phase);
        Page page;
        QTRY_VERIFY(page.window.workspace()->hasDataset());
        TrainingConfig expected = page.window.workspace()->config();
        QVERIFY(!page.panelIsOpen());
        page.ask(phase);
        QVERIFY(page.panelIsOpen());
        QTRY_VERIFY(page.button("useRate")->isVisible());
        QVERIFY(page.message().startsWith(QStringLiteral("Suggested: ")));
        const QString rate = page.button("useRate")->text().section(QLatin1Char(' '), 1);
        QVERIFY(page.message().contains(rate));
        QCOMPARE(page.window.workspace()->config(), expected); // not yet
        click(*page.train, "useRate");
        PhaseConfig &settings = phase == 1 ? expected.head : expected.fineTune;
        settings.learningRate = page.window.workspace()->config().phase(phase == 1 ? Phase::Head : Phase::FineTune).learningRate;
        QCOMPARE(settings.learningRate, rate.toDouble());
        QCOMPARE(page.window.workspace()->config(), expected); // nothing else
        const double middle = phase == 1 ? 1.2e-3 : 1.2e-4;
        QVERIFY(settings.learningRate > middle / 2 && settings.learningRate < middle * 2);
        QVERIFY(!page.panelIsOpen());
    }

    void cancellingLeavesTheSettings()
    {
        Page page;
        page.fixture.rateFinder->waitsInTheMiddle = true;
        QTRY_VERIFY(page.window.workspace()->hasDataset());
        const TrainingConfig before = page.window.workspace()->config();
        page.ask(2);
        QTRY_VERIFY(page.message().contains(QStringLiteral("Step 51")));
        for (int phase = 0; phase < 2; ++phase) {
            QVERIFY(!page.button("findRate", phase)->isEnabled());
            QVERIFY(page.button("findRate", phase)->toolTip().contains(QStringLiteral("A search is on")));
        }
        click(*page.train, "cancelRate");
        QTRY_VERIFY(page.button("closeRate")->isVisible());
        QVERIFY(page.message().startsWith(QStringLiteral("Stopped")));
        QVERIFY(!page.button("useRate")->isVisible() && !page.button("cancelRate")->isVisible());
        QVERIFY(page.button("findRate")->isEnabled());
        click(*page.train, "closeRate");
        QVERIFY(!page.panelIsOpen());
        QCOMPARE(page.window.workspace()->config(), before);
    }

    void searchingAgainTakesTheSettingsOfNow()
    {
        Page page;
        QTRY_VERIFY(page.window.workspace()->hasDataset());
        page.ask(1);
        QTRY_VERIFY(page.button("useRate")->isVisible());
        TrainingConfig config = page.window.workspace()->config();
        config.head.batchSize = 7;
        page.window.workspace()->setConfig(config);
        click(*page.train, "searchRateAgain");
        QTRY_VERIFY(page.button("useRate")->isVisible());
        QCOMPARE(page.fixture.rateFinder->lastBatchSize.load(), 7);
        page.window.openDataset({false, QStringLiteral("/photos/other"), 1});
        QTRY_COMPARE(page.window.workspace()->dataset().rootPath, QStringLiteral("/photos/other"));
        page.window.showPage(MainWindow::Train);
        QVERIFY(!page.button("useRate")->isVisible()); // it was found for other photos
        QVERIFY(page.panelIsOpen());
        QVERIFY(page.button("searchRateAgain")->isVisible());
    }

    void noTrainingBesideASearchAndTheOtherWayRound()
    {
        Page page;
        page.fixture.rateFinder->waitsInTheMiddle = true;
        QTRY_VERIFY(page.window.workspace()->hasDataset());
        page.ask(1);
        page.button("startTraining")->click();
        QVERIFY(!page.fixture.training.isRunning());
        QVERIFY(page.train->findChild<Banner *>()->message().contains(QStringLiteral("being searched for")));
        page.fixture.rateFinder->waitsInTheMiddle = false;
        QTRY_VERIFY(!page.fixture.rates.isRunning());
        page.fixture.trainer->waitsInTheMiddle = true;
        page.button("startTraining")->click();
        QVERIFY(page.fixture.training.isRunning());
        QVERIFY(!page.panelIsOpen()); // the curves are wanted now
        QVERIFY(!page.button("findRate")->isEnabled());
        QVERIFY(page.button("findRate")->toolTip().startsWith(QStringLiteral("A run is on")));
        page.train->findRate(Phase::Head);
        QVERIFY(!page.fixture.rates.isRunning());
        page.fixture.trainer->waitsInTheMiddle = false;
        QTRY_VERIFY(!page.fixture.training.isRunning());
        QVERIFY(page.button("findRate")->isEnabled());
    }

    void aFlatCurveOffersNothing()
    {
        Page page;
        page.fixture.rateFinder->findsNothing = true;
        QTRY_VERIFY(page.window.workspace()->hasDataset());
        page.ask(1);
        QTRY_VERIFY(page.button("closeRate")->isVisible());
        QVERIFY(page.message().startsWith(QStringLiteral("No suggestion")));
        QVERIFY(!page.button("useRate")->isVisible());
        page.fixture.rateFinder->findsNothing = false;
        click(*page.train, "searchRateAgain");
        QTRY_VERIFY(page.button("useRate")->isVisible());
    }

    void otherPhotosEndTheSearch()
    {
        Page page;
        page.fixture.rateFinder->waitsInTheMiddle = true;
        QTRY_VERIFY(page.window.workspace()->hasDataset());
        page.ask(1);
        page.window.openDataset({true, {}, 1});
        QTRY_VERIFY(!page.fixture.rates.isRunning());
        QVERIFY(page.message().startsWith(QStringLiteral("Stopped")));
    }

    void withoutPhotosItAsksForThem()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        auto *train = window.findChild<TrainPage *>();
        train->findRate(Phase::Head);
        QVERIFY(!fixture.rates.isRunning());
        QVERIFY(train->findChild<Banner *>()->message().contains(QStringLiteral("Choose photos first")));
    }

    void withoutAnEngineForItNothingIsOffered()
    {
        WindowFixture fixture;
        fixture.context.rates = nullptr;
        MainWindow window(fixture.context);
        window.show();
        QVERIFY(window.findChild<TrainPage *>()->findChild<QAbstractButton *>(QStringLiteral("findRate"))->isHidden());
    }
};

FLOWER_TEST(tst_LearningRatePanel)
#include "tst_LearningRatePanel.moc"
