// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentedViews.h"
#include "engine/data/FlowerDatasetReader.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/data/check/FlowerDatasetChecker.h"
#include "tests/support/TestMain.h"
#include "tests/ui/FakeRun.h"
#include "tests/ui/Screenshots.h"
#include "tests/ui/WindowFixture.h"
#include "ui/FindPhotosDialog.h"
#include "ui/MainWindow.h"
#include "ui/MovedPhotosBar.h"
#include "ui/Workspace.h"
#include "ui/pages/ResultsPage.h"
#include "ui/pages/TrainPage.h"
#include "ui/widgets/AugmentationPreview.h"
#include "ui/widgets/PhotoTile.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;
using namespace flower::testing;

/// As tst_Screenshots, of what concerns the photos that are learned from: their check, hints, the preview of their augmentation, and photos
/// that were moved.
class tst_PhotoScreenshots : public QObject
{
    Q_OBJECT

    QTemporaryDir m_drawn;

private Q_SLOTS:
    void check_data() { addLooks(); }
    void check()
    {
        QFETCH(bool, dark);
        QFETCH(bool, german);
        QFETCH(QSize, size);
        const Look look(dark, german);
        WindowFixture fixture;
        fixture.checker->findsFlaws = true;
        fixture.checker->looksCloser = true;
        fixture.checker->waitsInTheMiddle = true;
        MainWindow window(fixture.context);
        window.resize(size);
        window.show();
        window.openDataset({false, QStringLiteral("/photos/meadow"), 1});
        QTRY_VERIFY(window.findChild<QPushButton *>(QStringLiteral("cancelCheck"))->isVisible());
        keepPicture(window, "31-check-running");
        QTRY_VERIFY(window.findChild<QPushButton *>(QStringLiteral("showFindings"))->isVisible());
        click(window, "showFindings");
        keepPicture(window, "31-check-running-closer");
        fixture.checker->waitsInTheMiddle = false;
        QTRY_VERIFY(!window.findChild<QPushButton *>(QStringLiteral("cancelCheck"))->isVisible());
        auto *sections = window.findChild<QListWidget *>(QStringLiteral("findingSections"));
        for (int row = 0; row < sections->count(); ++row) {
            sections->setCurrentRow(row);
            keepPicture(window, qPrintable(QStringLiteral("32-check-%1").arg(row)));
        }
        QCOMPARE(window.size(), size);
    }

    void checkOfRealPhotos_data() { addLooks(); }
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
        keepPicture(window, "33-check-oxford17");
        click(window, "remedy");
        click(window, "remedyForAll");
        QTest::qWait(1500);
        keepPicture(window, "34-check-oxford17-remedied");
    }

    void hintsAndPreview_data() { addLooks(); }
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
        keepPicture(window, "23-train-preview-button");
        auto *dialog = page->findChild<AugmentationPreview *>();
        QTRY_VERIFY(!dialog->findChild<PhotoTile *>(QStringLiteral("tile-3-5"))->photo().isNull());
        keepPicture(*dialog, "24-preview");
        QVERIFY(dialog->height() <= size.height());
        dialog->close();

        int kept = 0;
        samples->samples.removeIf([&kept](const Sample &sample) {
            return sample.label == 2 && sample.subset == Subset::Train && ++kept > 6;
        });
        window.workspace()->setDataset(*samples);
        keepPicture(window, "25-train-hints");
        click(*page, "showSetting");
        keepPicture(window, "26-train-hint-followed");
        QCOMPARE(window.size(), size);
    }

    void movedPhotos_data() { addLooks(); }
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
        keepPicture(window, "35-moved-photos-bar");
        click(*page, "findMovedPhotos");
        auto *dialog = window.findChild<FindPhotosDialog *>();
        keepPicture(*dialog, "36-moved-photos-asked");
        dialog->search(archive);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(QStringLiteral("findPhotosUse"))->isEnabled());
        keepPicture(*dialog, "37-moved-photos-found");
        QVERIFY(dialog->height() <= 660 && dialog->width() <= size.width());
        dialog->reject();
        bar->offerWithout(bar->missing());
        keepPicture(window, "38-moved-photos-without");
    }
};

FLOWER_TEST(tst_PhotoScreenshots)
#include "tst_PhotoScreenshots.moc"
