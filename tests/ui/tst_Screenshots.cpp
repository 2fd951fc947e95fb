// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentedViews.h"
#include "engine/data/FlowerDatasetReader.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/data/check/FlowerDatasetChecker.h"
#include "tests/support/TestMain.h"
#include "tests/ui/FakeRun.h"
#include "tests/ui/WindowFixture.h"
#include "ui/FindPhotosDialog.h"
#include "ui/MainWindow.h"
#include "ui/MovedPhotosBar.h"
#include "ui/Workspace.h"
#include "ui/charts/PhotoScatter.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/PhotosPage.h"
#include "ui/pages/ResultsPage.h"
#include "ui/pages/TrainPage.h"
#include "ui/pages/results/EvaluatePanel.h"
#include "ui/pages/results/MapTab.h"
#include "ui/pages/results/ReviewTab.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/AugmentationPreview.h"
#include "ui/widgets/PhotoTile.h"
#include "ui/widgets/HeatPhoto.h"
#include "ui/widgets/WhyPanel.h"
#include "ui/wizard/TeachWizard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QStyleOptionComboBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace flower;
using namespace flower::testing;

/// Shows each page in both themes and sizes and looks that nothing is cut off at the window's edge. With
/// FLOWER_SCREENSHOTS=FOLDER the pictures are kept there (packaging/screenshots.sh).
class tst_Screenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("german");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1280x800") << false << false << QSize(1280, 800);
        QTest::newRow("dark-1280x800") << true << false << QSize(1280, 800);
        QTest::newRow("light-1024x700") << false << false << QSize(1024, 700);
        QTest::newRow("dark-1024x700") << true << false << QSize(1024, 700);
        QTest::newRow("german-1024x700") << false << true << QSize(1024, 700);
    }
    void everyPage()
    {
        QFETCH(bool, dark);
        QFETCH(bool, german);
        QFETCH(QSize, size);
        const Look look(dark, german);
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.resize(size);
        window.show();
        keep(&window, "1-empty");
        // Downloads: the question, how far it is, and an error
        fixture.fetcher->waitsInTheMiddle = true;
        click(window, "useOxford102");
        keep(&window, "11-fetch-photos-asked");
        click(*window.findChild<PhotosPage *>(), "fetch");
        keep(&window, "12-fetch-photos-progress");
        click(*window.findChild<PhotosPage *>(), "cancelFetch");
        QTRY_VERIFY(!fixture.downloads.isRunning());
        keep(&window, "13-fetch-photos-stopped");
        click(*window.findChild<PhotosPage *>(), "fetchLater");
        window.showPage(MainWindow::Train);
        click(*window.findChild<TrainPage *>(), "getWeights");
        fixture.fetcher->waitsInTheMiddle = false;
        fixture.fetcher->fails = true;
        keep(&window, "14-fetch-weights-asked");
        click(*window.findChild<TrainPage *>(), "fetch");
        QTRY_VERIFY(!fixture.downloads.isRunning());
        keep(&window, "15-fetch-weights-error");
        click(*window.findChild<TrainPage *>(), "fetchLater");
        window.openDataset({true, {}, 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        keep(&window, "2-photos");
        window.showPage(MainWindow::Train);
        keep(&window, "3-train-idle");
        QVERIFY(showsWholeText(*window.findChild<QComboBox *>(QStringLiteral("weights"))));
        auto *more = window.findChild<QCheckBox *>(QStringLiteral("moreSettings"));
        more->click();
        keep(&window, "18-train-more");
        for (const QScrollArea *area : window.findChild<TrainPage *>()->findChildren<QScrollArea *>()) {
            if (area->isVisible())
                QVERIFY(area->widget()->width() <= area->viewport()->width()); // nothing behind the scroll bar
        }
        more->click();
        window.workspace()->setConfig(TrainingConfig());
        window.findChild<QPushButton *>(QStringLiteral("startTraining"))->click();
        QTRY_COMPARE(fixture.training.state(), RunState::Completed);
        keep(&window, "4-train-done");
        window.showPage(MainWindow::Results);
        keep(&window, "5-results");
        window.findChild<QTabWidget *>(QStringLiteral("resultTabs"))->setCurrentWidget(window.findChild<ReviewTab *>());
        auto *review = window.findChild<QListView *>(QStringLiteral("reviewList"));
        QTRY_VERIFY(review->model()->rowCount() > 0);
        click(window, "relabelAsAnswered");
        review->setCurrentIndex(review->model()->index(1, 0));
        click(window, "leaveOut");
        keep(&window, "19-review");
        window.showPage(MainWindow::Photos);
        keep(&window, "20-photos-reviewed");
        window.showPage(MainWindow::Results);
        click(window, "evaluateOnOthers");
        fixture.evaluator->waitsInTheMiddle = true;
        window.findChild<EvaluatePanel *>()->evaluate(QStringLiteral("/photos/garden"));
        QTRY_VERIFY(window.findChild<QLabel *>(QStringLiteral("evaluateMessage"))->text().contains(QStringLiteral("…")));
        keep(&window, "19-evaluate-progress");
        fixture.evaluator->waitsInTheMiddle = false;
        QTRY_VERIFY(window.findChild<QLabel *>(QStringLiteral("evaluateBasis"))->isVisible());
        keep(&window, "20-evaluate-done");
        QCOMPARE(window.size(), size);
        click(window, "closeEvaluate");
        window.showPage(MainWindow::Classify);
        QTRY_VERIFY(!fixture.classify.model().path.isEmpty());
        window.findChild<ClassifyPage *>()->classify({QStringLiteral("/a.jpg"), QStringLiteral("/garden/bad.jpg"), QStringLiteral("/unsure.jpg"), QStringLiteral("/wall.jpg"),
                                                     QStringLiteral("/d.jpg")});
        QTRY_COMPARE(window.findChild<QListView *>(QStringLiteral("answers"))->model()->rowCount(), 5);
        QTRY_COMPARE(fixture.classify.pending(), 0);
        keep(&window, "6-classify");
        auto *answers = window.findChild<QListView *>(QStringLiteral("answers"));
        answers->setCurrentIndex(answers->model()->index(0, 0));
        auto *why = window.findChild<ClassifyPage *>()->findChild<WhyPanel *>();
        QTRY_VERIFY(why->isVisible());
        click(*why, "seeWhy");
        keep(&window, "27-classify-why");
        click(*why, "coverParts");
        auto *photo = why->findChild<HeatPhoto *>();
        QTRY_VERIFY(photo->hasPhoto());
        const QPoint middle = photo->seenRect().center().toPoint();
        QTest::mousePress(photo, Qt::LeftButton, {}, middle - QPoint(40, 0));
        QTest::mouseMove(photo, middle + QPoint(40, 10));
        QTest::mouseRelease(photo, Qt::LeftButton, {}, middle + QPoint(40, 10));
        keep(&window, "28-classify-covered");
        for (const int row : {1, 4})
            answers->selectionModel()->select(answers->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY(window.findChild<QPushButton *>(QStringLiteral("answerAsOnePlant"))->isVisible());
        click(window, "answerAsOnePlant");
        QTRY_VERIFY(window.findChild<QLabel *>(QStringLiteral("groupHeadline"))->isVisible());
        keep(&window, "29-classify-one-plant");
        QCOMPARE(window.size(), size); // no page forces the window wider
        answers->setCurrentIndex(answers->model()->index(0, 0));
        click(window, "viewTable");
        keep(&window, "23-classify-table");
        QCOMPARE(window.size(), size);
        click(window, "viewList");
        keep(&window, "24-classify-list");

        TeachWizard wizard(&fixture.context, window.workspace(), &window);
        wizard.show();
        keep(&wizard, "7-wizard-photos");
        wizard.findChild<QRadioButton *>(QStringLiteral("source1"))->click();
        wizard.next();
        keep(&wizard, "16-wizard-fetch-photos");
        click(*wizard.currentPage(), "fetchLater");
        wizard.findChild<QRadioButton *>(QStringLiteral("source2"))->click();
        wizard.findChild<QLineEdit *>(QStringLiteral("path"))->setText(QStringLiteral("/photos/meadow"));
        wizard.next();
        QTRY_COMPARE(wizard.currentId(), 1);
        keep(&wizard, "8-wizard-found");
        wizard.next();
        keep(&wizard, "9-wizard-settings");
        QVERIFY(showsWholeText(*wizard.findChild<QComboBox *>(QStringLiteral("weights"))));
        click(*wizard.currentPage(), "getWeights");
        keep(&wizard, "17-wizard-fetch-weights");
        click(*wizard.currentPage(), "fetchLater");
        wizard.next();
        keep(&wizard, "10-wizard-review");
    }

    void results_data() { everyPage_data(); }
    void results()
    {
        QFETCH(bool, dark);
        QFETCH(bool, german);
        QFETCH(QSize, size);
        const Look look(dark, german);
        WindowFixture fixture;
        for (const auto &[classes, photos] : {std::pair{17, 340}, std::pair{102, 6149}}) {
            const RunDetails run = writeFakeRun(fixture.folder.filePath(QStringLiteral("runs/%1").arg(classes)), classes, photos);
            QVERIFY(fixture.book->save(run.record));
        }
        MainWindow window(fixture.context);
        window.resize(size);
        window.show();
        window.showPage(MainWindow::Results);
        auto *runs = window.findChild<QTableView *>(QStringLiteral("runTable"));
        auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("resultTabs"));
        auto *pairs = window.findChild<QTableView *>(QStringLiteral("confusedPairs"));
        auto *map = window.findChild<QWidget *>(QStringLiteral("confusionMap"));
        auto *kinds = window.findChild<QTableView *>(QStringLiteral("kindTable"));
        for (int row = 0; row < 2; ++row) {
            runs->selectRow(row);
            const QString name = runs->model()->index(row, 1).data().toString();
            const int classes = name.endsWith(QLatin1String("102")) ? 102 : 17;
            QTRY_COMPARE(kinds->model()->rowCount(), classes);
            for (const auto &[tab, part] : {std::pair{0, "overview"}, std::pair{1, "mistakes"}, std::pair{2, "kinds"}}) {
                tabs->setCurrentIndex(tab);
                keep(&window, qPrintable(QStringLiteral("20-results-%1-%2").arg(classes).arg(QLatin1String(part))));
            }
            tabs->setCurrentIndex(1);
            window.findChild<QComboBox *>(QStringLiteral("confusionOrder"))->setCurrentIndex(2);
            QVERIFY(pairs->model()->rowCount() > 1);
            pairs->selectRow(1);
            keep(&window, qPrintable(QStringLiteral("21-results-%1-alike").arg(classes)));
            for (int step = 0; step < 5; ++step)
                QTest::keyClick(map, Qt::Key_Plus);
            keep(&window, qPrintable(QStringLiteral("22-results-%1-zoomed").arg(classes)));
            QTest::keyClick(map, Qt::Key_0);

            tabs->setCurrentWidget(window.findChild<MapTab *>());
            auto *draw = window.findChild<QPushButton *>(QStringLiteral("drawMap"));
            QTRY_VERIFY(draw->isVisible());
            keep(&window, qPrintable(QStringLiteral("23-results-%1-map-asked").arg(classes)));
            fixture.mapper->waitsInTheMiddle = true;
            draw->click();
            auto *scatter = window.findChild<PhotoScatter *>();
            QTRY_VERIFY(scatter->isVisible());
            keep(&window, qPrintable(QStringLiteral("24-results-%1-map-drawn").arg(classes)));
            fixture.mapper->waitsInTheMiddle = false;
            QTRY_VERIFY(!fixture.map.isRunning());
            window.findChild<QCheckBox *>(QStringLiteral("ringWrong"))->setChecked(true);
            keep(&window, qPrintable(QStringLiteral("25-results-%1-map").arg(classes)));
            auto *legend = window.findChild<QListView *>(QStringLiteral("legend"));
            legend->selectionModel()->select(legend->model()->index(2, 0), QItemSelectionModel::Select);
            scatter->setFocus();
            QTest::keyClick(scatter, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(scatter, Qt::Key_Right);
            QTest::keyClick(scatter, Qt::Key_Down);
            keep(&window, qPrintable(QStringLiteral("26-results-%1-map-kind").arg(classes)));
            tabs->setCurrentIndex(1);
            click(window, "openWhy");
            keep(&window, qPrintable(QStringLiteral("30-results-%1-why").arg(classes)));
            click(*window.findChild<ResultsPage *>(), "closeWhy");
        }
        QCOMPARE(window.size(), size);
    }

    void learningRate_data() { everyPage_data(); }
    void learningRate()
    {
        QFETCH(bool, dark);
        QFETCH(bool, german);
        QFETCH(QSize, size);
        const Look look(dark, german);
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.resize(size);
        window.show();
        window.openDataset({false, QStringLiteral("/photos/meadow"), 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        window.showPage(MainWindow::Train);
        auto *train = window.findChild<TrainPage *>();
        auto *tabs = train->findChild<QTabWidget *>();
        tabs->setCurrentIndex(1);
        keep(&window, "23-rate-offered");
        fixture.rateFinder->waitsInTheMiddle = true;
        click(*tabs->currentWidget(), "findRate");
        QTRY_VERIFY(train->findChild<QLabel *>(QStringLiteral("rateMessage"))->text().contains(QStringLiteral("51")));
        keep(&window, "24-rate-searching");
        fixture.rateFinder->waitsInTheMiddle = false;
        QTRY_VERIFY(train->findChild<QPushButton *>(QStringLiteral("useRate"))->isVisible());
        keep(&window, "25-rate-found");
        fixture.rateFinder->findsNothing = true;
        click(window, "searchRateAgain");
        QTRY_VERIFY(train->findChild<QPushButton *>(QStringLiteral("closeRate"))->isVisible());
        keep(&window, "26-rate-nothing");
        QCOMPARE(window.size(), size);
    }

    void check_data() { everyPage_data(); }
    void check()
    {
        QFETCH(bool, dark);
        QFETCH(bool, german);
        QFETCH(QSize, size);
        const Look look(dark, german);
        WindowFixture fixture;
        fixture.checker->findsFlaws = true;
        fixture.checker->waitsInTheMiddle = true;
        MainWindow window(fixture.context);
        window.resize(size);
        window.show();
        window.openDataset({false, QStringLiteral("/photos/meadow"), 1});
        QTRY_VERIFY(window.findChild<QPushButton *>(QStringLiteral("cancelCheck"))->isVisible());
        keep(&window, "31-check-running");
        fixture.checker->waitsInTheMiddle = false;
        QTRY_VERIFY(window.findChild<QPushButton *>(QStringLiteral("showFindings"))->isVisible());
        click(window, "showFindings");
        auto *sections = window.findChild<QListWidget *>(QStringLiteral("findingSections"));
        for (int row = 0; row < sections->count(); ++row) {
            sections->setCurrentRow(row);
            keep(&window, qPrintable(QStringLiteral("32-check-%1").arg(row)));
        }
        QCOMPARE(window.size(), size);
    }

    void checkOfRealPhotos_data() { everyPage_data(); }
    void checkOfRealPhotos()
    {
        const QString photos = QStringLiteral(FLOWER_SHARED "/data/oxford17/split.csv");
        if (qEnvironmentVariableIsEmpty("FLOWER_SCREENSHOTS") || !QFileInfo::exists(photos))
            QSKIP("only for the pictures, where the photos are");
        QFETCH(bool, dark);
        QFETCH(bool, german);
        QFETCH(QSize, size);
        const Look look(dark, german);
        WindowFixture fixture;
        DatasetSession datasets(std::make_shared<FlowerDatasetReader>(m_drawn.path()));
        CheckSession check(std::make_shared<FlowerDatasetChecker>(m_drawn.path()));
        fixture.context.datasets = &datasets;
        fixture.context.check = &check;
        fixture.context.photos = std::make_shared<PhotoDecoder>();
        MainWindow window(fixture.context);
        window.resize(size);
        window.show();
        window.openDataset({false, photos, 1});
        QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QPushButton *>(QStringLiteral("showFindings"))->isVisible(), 60'000);
        click(window, "showFindings");
        QTest::qWait(1500);
        keep(&window, "33-check-oxford17");
        click(window, "remedy");
        click(window, "remedyForAll");
        QTest::qWait(1500);
        keep(&window, "34-check-oxford17-remedied");
    }

    void hintsAndPreview_data() { everyPage_data(); }
    void hintsAndPreview()
    {
        QFETCH(bool, dark);
        QFETCH(bool, german);
        QFETCH(QSize, size);
        const Look look(dark, german);
        WindowFixture fixture;
        fixture.context.augmentation = std::make_shared<AugmentedViews>();
        RunControl control;
        Result<Dataset> samples = FlowerDatasetReader(m_drawn.path()).read({true, {}, 1}, control, [](qint64, qint64) {});
        QVERIFY(samples);
        MainWindow window(fixture.context);
        window.resize(size);
        window.show();
        window.showPage(MainWindow::Train);
        window.workspace()->setDataset(*samples);
        TrainingConfig config = TrainingConfig::forScratch();
        config.fineTune.augmentation.rotationDegrees = 30;
        window.workspace()->setConfig(config);
        auto *page = window.findChild<TrainPage *>();
        page->findChild<QCheckBox *>(QStringLiteral("moreSettings"))->click();
        page->findChild<QTabWidget *>()->setCurrentIndex(2);
        auto *preview = page->findChild<QPushButton *>(QStringLiteral("previewAugmentation-finetune"));
        preview->click();
        keep(&window, "23-train-preview-button");
        auto *dialog = page->findChild<AugmentationPreview *>();
        QTRY_VERIFY(!dialog->findChild<PhotoTile *>(QStringLiteral("tile-3-5"))->photo().isNull());
        keep(dialog, "24-preview");
        QVERIFY(dialog->height() <= size.height());
        dialog->close();

        int kept = 0;
        samples->samples.removeIf([&kept](const Sample &sample) {
            return sample.label == 2 && sample.subset == Subset::Train && ++kept > 6;
        });
        window.workspace()->setDataset(*samples);
        keep(&window, "25-train-hints");
        click(*page, "showSetting");
        keep(&window, "26-train-hint-followed");
        QCOMPARE(window.size(), size);
    }

    void movedPhotos_data() { everyPage_data(); }
    void movedPhotos()
    {
        QFETCH(bool, dark);
        QFETCH(bool, german);
        QFETCH(QSize, size);
        const Look look(dark, german);
        WindowFixture fixture;
        const RunDetails run = writeFakeRun(fixture.folder.filePath(QStringLiteral("runs/a")), 17, 340, 1); // of /photos, which isn't there
        QVERIFY(fixture.book->save(run.record));
        const QString archive = fixture.folder.filePath(QStringLiteral("archive"));
        const QList<PhotoResult> photos = fakeAnswers(17, 340, 1);
        for (const PhotoResult &photo : photos.mid(0, 300)) {
            const QString path = archive + (photo.label == 3 ? QStringLiteral("/renamed/") + photo.path.section(QLatin1Char('/'), -1) : photo.path);
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        MainWindow window(fixture.context);
        window.resize(size);
        window.show();
        window.showPage(MainWindow::Results);
        auto *page = window.findChild<ResultsPage *>();
        auto *bar = page->findChild<MovedPhotosBar *>();
        QTRY_VERIFY(bar->isVisible());
        keep(&window, "35-moved-photos-bar");
        click(*page, "findMovedPhotos");
        auto *dialog = window.findChild<FindPhotosDialog *>();
        keep(dialog, "36-moved-photos-asked");
        dialog->search(archive);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("findPhotosUse"))->isEnabled());
        keep(dialog, "37-moved-photos-found");
        QVERIFY(dialog->height() <= 660 && dialog->width() <= size.width());
        dialog->reject();
        bar->offerWithout(bar->missing());
        keep(&window, "38-moved-photos-without");
    }

    void cleanupTestCase() { applyTheme(ThemeChoice::Light); }

private:
    QTemporaryDir m_drawn;

    /// A theme and the words, German ones if wanted, for as long as it is there.
    struct Look {
        Look(bool dark, bool german)
        {
            QString file = QStringLiteral(FLOWER_GERMAN);
            if (!german)
                file.replace(QStringLiteral("flower_de"), QStringLiteral("flower_en")); // for the plurals
            if (words.load(file))
                QCoreApplication::installTranslator(&words);
            if (german)
                QLocale::setDefault(QLocale::German);
            applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        }
        ~Look() { QLocale::setDefault(before); }
        Q_DISABLE_COPY_MOVE(Look)

        QTranslator words; // leaves the program by itself
        QLocale before;
    };

    static bool showsWholeText(const QComboBox &box)
    {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        return box.isVisible() && box.fontMetrics().horizontalAdvance(box.currentText()) <= field.width();
    }
    static void keep(QWidget *window, const char *name)
    {
        const QString folder = qEnvironmentVariable("FLOWER_SCREENSHOTS");
        QTest::qWait(folder.isEmpty() ? 1 : 400); // pictures and charts come a moment later
        const QPixmap picture = window->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            QVERIFY(picture.save(QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(name), QLatin1String(QTest::currentDataTag())))));
        }
    }
};

FLOWER_TEST(tst_Screenshots)
#include "tst_Screenshots.moc"
