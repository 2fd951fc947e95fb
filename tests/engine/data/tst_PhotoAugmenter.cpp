// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoAugmenter.h"
#include "engine/data/PhotoDecoder.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace flower;

class tst_PhotoAugmenter : public QObject
{
    Q_OBJECT

    static constexpr int kSide = 64;

    /// A photo of short side 73 (as the cache keeps it for 64) with all brightnesses.
    static RgbImage photo()
    {
        RgbImage image{90, 73, QByteArray(90 * 73 * 3, Qt::Uninitialized)};
        SeededRandom random(5);
        for (char &value : image.pixels)
            value = static_cast<char>(random.below(256));
        return image;
    }
    static std::vector<uint8_t> view(const Augmentation &augmentation, quint64 seed)
    {
        std::vector<uint8_t> pixels(kSide * kSide * 3);
        augmentInto(pixels.data(), photo(), kSide, augmentation, SeededRandom(seed));
        return pixels;
    }
    static Augmentation nothing()
    {
        Augmentation augmentation;
        augmentation.randomResizedCrop = augmentation.horizontalFlip = false;
        augmentation.brightness = augmentation.contrast = augmentation.saturation = 0;
        return augmentation;
    }
    static std::vector<uint8_t> centre()
    {
        const RgbImage crop = PhotoDecoder::centreCrop(photo(), kSide);
        return {crop.pixels.cbegin(), crop.pixels.cend()};
    }

private Q_SLOTS:
    void disabledIsTheCentreCrop()
    {
        Augmentation off;
        off.enabled = false;
        QVERIFY(view(off, 1) == centre());
        QVERIFY(view(nothing(), 1) == centre());
    }

    void theSameSeedGivesTheSameView()
    {
        Augmentation augmentation;
        augmentation.rotationDegrees = 15;
        QVERIFY(view(augmentation, 3) == view(augmentation, 3));
        QVERIFY(view(augmentation, 3) != view(augmentation, 4));
    }

    void halfOfTheViewsAreMirrored()
    {
        Augmentation augmentation = nothing();
        augmentation.horizontalFlip = true;
        const std::vector<uint8_t> plain = centre();
        std::vector<uint8_t> mirrored = plain;
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x)
                std::copy_n(&plain[size_t(3 * (y * kSide + x))], 3, &mirrored[size_t(3 * (y * kSide + kSide - 1 - x))]);
        }
        int count = 0;
        for (quint64 seed = 0; seed < 100; ++seed) {
            const std::vector<uint8_t> pixels = view(augmentation, seed);
            QVERIFY(pixels == plain || pixels == mirrored);
            count += pixels == mirrored ? 1 : 0;
        }
        QVERIFY(count > 30 && count < 70);
    }

    /// Brightness, then contrast about the mean, then saturation, as the formulas say, to the rounding of a step.
    void coloursFollowTheFormulas()
    {
        Augmentation augmentation = nothing();
        augmentation.brightness = augmentation.contrast = augmentation.saturation = 0.5;
        const std::vector<uint8_t> plain = centre();
        const auto grey = [](double r, double g, double b) { return 0.299 * r + 0.587 * g + 0.114 * b; };
        double mean = 0;
        for (size_t at = 0; at < plain.size(); at += 3)
            mean += grey(plain[at], plain[at + 1], plain[at + 2]) * 3 / static_cast<double>(plain.size());
        for (quint64 seed = 1; seed < 30; ++seed) {
            SeededRandom random(seed);
            const double brightness = random.uniform(0.5, 1.5);
            const double contrast = random.uniform(0.5, 1.5);
            const double saturation = random.uniform(0.5, 1.5);
            const double middle = std::min(255.0, mean * brightness);
            const std::vector<uint8_t> found = view(augmentation, seed);
            for (size_t at = 0; at < plain.size(); at += 3) {
                double value[3];
                for (size_t channel = 0; channel < 3; ++channel)
                    value[channel] = (std::min(255.0, plain[at + channel] * brightness) - middle) * contrast + middle;
                const double shade = grey(value[0], value[1], value[2]);
                for (size_t channel = 0; channel < 3; ++channel) {
                    const double expected = std::clamp(shade + (value[channel] - shade) * saturation, 0.0, 255.0);
                    QVERIFY2(std::abs(expected - found[at + channel]) < 2.5,
                             qPrintable(QStringLiteral("seed %1: %2, not %3").arg(seed).arg(found[at + channel]).arg(expected)));
                }
            }
        }
    }
};

FLOWER_TEST(tst_PhotoAugmenter)
#include "tst_PhotoAugmenter.moc"
