// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/PhotoFingerprint.h"
#include "tests/engine/data/check/DrawnPhotos.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <bit>

using namespace flower;
using namespace flower::testing;

class tst_PhotoFingerprint : public QObject
{
    Q_OBJECT

    static PhotoFingerprint of(const cv::Mat &picture) { return fingerprintOf(asImage(picture)); }
    static int distance(const PhotoFingerprint &a, const PhotoFingerprint &b) { return std::popcount(a.hash ^ b.hash); }

private Q_SLOTS:
    void halfOfTheBitsAreSet()
    {
        for (int seed = 0; seed < 20; ++seed)
            QCOMPARE(std::popcount(of(drawnPhoto(seed)).hash), 32);
    }

    void theSamePictureInAnotherFormIsNear_data()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("smaller") << 0;
        QTest::newRow("poor JPEG") << 1;
        QTest::newRow("lighter") << 2;
        QTest::newRow("grey") << 3;
        QTest::newRow("other contrast") << 4;
    }
    void theSamePictureInAnotherFormIsNear()
    {
        QFETCH(int, form);
        for (int seed = 0; seed < 20; ++seed) {
            const cv::Mat picture = drawnPhoto(seed);
            cv::Mat other;
            if (form == 0) {
                cv::resize(picture, other, {90, 68}, 0, 0, cv::INTER_AREA);
            } else if (form == 1) {
                const QByteArray jpeg = jpegOf(picture, 25);
                other = cv::imdecode(cv::Mat(1, static_cast<int>(jpeg.size()), CV_8U, const_cast<char *>(jpeg.constData())), cv::IMREAD_COLOR);
            } else if (form == 2) {
                picture.convertTo(other, -1, 0.8, 40);
            } else if (form == 3) {
                cv::cvtColor(picture, other, cv::COLOR_RGB2GRAY);
                cv::cvtColor(other, other, cv::COLOR_GRAY2RGB);
            } else {
                picture.convertTo(other, -1, 0.6, 20);
            }
            const PhotoFingerprint a = of(picture);
            const PhotoFingerprint b = of(other);
            QVERIFY2(distance(a, b) <= 6, qPrintable(QStringLiteral("seed %1: %2 bits").arg(seed).arg(distance(a, b))));
            QVERIFY(likeness(a, b) > 0.95);
        }
    }

    void coloursAreComparedWithoutTheirBrightness()
    {
        const cv::Mat picture = drawnPhoto(5);
        cv::Mat darker;
        picture.convertTo(darker, -1, 1.0, -12);
        QVERIFY(colorDifference(of(picture), of(picture)) == 0.0);
        QVERIFY(colorDifference(of(picture), of(darker)) < 8);
        cv::Mat other;
        cv::cvtColor(picture, other, cv::COLOR_RGB2BGR); // red and blue change places
        QVERIFY(colorDifference(of(picture), of(other)) > 20);
        const cv::Mat red(64, 64, CV_8UC3, cv::Scalar(255, 0, 0));
        const cv::Mat blue(64, 64, CV_8UC3, cv::Scalar(0, 0, 255));
        QVERIFY(colorDifference(of(red), of(blue)) > 100);
    }

    void otherPicturesAreFar()
    {
        for (int seed = 0; seed < 40; ++seed) {
            const int bits = distance(of(drawnPhoto(seed)), of(drawnPhoto(seed + 1000)));
            QVERIFY2(bits > 12, qPrintable(QStringLiteral("seed %1: %2 bits").arg(seed).arg(bits)));
        }
    }

    void theMirroredHashIsThatOfTheMirrorImage()
    {
        for (int seed = 0; seed < 20; ++seed) {
            const cv::Mat picture = drawnPhoto(seed, {256, 192});
            cv::Mat mirrored;
            cv::flip(picture, mirrored, 1);
            const PhotoFingerprint a = of(picture);
            const PhotoFingerprint b = of(mirrored);
            QVERIFY(std::popcount(a.mirrored ^ b.hash) <= 2); // rounding
            QVERIFY(mirroredLikeness(a, b) > 0.99);
            QVERIFY(likeness(a, b) < 0.9);
        }
    }

    void theInnerPartIsTheCroppedPhoto()
    {
        for (int seed = 0; seed < 20; ++seed) {
            const cv::Mat picture = drawnPhoto(seed, {400, 300});
            const PhotoFingerprint a = of(picture);
            const PhotoFingerprint b = of(picture(cv::Rect(20, 15, 360, 270)).clone());
            QVERIFY(std::popcount(a.inner ^ b.hash) <= 2);
            QVERIFY(innerLikeness(a, b) > 0.99);
        }
        const cv::Mat small = drawnPhoto(3, {1, 1}); // nothing to leave away
        QCOMPARE(of(small).inner, of(small).hash);
        cv::Mat frame(200, 200, CV_8UC3, cv::Scalar(255, 255, 255));
        frame(cv::Rect(8, 8, 184, 184)) = cv::Scalar(0, 0, 0);
        QVERIFY(!of(frame).isFlat); // but its inside is
        QCOMPARE(of(frame).inner, of(frame).hash);
    }

    void onlyFlatPicturesAreFlat()
    {
        QVERIFY(of(cv::Mat(100, 100, CV_8UC3, cv::Scalar(200, 30, 90))).isFlat);
        cv::Mat nearlyFlat(100, 100, CV_8UC3, cv::Scalar(200, 30, 90));
        cv::circle(nearlyFlat, {50, 50}, 3, {0, 0, 0}, cv::FILLED);
        QVERIFY(of(nearlyFlat).isFlat);
        QVERIFY(!of(drawnPhoto(1)).isFlat);
        const PhotoFingerprint black = of(cv::Mat(100, 100, CV_8UC3, cv::Scalar()));
        QCOMPARE(likeness(black, black), 0.0); // not by dividing by nothing
    }
};

FLOWER_TEST(tst_PhotoFingerprint)
#include "tst_PhotoFingerprint.moc"
