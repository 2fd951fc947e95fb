// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "tests/support/TestMain.h"
#include "tests/ui/LongestTurn.h"
#include "tests/ui/WindowFixture.h"
#include "ui/Workspace.h"
#include "ui/charts/TrainingChart.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/PhotosPage.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/EmptyState.h"
#include "ui/wizard/TeachWizard.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace flower;
using namespace flower::testing;

/// Drives the window offscreen by clicks and drops, with fakes behind it.
class tst_MainWindow : public QObject
{
    Q_OBJECT

    static int rows(const MainWindow &window, const char *view)
    {
        return window.findChild<QAbstractItemView *>(QLatin1String(view))->model()->rowCount();
    }

private Q_SLOTS:
    void photosAreChosenAndFiltered()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        click(window, "useSamples");
        QTRY_VERIFY(window.workspace()->hasDataset());
        QCOMPARE(rows(window, "classTable"), 7);
        QCOMPARE(rows(window, "photoList"), 120);
        window.findChild<QTableView *>(QStringLiteral("classTable"))->selectRow(2);
        QCOMPARE(rows(window, "photoList"), 20);
        window.findChild<QComboBox *>(QStringLiteral("subset"))->setCurrentIndex(3);
        QCOMPARE(rows(window, "photoList"), 4);
    }

    void aWrongFolderSaysSoInThePage()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        auto *page = window.findChild<PhotosPage *>();
        drop(page, {QStringLiteral("/wrong")});
        QTRY_COMPARE(page->findChild<Banner *>()->message(), QStringLiteral("There is no kind in this folder."));
        QVERIFY(!window.workspace()->hasDataset());
    }

    void trainsByClickingAndClassifiesByDropping()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        drop(window.findChild<PhotosPage *>(), {QStringLiteral("/photos")});
        QTRY_VERIFY(window.workspace()->hasDataset());
        click(window, "trainWithThese");
        click(window, "startTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Completed);
        const int epochs = TrainingConfig().head.epochs + TrainingConfig().fineTune.epochs;
        QCOMPARE(rows(window, "epochTable"), epochs);
        for (const TrainingChart *chart : window.findChildren<TrainingChart *>())
            QCOMPARE(chart->validationPoints(), epochs);
        QVERIFY(window.findChild<QLabel *>(QStringLiteral("bestAccuracy"))->text().contains(QStringLiteral("95.0 %")));
        QCOMPARE(rows(window, "runTable"), 1);

        window.showPage(MainWindow::Classify);
        QTRY_VERIFY(!fixture.classify.model().path.isEmpty());
        drop(window.findChild<ClassifyPage *>(), {QStringLiteral("/a.jpg"), QStringLiteral("/bad.jpg"), QStringLiteral("/c.JPG")});
        QTRY_COMPARE(rows(window, "answers"), 3);
        QTRY_COMPARE(fixture.classify.pending(), 0);
        const QAbstractItemModel *answers = window.findChild<QListView *>(QStringLiteral("answers"))->model();
        QVERIFY(answers->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("damaged")));
        QVERIFY(answers->index(2, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("70.0 %")));
    }

    void startingWithoutPhotosLeadsToThem()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.showPage(MainWindow::Train);
        click(window, "startTraining");
        QCOMPARE(fixture.training.state(), RunState::Idle);
        QVERIFY(window.findChild<PhotosPage *>()->isVisible());
    }

    void aRunIsPausedResumedAndStopped()
    {
        WindowFixture fixture;
        fixture.trainer->waitsInTheMiddle = true;
        MainWindow window(fixture.context);
        window.show();
        window.openDataset({true, {}, 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        window.showPage(MainWindow::Train);
        click(window, "startTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Training);
        click(window, "pauseTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Paused);
        click(window, "pauseTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Training);
        click(window, "stopTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Stopped);
        QCOMPARE(rows(window, "runTable"), 1);
    }

    void closingDuringTrainingAsks()
    {
        WindowFixture fixture;
        fixture.trainer->waitsInTheMiddle = true;
        MainWindow window(fixture.context);
        window.show();
        window.openDataset({true, {}, 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        window.showPage(MainWindow::Train);
        click(window, "startTraining");
        QTRY_COMPARE(fixture.training.state(), RunState::Training);

        const auto answer = [](QMessageBox::ButtonRole role) {
            QTimer::singleShot(0, qApp, [role] {
                auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                QVERIFY(box);
                for (QAbstractButton *button : box->buttons()) {
                    if (box->buttonRole(button) == role)
                        button->click();
                }
            });
        };
        answer(QMessageBox::RejectRole);
        window.close();
        QVERIFY(window.isVisible());
        QVERIFY(fixture.training.isRunning());
        answer(QMessageBox::AcceptRole);
        window.close();
        QTRY_VERIFY(!window.isVisible());
        QCOMPARE(fixture.training.state(), RunState::Stopped);
    }

    void photosDroppedBeforeAModelAreAnsweredLater()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.showPage(MainWindow::Classify);
        auto *page = window.findChild<ClassifyPage *>();
        drop(page, {QStringLiteral("/a.jpg")});
        QTRY_VERIFY(page->findChild<Banner *>()->message().contains(QStringLiteral("model")));
        window.openModel(QStringLiteral("/broken.safetensors"));
        QTRY_COMPARE(page->findChild<Banner *>()->message(), QStringLiteral("This is no model."));
        drop(page, {QStringLiteral("/good.safetensors")});
        QTRY_COMPARE(rows(window, "answers"), 1);
    }

    void weightsOfTheChosenWidthAreTaken()
    {
        WindowFixture fixture;
        QDir(fixture.folder.path()).mkdir(QStringLiteral("weights"));
        for (const char *name : {"mobilenet_0.35.safetensors", "mobilenet_1.0.pth"}) {
            QFile file(fixture.folder.filePath(QStringLiteral("weights/") + QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        MainWindow window(fixture.context);
        window.show();
        QTRY_VERIFY(window.workspace()->config().weightsPath.endsWith(QStringLiteral("mobilenet_1.0.pth")));
    }

    void weightsAreNotTakenForTrainingFromScratch()
    {
        WindowFixture fixture;
        QDir(fixture.folder.path()).mkdir(QStringLiteral("weights"));
        QFile file(fixture.folder.filePath(QStringLiteral("weights/mobilenet_0.35.safetensors")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QSettings().setValue(QStringLiteral("config"), TrainingConfig::forScratch().toJson());
        MainWindow window(fixture.context);
        window.show();
        QTRY_COMPARE(fixture.weights.files().size(), 1);
        QTRY_VERIFY(fixture.weights.info(fixture.weights.files().first()).has_value());
        QCOMPARE(window.workspace()->config(), TrainingConfig::forScratch());
    }

    void settingsOfAnEarlierVersionStayAsTheyWere()
    {
        WindowFixture fixture;
        QJsonObject root = QJsonDocument::fromJson(TrainingConfig().toJson()).object(); // as before crops had a resolution
        QJsonObject fineTune = root.value(QStringLiteral("finetune")).toObject();
        QJsonObject augmentation = fineTune.value(QStringLiteral("augmentation")).toObject();
        augmentation.remove(QStringLiteral("cropResolution"));
        fineTune.insert(QStringLiteral("augmentation"), augmentation);
        fineTune.insert(QStringLiteral("epochs"), 11);
        root.insert(QStringLiteral("finetune"), fineTune);
        QSettings().setValue(QStringLiteral("config"), QJsonDocument(root).toJson());
        const MainWindow window(fixture.context);
        QCOMPARE(window.workspace()->config().fineTune.epochs, 11);
        QCOMPARE(window.workspace()->config().fineTune.augmentation.cropResolution, 1.0);
    }

    void anEmptyPagesPictureFollowsTheTheme()
    {
        EmptyState empty(QStringLiteral("classify"), QStringLiteral("Title"), QStringLiteral("Text"));
        empty.show();
        const auto lightest = [&empty] {
            int lightness = 0;
            const QImage picture = empty.findChild<QLabel *>()->pixmap().toImage();
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    lightness = std::max(lightness, picture.pixelColor(x, y).alpha() > 200 ? picture.pixelColor(x, y).lightness() : 0);
            }
            return lightness;
        };
        applyTheme(ThemeChoice::Light);
        QVERIFY(lightest() < 100);
        applyTheme(ThemeChoice::Dark);
        QVERIFY(lightest() > 200);
        applyTheme(ThemeChoice::Light);
    }

    void aProblemOfAllPagesStandsAboveThem()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.showProblem(QStringLiteral("There is no engine."));
        const QList<Banner *> banners = window.findChildren<Banner *>();
        QCOMPARE(std::count_if(banners.cbegin(), banners.cend(), [](const Banner *banner) {
            return banner->isVisible() && banner->message() == QStringLiteral("There is no engine.");
        }), 1);
    }

    void theWizardLeadsToARun()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        TeachWizard wizard(&fixture.context, window.workspace(), &window);
        wizard.show();
        wizard.findChild<QRadioButton *>(QStringLiteral("source0"))->click();
        const QAbstractButton *next = wizard.button(QWizard::NextButton);
        QVERIFY(next->isEnabled());
        wizard.next(); // reads; the next page opens by itself
        QTRY_COMPARE(wizard.currentId(), 1);
        auto *kinds = wizard.currentPage()->findChild<QTableView *>();
        const auto *photos = wizard.currentPage()->findChild<QListView *>();
        const int all = photos->model()->rowCount();
        kinds->selectRow(1);
        QVERIFY(photos->model()->rowCount() > 0 && photos->model()->rowCount() < all);
        kinds->selectRow(0);
        QCOMPARE(photos->model()->rowCount(), all);
        wizard.next();
        QCOMPARE(wizard.currentId(), 2);
        QTRY_VERIFY(next->isEnabled());
        wizard.next();
        QCOMPARE(wizard.currentId(), 3);
        QVERIFY(wizard.findChild<QLabel *>(QStringLiteral("review"))->text().contains(QStringLiteral("6 kinds")));
        QVERIFY(!window.workspace()->hasDataset());
        wizard.accept();
        QVERIFY(window.workspace()->hasDataset());
        QCOMPARE(window.workspace()->config().width, TrainingConfig::forScratch().width);
    }

    void aCancelledWizardChangesNothing()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        const TrainingConfig before = window.workspace()->config();
        TeachWizard wizard(&fixture.context, window.workspace(), &window);
        wizard.show();
        wizard.next();
        QTRY_COMPARE(wizard.currentId(), 1);
        wizard.reject();
        QVERIFY(!window.workspace()->hasDataset());
        QCOMPARE(window.workspace()->config(), before);
    }

#ifdef Q_OS_LINUX
    /// While every core is busy.
    void noTurnOfTheEventLoopTakesLong()
    {
        WindowFixture fixture;
        fixture.trainer->batchesPerEpoch = 200;
        MainWindow window(fixture.context);
        window.resize(1280, 800);
        window.show();
        window.openDataset({true, {}, 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        window.showPage(MainWindow::Train);
        std::atomic<bool> busy{true};
        std::vector<std::jthread> load;
        for (unsigned core = 0; core < std::max(1u, std::thread::hardware_concurrency()); ++core)
            load.emplace_back([&busy] { while (busy) {} });
        click(window, "startTraining");
        LongestTurn turns;
        QTRY_COMPARE_WITH_TIMEOUT(fixture.training.state(), RunState::Completed, 60'000);
        QTest::qWait(300); // the last painting
        busy = false;
        const double worst = turns.worst("training");
        QVERIFY2(worst < LongestTurn::kBound, qPrintable(QString::number(worst)));
    }
#endif
};

FLOWER_TEST(tst_MainWindow)
#include "tst_MainWindow.moc"
