// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DownloadPanel.h"

#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/pages/PhotosPage.h"
#include "ui/pages/TrainPage.h"
#include "ui/widgets/Banner.h"
#include "ui/wizard/TeachWizard.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace flower;
using namespace flower::testing;

/// Downloads as the window offers them: nothing without consent, in the page, with progress, cancel and a second try.
class tst_DownloadPanel : public QObject
{
    Q_OBJECT

    static bool shows(const QWidget &parent, const char *name)
    {
        return parent.findChild<QWidget *>(QLatin1String(name))->isVisible();
    }
    static QString text(const QWidget &parent, const char *name)
    {
        return parent.findChild<QLabel *>(QLatin1String(name))->text();
    }
    /// Leaves the download in the middle.
    static void beginOxford102(const WindowFixture &fixture, MainWindow &window)
    {
        fixture.fetcher->waitsInTheMiddle = true;
        window.show();
        const auto *page = window.findChild<PhotosPage *>();
        click(*page, "useOxford102");
        QCOMPARE(fixture.fetcher->calls, 0);
        click(*page, "fetch");
    }
    static void haveOxford102(const WindowFixture &fixture)
    {
        QVERIFY(QDir().mkpath(fixture.context.oxford102Folder + QStringLiteral("/jpg")));
        for (const char *name : {"/imagelabels.mat", "/setid.mat"}) {
            QFile file(fixture.context.oxford102Folder + QLatin1String(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }

private Q_SLOTS:
    void nothingIsFetchedBeforeTheUserAgrees()
    {
        WindowFixture fixture;
        DownloadPanel panel(&fixture.downloads);
        QVERIFY(panel.isHidden());
        panel.offer(oxford102Offer(fixture.context));
        QVERIFY(panel.isVisible());
        const QString said = text(panel, "downloadText");
        QVERIFY2(said.contains(QStringLiteral("344.9 MB from flowers.invalid")), qPrintable(said));
        QVERIFY(said.contains(QDir::toNativeSeparators(fixture.context.oxford102Folder)));
        QVERIFY(said.contains(QStringLiteral("Nothing is sent but the request")));
        QTest::keyClick(&panel, Qt::Key_Return);
        click(panel, "fetchLater");
        QVERIFY(panel.isHidden());
        QVERIFY(!fixture.downloads.isRunning());
        QCOMPARE(fixture.fetcher->calls, 0);
    }

    void theChosenFileOfSeveralComes()
    {
        WindowFixture fixture;
        DownloadPanel panel(&fixture.downloads);
        QSignalSpy fetched(&panel, &DownloadPanel::fetched);
        panel.offer(weightsOffer(fixture.context, 1.0));
        auto *choice = panel.findChild<QComboBox *>(QStringLiteral("downloadChoice"));
        QCOMPARE(choice->currentIndex(), 0);
        choice->setCurrentIndex(1);
        QVERIFY(text(panel, "downloadText").contains(QStringLiteral("14.2 MB")));
        click(panel, "fetch");
        QTRY_COMPARE(fetched.size(), 1);
        QVERIFY(panel.isHidden());
        QCOMPARE(fixture.fetcher->calls, 1);
        QCOMPARE(fetched.first().first().toStringList(), QStringList{fixture.context.weightsFolder + QStringLiteral("/net-v1.pth")});
    }

    void progressCountsTheBytesOfAllFiles()
    {
        WindowFixture fixture;
        fixture.fetcher->waitsInTheMiddle = true;
        DownloadPanel panel(&fixture.downloads);
        panel.offer(oxford102Offer(fixture.context));
        click(panel, "fetch");
        QVERIFY(shows(panel, "downloadProgress"));
        QTRY_COMPARE(text(panel, "downloadMessage"), QStringLiteral("172.4 MB of 344.9 MB, file 1 of 3"));
        QCOMPARE(panel.findChild<QProgressBar *>(QStringLiteral("downloadProgress"))->value(), 499);
        QVERIFY(!shows(panel, "fetch"));
        fixture.fetcher->waitsInTheMiddle = false;
        QTRY_VERIFY(panel.isHidden());
        QCOMPARE(fixture.fetcher->calls, 3);
    }

    void aCancelledDownloadCanBeGoneOnWith()
    {
        WindowFixture fixture;
        fixture.fetcher->waitsInTheMiddle = true;
        DownloadPanel panel(&fixture.downloads);
        QSignalSpy stopped(&panel, &DownloadPanel::stopped);
        QSignalSpy fetched(&panel, &DownloadPanel::fetched);
        panel.offer(weightsOffer(fixture.context, 1.0));
        click(panel, "fetch");
        click(panel, "cancelFetch");
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(text(panel, "downloadMessage"), QStringLiteral("Stopped. What has come is kept."));
        QVERIFY(!shows(panel, "downloadProgress"));
        QVERIFY(!QFile::exists(fixture.context.weightsFolder + QStringLiteral("/net-v2.pth")));
        fixture.fetcher->waitsInTheMiddle = false;
        QCOMPARE(panel.findChild<QAbstractButton *>(QStringLiteral("fetch"))->text(), QStringLiteral("Go on"));
        click(panel, "fetch");
        QTRY_COMPARE(fetched.size(), 1);
    }

    void anErrorIsASentenceAndCanBeTriedAgain()
    {
        WindowFixture fixture;
        fixture.fetcher->fails = true;
        DownloadPanel panel(&fixture.downloads);
        QSignalSpy fetched(&panel, &DownloadPanel::fetched);
        panel.offer(weightsOffer(fixture.context, 1.0));
        click(panel, "fetch");
        QTRY_VERIFY(text(panel, "downloadMessage").contains(QStringLiteral("weights.invalid can't be reached")));
        QVERIFY(shows(panel, "downloadMessage"));
        QCOMPARE(panel.findChild<QAbstractButton *>(QStringLiteral("fetch"))->text(), QStringLiteral("Try again"));
        fixture.fetcher->fails = false;
        click(panel, "fetch");
        QTRY_COMPARE(fetched.size(), 1);
        QCOMPARE(fixture.fetcher->calls, 2);
    }

    void twoPanelsDoNotDisturbEachOther()
    {
        WindowFixture fixture;
        fixture.fetcher->waitsInTheMiddle = true;
        DownloadPanel first(&fixture.downloads);
        auto second = std::make_unique<DownloadPanel>(&fixture.downloads);
        QSignalSpy firstFetched(&first, &DownloadPanel::fetched);
        QSignalSpy secondFetched(second.get(), &DownloadPanel::fetched);
        first.offer(weightsOffer(fixture.context, 1.0));
        second->offer(oxford102Offer(fixture.context));
        click(first, "fetch");
        click(*second, "fetch");
        QVERIFY(text(*second, "downloadMessage").contains(QStringLiteral("Another download")));
        QVERIFY(!second->isFetching());
        second->offer(oxford102Offer(fixture.context));
        QVERIFY(text(*second, "downloadMessage").isEmpty());
        fixture.fetcher->waitsInTheMiddle = false;
        QTRY_COMPARE(firstFetched.size(), 1);
        QCOMPARE(secondFetched.size(), 0);
        fixture.fetcher->waitsInTheMiddle = true;
        click(*second, "fetch");
        second.reset(); // its place is closed: nobody waits for the files
        QTRY_VERIFY(!fixture.downloads.isRunning());
        QVERIFY(!hasOxford102(fixture.context.oxford102Folder));
    }

    void fetchedWeightsAreChosen()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.showPage(MainWindow::Train);
        const auto *page = window.findChild<TrainPage *>();
        TrainingConfig narrow;
        narrow.width = 0.35;
        narrow.head.epochs = 7;
        window.workspace()->setConfig(narrow);
        QVERIFY(shows(*page, "scratchWarning"));
        click(*page, "getWeights");
        QVERIFY(text(*page, "downloadText").contains(QStringLiteral("for width 1.0 only. Your network has width 0.35")));
        QCOMPARE(fixture.fetcher->calls, 0);
        QVERIFY(window.workspace()->config().weightsPath.isEmpty());
        click(*page, "fetch");
        const QString path = fixture.context.weightsFolder + QStringLiteral("/net-v2.pth");
        QTRY_COMPARE(window.workspace()->config().weightsPath, path);
        QCOMPARE(window.workspace()->config().width, 1.0);
        QCOMPARE(window.workspace()->config().head.epochs, 7);
        const auto *weights = page->findChild<QComboBox *>(QStringLiteral("weights"));
        QCOMPARE(weights->currentText(), QStringLiteral("net-v2"));
        QCOMPARE(weights->currentData().toString(), path);
        QVERIFY(!shows(*page, "scratchWarning"));
        QVERIFY(!shows(*page, "getWeights"));
        QCOMPARE(weights->findText(QStringLiteral("net-v2")), weights->currentIndex());
        QCOMPARE(weights->count(), 4); // none, the file, get, choose
    }

    void theWeightsListLeadsToTheQuestion()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.showPage(MainWindow::Train);
        const auto *page = window.findChild<TrainPage *>();
        auto *weights = page->findChild<QComboBox *>(QStringLiteral("weights"));
        const int entry = weights->findText(QStringLiteral("Get torchvision's weights…"));
        QVERIFY(entry > 0);
        weights->setCurrentIndex(entry);
        Q_EMIT weights->activated(entry);
        QVERIFY(page->findChild<DownloadPanel *>()->isVisible());
        QCOMPARE(weights->currentIndex(), 0); // nothing is chosen by asking
        QVERIFY(window.workspace()->config().weightsPath.isEmpty());
        QVERIFY(!text(*page, "downloadText").contains(QStringLiteral("width"))); // it is theirs
        QCOMPARE(fixture.fetcher->calls, 0);
    }

    void settingsForScratchGiveWayToWeights()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.openDataset({true, {}, 1});
        QTRY_COMPARE(window.workspace()->config().head.epochs, 0); // the samples train from scratch
        window.showPage(MainWindow::Train);
        const auto *page = window.findChild<TrainPage *>();
        QVERIFY(!shows(*page, "scratchWarning")); // and do well without weights
        Q_EMIT page->findChild<QComboBox *>(QStringLiteral("weights"))->activated(1);
        click(*page, "fetch");
        QTRY_VERIFY(!window.workspace()->config().weightsPath.isEmpty());
        TrainingConfig expected;
        expected.weightsPath = window.workspace()->config().weightsPath;
        QCOMPARE(window.workspace()->config(), expected);
    }

    void oxford102OpensAfterItWasFetched()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        beginOxford102(fixture, window);
        QTRY_VERIFY(text(window, "network").contains(QStringLiteral("172.4 MB")));
        QVERIFY(!window.workspace()->hasDataset());
        fixture.fetcher->waitsInTheMiddle = false;
        QTRY_VERIFY(window.workspace()->hasDataset());
        QCOMPARE(window.workspace()->dataset().rootPath, fixture.context.oxford102Folder);
        QCOMPARE(text(window, "network"), QStringLiteral("Works offline"));
    }

    void otherPhotosOpenedMeanwhileStay()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        beginOxford102(fixture, window);
        window.openDataset({true, {}, 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        fixture.fetcher->waitsInTheMiddle = false;
        QTRY_VERIFY(window.findChild<PhotosPage *>()->findChild<Banner *>()->message().contains(QStringLiteral("Flowers is here")));
        QCOMPARE(window.workspace()->dataset().kind, DatasetKind::Samples);
    }

    void oxford102ThatIsThereIsReadAtOnce()
    {
        WindowFixture fixture;
        haveOxford102(fixture);
        MainWindow window(fixture.context);
        window.show();
        click(window, "useOxford102");
        QTRY_COMPARE(window.workspace()->dataset().rootPath, fixture.context.oxford102Folder);
        QCOMPARE(fixture.fetcher->calls, 0);
    }

    void theWizardFetchesAndReadsOxford102()
    {
        WindowFixture fixture;
        fixture.fetcher->fails = true;
        MainWindow window(fixture.context);
        TeachWizard wizard(&fixture.context, window.workspace(), &window);
        wizard.show();
        wizard.findChild<QRadioButton *>(QStringLiteral("source1"))->click();
        wizard.next();
        QCOMPARE(wizard.currentId(), 0);
        QCOMPARE(fixture.fetcher->calls, 0);
        click(*wizard.currentPage(), "fetch");
        QVERIFY(!wizard.currentPage()->isComplete());
        QTRY_VERIFY(wizard.currentPage()->isComplete());
        fixture.fetcher->fails = false;
        click(*wizard.currentPage(), "fetch");
        QTRY_COMPARE(wizard.currentId(), 1);
        QVERIFY(hasOxford102(fixture.context.oxford102Folder));
        wizard.next();
        QCOMPARE(wizard.currentId(), 2);
        const QWizardPage &settings = *wizard.currentPage();
        QVERIFY(shows(settings, "scratchWarning"));
        click(settings, "getWeights");
        click(settings, "fetch");
        const auto *weights = settings.findChild<QComboBox *>(QStringLiteral("weights"));
        QTRY_COMPARE(weights->currentText(), QStringLiteral("net-v2"));
        wizard.next();
        QVERIFY(text(wizard, "review").contains(QStringLiteral("net-v2")));
    }

    void withoutASessionNothingIsOffered()
    {
        WindowFixture fixture;
        fixture.context.downloads = nullptr;
        MainWindow window(fixture.context);
        window.show();
        QVERIFY(!window.findChild<QWidget *>(QStringLiteral("useOxford102")));
        window.showPage(MainWindow::Train);
        QVERIFY(shows(window, "scratchWarning"));
        QVERIFY(!shows(window, "getWeights"));
        QCOMPARE(window.findChild<QComboBox *>(QStringLiteral("weights"))->count(), 2);
    }
};

FLOWER_TEST(tst_DownloadPanel)
#include "tst_DownloadPanel.moc"
