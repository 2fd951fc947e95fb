// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"
#include "tests/ui/FakeRun.h"
#include "tests/ui/Screenshots.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/charts/PhotoScatter.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/PhotosPage.h"
#include "ui/pages/ResultsPage.h"
#include "ui/pages/TrainPage.h"
#include "ui/pages/results/EvaluatePanel.h"
#include "ui/pages/results/MapTab.h"
#include "ui/pages/results/ReviewTab.h"
#include "ui/widgets/HeatPhoto.h"
#include "ui/widgets/WhyPanel.h"
#include "ui/wizard/TeachWizard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QTest>

using namespace flower;
using namespace flower::testing;

/// Shows each page in both themes and sizes and looks that nothing is cut off at the window's edge. With
/// FLOWER_SCREENSHOTS=FOLDER the pictures are kept there (packaging/screenshots.sh).
class tst_Screenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage_data() { addLooks(); }
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
        keepPicture(window, "1-empty");
        // Downloads: the question, how far it is, and an error
        fixture.fetcher->waitsInTheMiddle = true;
        click(window, "useOxford102");
        keepPicture(window, "11-fetch-photos-asked");
        click(*window.findChild<PhotosPage *>(), "fetch");
        keepPicture(window, "12-fetch-photos-progress");
        click(*window.findChild<PhotosPage *>(), "cancelFetch");
        QTRY_VERIFY(!fixture.downloads.isRunning());
        keepPicture(window, "13-fetch-photos-stopped");
        click(*window.findChild<PhotosPage *>(), "fetchLater");
        window.showPage(MainWindow::Train);
        click(*window.findChild<TrainPage *>(), "getWeights");
        fixture.fetcher->waitsInTheMiddle = false;
        fixture.fetcher->fails = true;
        keepPicture(window, "14-fetch-weights-asked");
        click(*window.findChild<TrainPage *>(), "fetch");
        QTRY_VERIFY(!fixture.downloads.isRunning());
        keepPicture(window, "15-fetch-weights-error");
        click(*window.findChild<TrainPage *>(), "fetchLater");
        window.openDataset({true, {}, 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        keepPicture(window, "2-photos");
        window.showPage(MainWindow::Train);
        keepPicture(window, "3-train-idle");
        QVERIFY(showsWholeText(*window.findChild<QComboBox *>(QStringLiteral("weights"))));
        auto *more = window.findChild<QCheckBox *>(QStringLiteral("moreSettings"));
        more->click();
        keepPicture(window, "18-train-more");
        for (const QScrollArea *area : window.findChild<TrainPage *>()->findChildren<QScrollArea *>()) {
            if (area->isVisible())
                QVERIFY(area->widget()->width() <= area->viewport()->width()); // nothing behind the scroll bar
        }
        more->click();
        window.workspace()->setConfig(TrainingConfig());
        window.findChild<QPushButton *>(QStringLiteral("startTraining"))->click();
        QTRY_COMPARE(fixture.training.state(), RunState::Completed);
        keepPicture(window, "4-train-done");
        window.showPage(MainWindow::Results);
        keepPicture(window, "5-results");
        window.findChild<QTabWidget *>(QStringLiteral("resultTabs"))->setCurrentWidget(window.findChild<ReviewTab *>());
        auto *review = window.findChild<QListView *>(QStringLiteral("reviewList"));
        QTRY_VERIFY(review->model()->rowCount() > 0);
        click(window, "relabelAsAnswered");
        review->setCurrentIndex(review->model()->index(1, 0));
        click(window, "leaveOut");
        keepPicture(window, "19-review");
        window.showPage(MainWindow::Photos);
        keepPicture(window, "20-photos-reviewed");
        window.showPage(MainWindow::Results);
        click(window, "evaluateOnOthers");
        fixture.evaluator->waitsInTheMiddle = true;
        window.findChild<EvaluatePanel *>()->evaluate(QStringLiteral("/photos/garden"));
        QTRY_VERIFY(window.findChild<QLabel *>(QStringLiteral("evaluateMessage"))->text().contains(QStringLiteral("…")));
        keepPicture(window, "19-evaluate-progress");
        fixture.evaluator->waitsInTheMiddle = false;
        QTRY_VERIFY(window.findChild<QLabel *>(QStringLiteral("evaluateBasis"))->isVisible());
        keepPicture(window, "20-evaluate-done");
        QCOMPARE(window.size(), size);
        click(window, "closeEvaluate");
        window.showPage(MainWindow::Classify);
        QTRY_VERIFY(!fixture.classify.model().path.isEmpty());
        window.findChild<ClassifyPage *>()->classify({QStringLiteral("/a.jpg"), QStringLiteral("/garden/bad.jpg"), QStringLiteral("/unsure.jpg"), QStringLiteral("/wall.jpg"),
                                                     QStringLiteral("/d.jpg")});
        QTRY_COMPARE(window.findChild<QListView *>(QStringLiteral("answers"))->model()->rowCount(), 5);
        QTRY_COMPARE(fixture.classify.pending(), 0);
        keepPicture(window, "6-classify");
        auto *answers = window.findChild<QListView *>(QStringLiteral("answers"));
        answers->setCurrentIndex(answers->model()->index(0, 0));
        auto *why = window.findChild<ClassifyPage *>()->findChild<WhyPanel *>();
        QTRY_VERIFY(why->isVisible());
        click(*why, "seeWhy");
        keepPicture(window, "27-classify-why");
        click(*why, "coverParts");
        auto *photo = why->findChild<HeatPhoto *>();
        QTRY_VERIFY(photo->hasPhoto());
        const QPoint middle = photo->seenRect().center().toPoint();
        QTest::mousePress(photo, Qt::LeftButton, {}, middle - QPoint(40, 0));
        QTest::mouseMove(photo, middle + QPoint(40, 10));
        QTest::mouseRelease(photo, Qt::LeftButton, {}, middle + QPoint(40, 10));
        keepPicture(window, "28-classify-covered");
        for (const int row : {1, 4})
            answers->selectionModel()->select(answers->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY(window.findChild<QPushButton *>(QStringLiteral("answerAsOnePlant"))->isVisible());
        click(window, "answerAsOnePlant");
        QTRY_VERIFY(window.findChild<QLabel *>(QStringLiteral("groupHeadline"))->isVisible());
        keepPicture(window, "29-classify-one-plant");
        QCOMPARE(window.size(), size); // no page forces the window wider
        answers->setCurrentIndex(answers->model()->index(0, 0));
        click(window, "viewTable");
        keepPicture(window, "23-classify-table");
        QCOMPARE(window.size(), size);
        click(window, "viewList");
        keepPicture(window, "24-classify-list");

        TeachWizard wizard(&fixture.context, window.workspace(), &window);
        wizard.show();
        keepPicture(wizard, "7-wizard-photos");
        wizard.findChild<QRadioButton *>(QStringLiteral("source1"))->click();
        wizard.next();
        keepPicture(wizard, "16-wizard-fetch-photos");
        click(*wizard.currentPage(), "fetchLater");
        wizard.findChild<QRadioButton *>(QStringLiteral("source2"))->click();
        wizard.findChild<QLineEdit *>(QStringLiteral("path"))->setText(QStringLiteral("/photos/meadow"));
        wizard.next();
        QTRY_COMPARE(wizard.currentId(), 1);
        keepPicture(wizard, "8-wizard-found");
        wizard.next();
        keepPicture(wizard, "9-wizard-settings");
        QVERIFY(showsWholeText(*wizard.findChild<QComboBox *>(QStringLiteral("weights"))));
        click(*wizard.currentPage(), "getWeights");
        keepPicture(wizard, "17-wizard-fetch-weights");
        click(*wizard.currentPage(), "fetchLater");
        wizard.next();
        keepPicture(wizard, "10-wizard-review");
    }

    void results_data() { addLooks(); }
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
                keepPicture(window, qPrintable(QStringLiteral("20-results-%1-%2").arg(classes).arg(QLatin1String(part))));
            }
            tabs->setCurrentIndex(1);
            window.findChild<QComboBox *>(QStringLiteral("confusionOrder"))->setCurrentIndex(2);
            QVERIFY(pairs->model()->rowCount() > 1);
            pairs->selectRow(1);
            keepPicture(window, qPrintable(QStringLiteral("21-results-%1-alike").arg(classes)));
            for (int step = 0; step < 5; ++step)
                QTest::keyClick(map, Qt::Key_Plus);
            keepPicture(window, qPrintable(QStringLiteral("22-results-%1-zoomed").arg(classes)));
            QTest::keyClick(map, Qt::Key_0);

            tabs->setCurrentWidget(window.findChild<MapTab *>());
            auto *draw = window.findChild<QPushButton *>(QStringLiteral("drawMap"));
            QTRY_VERIFY(draw->isVisible());
            keepPicture(window, qPrintable(QStringLiteral("23-results-%1-map-asked").arg(classes)));
            fixture.mapper->waitsInTheMiddle = true;
            draw->click();
            auto *scatter = window.findChild<PhotoScatter *>();
            QTRY_VERIFY(scatter->isVisible());
            keepPicture(window, qPrintable(QStringLiteral("24-results-%1-map-drawn").arg(classes)));
            fixture.mapper->waitsInTheMiddle = false;
            QTRY_VERIFY(!fixture.map.isRunning());
            window.findChild<QCheckBox *>(QStringLiteral("ringWrong"))->setChecked(true);
            keepPicture(window, qPrintable(QStringLiteral("25-results-%1-map").arg(classes)));
            auto *legend = window.findChild<QListView *>(QStringLiteral("legend"));
            legend->selectionModel()->select(legend->model()->index(2, 0), QItemSelectionModel::Select);
            scatter->setFocus();
            QTest::keyClick(scatter, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(scatter, Qt::Key_Right);
            QTest::keyClick(scatter, Qt::Key_Down);
            keepPicture(window, qPrintable(QStringLiteral("26-results-%1-map-kind").arg(classes)));
            tabs->setCurrentIndex(1);
            click(window, "openWhy");
            keepPicture(window, qPrintable(QStringLiteral("30-results-%1-why").arg(classes)));
            click(*window.findChild<ResultsPage *>(), "closeWhy");
        }
        QCOMPARE(window.size(), size);
    }

    void learningRate_data() { addLooks(); }
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
        keepPicture(window, "23-rate-offered");
        fixture.rateFinder->waitsInTheMiddle = true;
        click(*tabs->currentWidget(), "findRate");
        QTRY_VERIFY(train->findChild<QLabel *>(QStringLiteral("rateMessage"))->text().contains(QStringLiteral("51")));
        keepPicture(window, "24-rate-searching");
        fixture.rateFinder->waitsInTheMiddle = false;
        QTRY_VERIFY(train->findChild<QPushButton *>(QStringLiteral("useRate"))->isVisible());
        keepPicture(window, "25-rate-found");
        fixture.rateFinder->findsNothing = true;
        click(window, "searchRateAgain");
        QTRY_VERIFY(train->findChild<QPushButton *>(QStringLiteral("closeRate"))->isVisible());
        keepPicture(window, "26-rate-nothing");
        QCOMPARE(window.size(), size);
    }

private:
    static bool showsWholeText(const QComboBox &box)
    {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        return box.isVisible() && box.fontMetrics().horizontalAdvance(box.currentText()) <= field.width();
    }
};

FLOWER_TEST(tst_Screenshots)
#include "tst_Screenshots.moc"
