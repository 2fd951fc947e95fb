// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HeatPhoto.h"

#include "tests/support/TestMain.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace flower;

namespace {

constexpr QSize kSize{400, 200};
const QColor kBlue(20, 40, 220);
const QColor kGrey(124, 116, 104);

/// Warm in the upper left quarter of the middle half.
const Explanation kExplanation{{}, {}, 2, 2, {1.0F, 0.0F, 0.0F, 0.0F}, 0.5};

std::unique_ptr<HeatPhoto> photoIn(HeatPhoto::Mode mode)
{
    auto photo = std::make_unique<HeatPhoto>();
    QImage image(2 * kSize, QImage::Format_RGB888); // shown at half its size
    image.fill(kBlue);
    photo->resize(kSize);
    photo->setPhoto(image);
    photo->setCoverColor(kGrey);
    photo->setExplanation(kExplanation);
    photo->setMode(mode);
    photo->show();
    return photo;
}

QColor pixel(const RgbImage &image, int x, int y)
{
    const auto *at = reinterpret_cast<const uchar *>(image.pixels.constData()) + 3 * (y * image.width + x);
    return {at[0], at[1], at[2]};
}

} // namespace

class tst_HeatPhoto : public QObject
{
    Q_OBJECT

    static QString toolTipAt(HeatPhoto &photo, const QPoint &place)
    {
        QToolTip::hideText();
        QHelpEvent event(QEvent::ToolTip, place, photo.mapToGlobal(place));
        QCoreApplication::sendEvent(&photo, &event);
        return QToolTip::text();
    }

private Q_SLOTS:
    void theSquareIsInTheMiddle()
    {
        const auto photo = photoIn(HeatPhoto::Mode::Heat);
        QCOMPARE(photo->photoRect(), QRectF(0, 0, 400, 200));
        QCOMPARE(photo->seenRect(), QRectF(150, 50, 100, 100));
        photo->resize(200, 200); // the photo keeps its shape
        QCOMPARE(photo->photoRect(), QRectF(0, 50, 200, 100));
        QCOMPARE(photo->seenRect(), QRectF(75, 75, 50, 50));
    }

    void theMapLiesOnTheSquareAndTheRestIsDimmed()
    {
        const auto photo = photoIn(HeatPhoto::Mode::Heat);
        photo->setHeatOpacity(1.0);
        const QImage picture = photo->grab().toImage();
        QVERIFY(picture.pixelColor(165, 65).lightness() > 150);   // warm
        QVERIFY(picture.pixelColor(235, 135).lightness() < 60);   // cold
        const QColor dimmed = picture.pixelColor(50, 100);
        QVERIFY(dimmed != kBlue && dimmed.blue() > dimmed.red()); // still to be made out
        QCOMPARE(picture.pixelColor(350, 100), dimmed);
        photo->setHeatOpacity(0.0);
        QCOMPARE(photo->grab().toImage().pixelColor(165, 65), kBlue);
        photo->setMode(HeatPhoto::Mode::Plain);
        QCOMPARE(photo->grab().toImage().pixelColor(50, 100), kBlue);
    }

    void theToolTipSaysWhyAPartIsDimmed()
    {
        const auto photo = photoIn(HeatPhoto::Mode::Heat);
        QVERIFY(toolTipAt(*photo, {50, 100}).contains(QStringLiteral("doesn't see this part")));
        QVERIFY(toolTipAt(*photo, {200, 100}).contains(QStringLiteral("speaks for")));
    }

    void theBrushCoversAndTheOriginalStays()
    {
        const auto photo = photoIn(HeatPhoto::Mode::Cover);
        photo->setBrushSize(0.2); // 20 of the widget's pixels
        QSignalSpy changed(photo.get(), &HeatPhoto::coveredChanged);
        const RgbImage before = photo->originalPixels();
        QCOMPARE(photo->coveredPixels(), before);
        QTest::mousePress(photo.get(), Qt::LeftButton, {}, {180, 100});
        QTest::mouseMove(photo.get(), {220, 100});
        QTest::mouseRelease(photo.get(), Qt::LeftButton, {}, {220, 100});
        QVERIFY(!changed.isEmpty());
        for (const int x : {180, 200, 220})
            QCOMPARE(pixel(photo->coveredPixels(), 2 * x, 200), kGrey);
        QCOMPARE(pixel(photo->coveredPixels(), 400, 170), kBlue); // 15 above the stroke
        QCOMPARE(photo->originalPixels(), before);
        QVERIFY(photo->hasStrokes());
        photo->undoStroke();
        QVERIFY(!photo->hasStrokes());
        QCOMPARE(photo->coveredPixels(), before);
    }

    void theBrushObeysTheKeyboard()
    {
        const auto photo = photoIn(HeatPhoto::Mode::Cover);
        QTest::keyClick(photo.get(), Qt::Key_Space);
        QCOMPARE(pixel(photo->coveredPixels(), 400, 200), kGrey);
        for (int step = 0; step < 10; ++step)
            QTest::keyClick(photo.get(), Qt::Key_Right); // half of the square
        QTest::keyClick(photo.get(), Qt::Key_Space);
        QCOMPARE(pixel(photo->coveredPixels(), 500, 200), kGrey);
        QTest::keyClick(photo.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(pixel(photo->coveredPixels(), 500, 200), kBlue);
        QCOMPARE(pixel(photo->coveredPixels(), 400, 200), kGrey);
        photo->clearStrokes();
        QCOMPARE(photo->coveredPixels(), photo->originalPixels());
    }

    void onlyTheBrushCovers()
    {
        const auto photo = photoIn(HeatPhoto::Mode::Heat);
        QTest::mouseClick(photo.get(), Qt::LeftButton, {}, {200, 100});
        QTest::keyClick(photo.get(), Qt::Key_Space);
        QVERIFY(!photo->hasStrokes());
        photo->setMode(HeatPhoto::Mode::Cover);
        photo->setPhoto({});
        QTest::mouseClick(photo.get(), Qt::LeftButton, {}, {200, 100});
        QVERIFY(!photo->hasStrokes());
    }
};

FLOWER_TEST(tst_HeatPhoto)
#include "tst_HeatPhoto.moc"
