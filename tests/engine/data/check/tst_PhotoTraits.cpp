// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/PhotoTraits.h"
#include "tests/engine/data/check/DrawnPhotos.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;
using namespace flower::testing;

class tst_PhotoTraits : public QObject
{
    Q_OBJECT

    static PhotoTraits of(const cv::Mat &picture)
    {
        cv::Mat square;
        cv::resize(picture, square, {224, 224}, 0, 0, cv::INTER_AREA);
        return traitsOf({1, 2, 3}, asImage(square));
    }
    static double best(const PhotoTraits &a, const PhotoTraits &b, bool mirrored = false) { return cropLikeness(a, b, mirrored, 0.9); }

private Q_SLOTS:
    void onlyTheDirectionOfFeaturesCounts()
    {
        const RgbImage picture = asImage(cv::Mat(224, 224, CV_8UC3, cv::Scalar(1, 2, 3)));
        const PhotoTraits a = traitsOf({1, 2, 3, 0}, picture);
        const PhotoTraits b = traitsOf({10, 20, 30, 0}, picture);
        const PhotoTraits other = traitsOf({0, 0, 0, 5}, picture);
        QVERIFY(std::abs(featureLikeness(a, b) - 1) < 1e-4);
        QVERIFY(std::abs(featureLikeness(a, traitsOf({3, 2, 1, 0}, picture)) - 10.0 / 14) < 0.01);
        QCOMPARE(featureLikeness(a, other), 0.0);
        QCOMPARE(featureLikeness(a, traitsOf({0, 0, 0, 0}, picture)), 0.0);
        QCOMPARE(featureLikeness(a, PhotoTraits()), 0.0);
    }

    void aPartLiesOnTheWhole_data()
    {
        QTest::addColumn<QRect>("part"); // of 400 × 300
        QTest::newRow("whole") << QRect(0, 0, 400, 300);
        QTest::newRow("a tenth from each side") << QRect(40, 30, 320, 240);
        QTest::newRow("a fifth from the left") << QRect(80, 0, 320, 300);
        QTest::newRow("from a corner") << QRect(0, 60, 320, 240);
    }
    void aPartLiesOnTheWhole()
    {
        QFETCH(QRect, part);
        for (int seed = 0; seed < 10; ++seed) {
            const cv::Mat whole = drawnPhoto(seed, {400, 300});
            const PhotoTraits a = of(whole);
            const PhotoTraits b = of(whole(cv::Rect(part.x(), part.y(), part.width(), part.height())).clone());
            QVERIFY2(best(a, b) > 0.95, qPrintable(QString::number(best(a, b))));
            QVERIFY(best(b, a) > 0.95); // either may be the whole
        }
    }

    void otherPicturesDoNot()
    {
        for (int seed = 0; seed < 10; ++seed)
            QVERIFY(best(of(drawnPhoto(seed)), of(drawnPhoto(seed + 100))) < 0.9);
    }

    void mirroredPartsLieOnTheMirrorImage()
    {
        const cv::Mat whole = drawnPhoto(5, {400, 300});
        cv::Mat mirrored;
        cv::flip(whole(cv::Rect(40, 30, 320, 240)), mirrored, 1);
        QVERIFY(best(of(whole), of(mirrored)) < 0.9);
        QVERIFY(best(of(whole), of(mirrored), true) > 0.95);
    }

    void flatPicturesAreLikeNothing()
    {
        const PhotoTraits flat = of(cv::Mat(100, 100, CV_8UC3, cv::Scalar(10, 20, 30)));
        QCOMPARE(best(flat, flat), -1.0);
        QCOMPARE(best(of(drawnPhoto(1)), flat), -1.0);
    }
};

FLOWER_TEST(tst_PhotoTraits)
#include "tst_PhotoTraits.moc"
