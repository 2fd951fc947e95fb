// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/HeatMap.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_HeatMap : public QObject
{
    Q_OBJECT

    static RgbImage grey(int width, int height) { return {width, height, QByteArray(width * height * 3, char(100))}; }
    static int lightness(const RgbImage &image, int x, int y)
    {
        int sum = 0;
        for (int channel = 0; channel < 3; ++channel)
            sum += static_cast<unsigned char>(image.pixels.at((y * image.width + x) * 3 + channel));
        return sum;
    }
    static Explanation map(double seen) { return {QString(), {}, 2, 2, {1.0F, 0.0F, 0.0F, 0.0F}, seen}; }

private Q_SLOTS:
    void theWarmCornerIsTheLightest()
    {
        const RgbImage overlay = heatOverlay(grey(40, 40), map(1.0), 1.0);
        QCOMPARE(lightness(overlay, 2, 2), 252 + 255 + 164); // the scale's upper end
        QCOMPARE(lightness(overlay, 37, 37), 22 + 11 + 57);  // and its lower one
        QVERIFY(lightness(overlay, 15, 2) < lightness(overlay, 2, 2));
        QVERIFY(lightness(overlay, 15, 2) > lightness(overlay, 37, 2)); // it fades between the cells' centres
    }

    void opacityOfNoughtChangesNothing()
    {
        QCOMPARE(heatOverlay(grey(40, 40), map(0.5), 0.0), grey(40, 40));
    }

    void whatWasNotSeenIsOnlyPaler()
    {
        const RgbImage overlay = heatOverlay(grey(80, 40), map(0.5), 0.5); // seen: 20 × 20 in the middle
        QCOMPARE(lightness(overlay, 2, 20), lightness(overlay, 77, 20));
        QVERIFY(lightness(overlay, 2, 20) > 300);
        QVERIFY(lightness(overlay, 47, 27) < 300); // the cold corner of the square
    }

    void aMapThatDoesNotFitIsIgnored()
    {
        Explanation broken = map(1.0);
        broken.rows = 7;
        QCOMPARE(heatOverlay(grey(8, 8), broken, 1.0), grey(8, 8));
    }
};

FLOWER_TEST(tst_HeatMap)
#include "tst_HeatMap.moc"
