// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AugmentationPreview.h"

#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/pages/PhotosPage.h"
#include "ui/pages/TrainPage.h"
#include "ui/widgets/PhotoTile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTabWidget>
#include <QTest>

using namespace flower;
using namespace flower::testing;

class tst_AugmentationPreview : public QObject
{
    Q_OBJECT

    struct Preview {
        explicit Preview(const Dataset &dataset = fakeDataset(6, 20))
        {
            workspace.setDataset(dataset);
            dialog = std::make_unique<AugmentationPreview>(source, &workspace);
        }
        void change(double brightness)
        {
            TrainingConfig config = workspace.config();
            config.head.augmentation.brightness = config.fineTune.augmentation.brightness = brightness;
            workspace.setConfig(config);
        }
        [[nodiscard]] PhotoTile *tile(int row, int column) const
        {
            return dialog->findChild<PhotoTile *>(QStringLiteral("tile-%1-%2").arg(row).arg(column));
        }
        /// The grey of a view, or -1 while there is none.
        [[nodiscard]] int grey(int row, int column) const
        {
            const QImage image = tile(row, column)->photo().toImage();
            return image.isNull() ? -1 : qGray(image.pixel(3, 3));
        }
        [[nodiscard]] bool isFilled() const
        {
            for (int row = 0; row < 4; ++row) {
                for (int column = 0; column < 6; ++column) {
                    if (tile(row, column)->photo().isNull())
                        return false;
                }
            }
            return true;
        }

        std::shared_ptr<FakeAugmentation> source = std::make_shared<FakeAugmentation>();
        Workspace workspace;
        std::unique_ptr<AugmentationPreview> dialog;
    };

private Q_SLOTS:
    void eachPhotoHasFiveViews()
    {
        Preview preview;
        preview.dialog->showPhase(Phase::FineTune);
        QVERIFY(!preview.dialog->isModal());
        QTRY_VERIFY(preview.isFilled());
        QCOMPARE(preview.source->calls.load(), 4);
        for (int column = 2; column <= 5; ++column)
            QCOMPARE(preview.grey(0, column), (preview.grey(0, 1) + 10 * (column - 1)) % 256);
        QVERIFY(preview.tile(0, 0)->photo().width() > preview.tile(0, 0)->photo().height()); // whole, not cut to a square
        QVERIFY(!preview.tile(0, 0)->accessibleName().isEmpty());
        QSet<QString> kinds;
        for (int row = 0; row < 4; ++row)
            kinds.insert(preview.tile(row, 0)->toolTip().section(QLatin1Char(':'), 0, 0));
        QCOMPARE(kinds.size(), 4);
    }

    void aChangedSettingDrawsThemAnewOnce()
    {
        Preview preview;
        preview.dialog->showPhase(Phase::FineTune);
        QTRY_VERIFY(preview.isFilled());
        const int before = preview.grey(0, 1);
        const int last = preview.grey(3, 5);
        for (int step = 1; step <= 10; ++step) // as a spin box that is held down
            preview.change(0.2 + 0.05 * step);
        QTRY_COMPARE(preview.grey(0, 1), before + 50);
        QTRY_COMPARE(preview.grey(3, 5), last + 50);
        QCOMPARE(preview.source->calls.load(), 8);
    }

    void theWindowGoesOnWhilePhotosAreMade()
    {
        Preview preview;
        preview.source->waits = true;
        preview.dialog->showPhase(Phase::FineTune);
        QTRY_COMPARE(preview.source->calls.load(), 1); // under way, and the test goes on
        preview.change(0.5);
        QTest::qWait(200);
        preview.source->waits = false;
        QTRY_VERIFY(preview.isFilled());
        QCOMPARE(preview.source->calls.load(), 5); // what was asked before the change was dropped
    }

    void otherPhotosAreOneClickAway()
    {
        Preview preview(fakeDataset(6, 200));
        preview.dialog->showPhase(Phase::Head);
        QTRY_VERIFY(preview.isFilled());
        const QString first = preview.tile(0, 0)->toolTip();
        click(*preview.dialog, "otherPhotos");
        QVERIFY(preview.tile(0, 0)->photo().isNull());
        QTRY_VERIFY(preview.isFilled());
        QVERIFY(preview.tile(0, 0)->toolTip() != first);
    }

    void whereAugmentationIsOffItSaysSo()
    {
        Preview preview;
        preview.dialog->showPhase(Phase::Head);
        const auto *explanation = preview.dialog->findChild<QLabel *>(QStringLiteral("previewExplanation"));
        QVERIFY(explanation->text().contains(QStringLiteral("224 × 224")));
        TrainingConfig config;
        config.head.augmentation.enabled = false;
        preview.workspace.setConfig(config);
        QVERIFY(explanation->text().contains(QStringLiteral("off")));
        auto *phase = preview.dialog->findChild<QComboBox *>(QStringLiteral("previewPhase"));
        phase->setCurrentIndex(1);
        Q_EMIT phase->activated(1);
        QVERIFY(!explanation->text().contains(QStringLiteral("off")));
    }

    void aPhotoThatCannotBeReadSaysSo()
    {
        Dataset dataset = fakeDataset(6, 20);
        for (Sample &sample : dataset.samples)
            sample.path += QStringLiteral(".bad");
        Preview preview(dataset);
        preview.dialog->showPhase(Phase::Head);
        QTRY_COMPARE(preview.tile(3, 0)->toolTip(), QStringLiteral("The file is damaged or no photo."));
        QVERIFY(preview.tile(3, 0)->photo().isNull());
    }

    void otherDataSetsAreSafeWhileItIsClosed()
    {
        Preview preview;
        preview.source->waits = true;
        preview.dialog->showPhase(Phase::Head);
        QTRY_COMPARE(preview.source->calls.load(), 1);
        preview.dialog->close();
        preview.workspace.setDataset(fakeDataset(1, 2)); // two photos: fewer than places
        preview.source->waits = false;
        QTest::qWait(50);
        QVERIFY(preview.tile(0, 0)->photo().isNull());
        preview.dialog->showPhase(Phase::Head);
        QTRY_VERIFY(!preview.tile(1, 5)->photo().isNull());
        QVERIFY(preview.tile(2, 0)->isHidden());
    }

    void theTrainPageOpensIt()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.showPage(MainWindow::Train);
        auto *page = window.findChild<TrainPage *>();
        page->findChild<QTabWidget *>()->setCurrentIndex(2);
        page->findChild<QCheckBox *>(QStringLiteral("moreSettings"))->click();
        click(*page, "previewAugmentation-finetune");
        QVERIFY(!window.findChild<AugmentationPreview *>()); // there are no photos yet
        QVERIFY(window.findChild<PhotosPage *>()->isVisible());
        window.workspace()->setDataset(fakeDataset(6, 20));
        window.showPage(MainWindow::Train);
        click(*page, "previewAugmentation-finetune");
        auto *dialog = window.findChild<AugmentationPreview *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QComboBox *>(QStringLiteral("previewPhase"))->currentIndex(), 1);
        QTRY_COMPARE(fixture.augmentation->calls.load(), 4);
    }
};

FLOWER_TEST(tst_AugmentationPreview)
#include "tst_AugmentationPreview.moc"
