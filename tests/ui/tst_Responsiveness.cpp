// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/FlowerDatasetReader.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ClassifyWindow.h"
#include "tests/ui/LongestTurn.h"
#include "ui/Workspace.h"
#include "ui/charts/PlotView.h"
#include "ui/charts/TrainingChart.h"
#include "ui/models/PredictionListModel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

using namespace flower;
using namespace flower::testing;

/// No turn of the event loop takes longer than 50 ms, however many photos there are (docs/performance.md).
class tst_Responsiveness : public QObject
{
    Q_OBJECT

    static constexpr int kKinds = 40;
    static constexpr int kPhotosPerKind = 500;

    QTemporaryDir m_folder;

    /// 20,000 names for one small file, in 40 folders.
    [[nodiscard]] QString manyPhotos(const QString &name, const QByteArray &content) const
    {
        const QDir root(m_folder.filePath(name));
        QDir().mkpath(root.path());
        const QString original = root.filePath(QStringLiteral("original"));
        QFile file(original);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        file.close();
        for (int kind = 0; kind < kKinds; ++kind) {
            const QString folder = root.filePath(QStringLiteral("kind %1").arg(kind));
            QDir().mkpath(folder);
            for (int number = 0; number < kPhotosPerKind; ++number) {
                const QString path = folder + QStringLiteral("/%1.jpg").arg(number);
                std::error_code error;
                std::filesystem::create_hard_link(original.toStdU16String(), path.toStdU16String(), error);
                if (error && !QFile::copy(original, path))
                    return {};
            }
        }
        return root.path();
    }
    static void show(MainWindow &window)
    {
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(200); // its first paintings are no part of what is measured
    }

    void scan(LongestTurn &turns, const QString &folder, const QString &cache)
    {
        WindowFixture fixture;
        DatasetSession datasets(std::make_shared<FlowerDatasetReader>(m_folder.filePath(cache)));
        fixture.context.datasets = &datasets;
        MainWindow window(fixture.context);
        show(window);
        turns.start();
        window.openDataset({false, folder, 1});
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace()->hasDataset(), 60'000);
        QCOMPARE(window.workspace()->dataset().samples.size(), kKinds * kPhotosPerKind);
        QTest::qWait(1500); // the list's layout and the first pictures
        turns.judge("scanning 20,000 photos");

        auto *list = window.findChild<QListView *>(QStringLiteral("photoList"));
        for (int step = 1; step <= 10; ++step) {
            list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() * step / 10);
            QTest::qWait(100);
        }
        turns.judge("scrolling through them");

        auto *kinds = window.findChild<QTableView *>(QStringLiteral("classTable"));
        for (const int row : {3, 0, 7, 0}) {
            kinds->selectRow(row);
            QTest::qWait(50);
        }
        window.findChild<QComboBox *>(QStringLiteral("subset"))->setCurrentIndex(1);
        QTest::qWait(100);
        window.resize(1100, 700);
        QTest::qWait(300);
        turns.judge("filtering and resizing");
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("A thread's processor time is only read on Linux.");
#endif
    }

    void scanningTwentyThousandPhotos()
    {
        const QString folder = manyPhotos(QStringLiteral("photos"), QByteArrayLiteral("\xFF\xD8 not much more"));
        QVERIFY(!folder.isEmpty());
        int attempt = 0;
        const QString tooLong = tooLongEachTime([&](LongestTurn &turns) { scan(turns, folder, QStringLiteral("cache %1").arg(++attempt)); });
        QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong));
    }

    void twentyThousandProblems()
    {
        const QString tooLong = tooLongEachTime([](LongestTurn &turns) {
            WindowFixture fixture;
            MainWindow window(fixture.context);
            show(window);
            Dataset dataset = fakeDataset(6, 20);
            for (int number = 0; number < kKinds * kPhotosPerKind; ++number) {
                dataset.problems.append({QStringLiteral("/photos/meadow/%1/not a photo at all.jpg").arg(number),
                                         QStringLiteral("The file is not a photo, whatever its name says.")});
            }
            auto *tabs = window.findChild<QTabWidget *>(QStringLiteral("photoTabs"));
            turns.start();
            window.workspace()->setDataset(dataset);
            QTest::qWait(200);
            tabs->setCurrentIndex(1);
            QTest::qWait(1000);
            const auto *leftOut = window.findChild<QAbstractItemView *>(QStringLiteral("leftOut"));
            QVERIFY(leftOut->isVisible());
            QCOMPARE(leftOut->model()->rowCount(), dataset.problems.size());
            turns.judge("20,000 photos left out");
        });
        QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong));
    }

    void droppingAThousandPhotosToClassify()
    {
        const QString tooLong = tooLongEachTime([](LongestTurn &turns) {
            ClassifyWindow shown;
            QStringList paths;
            for (int number = 0; number < 1000; ++number)
                paths.append(QStringLiteral("/meadow/%1%2.jpg").arg(number % 10 == 3 ? QStringLiteral("bad") : QString()).arg(number));
            QTest::qWait(200); // its first paintings are no part of what is measured
            turns.start();
            drop(shown.page, paths);
            QTRY_COMPARE_WITH_TIMEOUT(shown.list->model()->rowCount(), 1000, 60'000);
            QTRY_COMPARE_WITH_TIMEOUT(shown.fixture.classify.pending(), 0, 60'000);
            QTest::qWait(300);
            shown.list->scrollToBottom();
            QTest::qWait(300);
            turns.judge("1,000 photos dropped and answered");
        });
        QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong));
    }

    void selectingTenThousandAnswers()
    {
        constexpr int kCount = 10'000;
        ClassifyWindow shown;
        QStringList paths;
        for (int number = 0; number < kCount; ++number)
            paths.append(QStringLiteral("/meadow/%1%2.jpg").arg(number % 3 == 1 ? QStringLiteral("unsure") : QString()).arg(number * 7919 % kCount));
        shown.answer(paths, 120'000);
        click(shown.window, "viewTable");
        QTest::qWait(500); // the last order and the first pictures
        LongestTurn turns;
        const auto worstOf = [&](const char *what, auto &&work) {
            double worst = std::numeric_limits<double>::max();
            for (int time = 0; time < 3; ++time) { // the same work each time: what comes once is the machine's
                turns.start();
                QTimer::singleShot(0, shown.table, [&work, time] { work(time); });
                QTest::qWait(400);
                worst = std::min(worst, turns.worst(what));
            }
            return worst;
        };
        shown.table->setFocus();
        const double selecting = worstOf("Ctrl+A on 10,000 answers", [&](int) {
            shown.table->clearSelection();
            QTest::keyClick(shown.table, Qt::Key_A, Qt::ControlModifier);
        });
        QCOMPARE(shown.desk->selectedCount(), kCount);
        QVERIFY(shown.find<QLabel>("groupSentence")->text().contains(QStringLiteral("2 to 5 photos")));
        const double sorting = worstOf("sorting them while all are selected", [&](int time) {
            shown.table->horizontalHeader()->setSortIndicator(PredictionListModel::Answer, time % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        });
        QCOMPARE(shown.desk->selectedCount(), kCount);
        auto *sureFrom = shown.find<QDoubleSpinBox>("sureFrom");
        const double judging = worstOf("judging them anew while all are selected", [&](int time) { sureFrom->setValue(time % 2 == 0 ? 90 : 50); });
        for (const auto &[what, worst] : {std::pair{"selecting", selecting}, std::pair{"sorting", sorting}, std::pair{"judging", judging}})
            QVERIFY2(worst < LongestTurn::kBound, qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(worst)));
    }

    void pastingALargePicture()
    {
        const QString tooLong = tooLongEachTime([](LongestTurn &turns) {
            ClassifyWindow shown;
            QImage picture(3000, 2000, QImage::Format_RGB32);
            QRandomGenerator random(1);
            random.fillRange(reinterpret_cast<quint32 *>(picture.bits()), picture.sizeInBytes() / 4);
            QGuiApplication::clipboard()->setImage(picture);
            QTest::qWait(200); // its first paintings are no part of what is measured
            turns.start();
            shown.page->paste();
            QTRY_COMPARE_WITH_TIMEOUT(shown.list->model()->rowCount(), 1, 60'000);
            QTRY_COMPARE(shown.fixture.classify.pending(), 0);
            turns.judge("a picture of 6 million pixels pasted");
            QCOMPARE(shown.list->model()->index(0, 0).data().toString(), QStringLiteral("Pasted picture 1"));
            const auto pasted = shown.list->model()->index(0, 0).data(PredictionListModel::PhotoRole).value<PhotoInput>();
            QCOMPARE(QImage::fromData(pasted.encoded, "PNG").size(), picture.size());
        });
        QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong));
    }

    void smoothingAMillionPoints()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.showPage(MainWindow::Train);
        constexpr int kPoints = 1'000'000;
        QList<BatchPoint> points;
        points.reserve(kPoints);
        for (int number = 1; number <= kPoints; ++number)
            points.append({50.0 * number / kPoints, 1.0 + 0.2 * std::sin(number * 12.9898), 0.5 + 0.2 * std::sin(number * 78.233), 1e-3});
        const QList<TrainingChart *> charts = window.findChildren<TrainingChart *>();
        QCOMPARE(charts.size(), 2);
        for (TrainingChart *chart : charts)
            chart->addBatches(points);
        show(window);
        QTest::qWait(1000);
        const QList<double> before{charts.at(0)->plot()->points(1).last().y(), charts.at(1)->plot()->points(1).last().y()};
        auto *smoothing = window.findChild<QSlider *>(QStringLiteral("smoothing"));
        LongestTurn turns;
        double worst = std::numeric_limits<double>::max();
        for (const int value : {80, 50, 10}) { // the same work each time: what comes once is the machine's
            turns.start();
            QTimer::singleShot(0, smoothing, [smoothing, value] { smoothing->setValue(value); });
            QTest::qWait(300);
            worst = std::min(worst, turns.worst("another smoothing of 1,000,000 points in both charts"));
        }
        QVERIFY2(worst < LongestTurn::kBound, qPrintable(QString::number(worst)));
        for (int chart = 0; chart < 2; ++chart)
            QTRY_VERIFY(charts.at(chart)->plot()->points(1).last().y() != before.at(chart));
    }
};

FLOWER_TEST(tst_Responsiveness)
#include "tst_Responsiveness.moc"
