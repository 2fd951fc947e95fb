// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/NearCopies.h"
#include "tests/engine/data/check/DrawnPhotos.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <random>

using namespace flower;
using namespace flower::testing;

class tst_NearCopies : public QObject
{
    Q_OBJECT

    static QList<NearCopy> find(const std::vector<PhotoFingerprint> &prints)
    {
        std::vector<const PhotoFingerprint *> pointers;
        for (const PhotoFingerprint &print : prints)
            pointers.push_back(&print);
        RunControl control;
        return findNearCopies(pointers, control);
    }
    static PhotoFingerprint of(const cv::Mat &picture) { return fingerprintOf(asImage(picture)); }

private Q_SLOTS:
    void copiesAreFoundAmongOthers()
    {
        std::vector<PhotoFingerprint> prints;
        for (int seed = 0; seed < 60; ++seed)
            prints.push_back(of(drawnPhoto(seed)));
        QCOMPARE(find(prints), QList<NearCopy>());
        cv::Mat lighter;
        drawnPhoto(7).convertTo(lighter, -1, 0.8, 40);
        cv::Mat mirrored;
        cv::flip(drawnPhoto(9), mirrored, 1);
        prints.push_back(of(lighter));
        prints.push_back(of(mirrored));
        QCOMPARE(find(prints), QList<NearCopy>({{7, 60, false}, {9, 61, true}}));
        std::reverse(prints.begin(), prints.end());
        QCOMPARE(find(prints), QList<NearCopy>({{0, 52, true}, {1, 54, false}}));
    }

    void croppedAndFramedPhotosAreCopies()
    {
        std::vector<PhotoFingerprint> prints;
        for (int seed = 0; seed < 30; ++seed)
            prints.push_back(of(drawnPhoto(seed, {400, 300})));
        prints.push_back(of(drawnPhoto(4, {400, 300})(cv::Rect(20, 15, 360, 270)).clone()));
        cv::Mat framed;
        cv::copyMakeBorder(drawnPhoto(8, {400, 300}), framed, 16, 16, 20, 20, cv::BORDER_CONSTANT, {255, 255, 255});
        prints.push_back(of(framed));
        QCOMPARE(find(prints), QList<NearCopy>({{4, 30, false}, {8, 31, false}}));
        std::reverse(prints.begin(), prints.end());
        QCOMPARE(find(prints), QList<NearCopy>({{0, 23, false}, {1, 27, false}}));
    }

    void equalHashesNeedLikePictures()
    {
        PhotoFingerprint a = of(drawnPhoto(1));
        PhotoFingerprint b = of(drawnPhoto(2));
        b.hash = a.hash;
        QCOMPARE(find({a, b}), QList<NearCopy>());
        QCOMPARE(find({a, a}), QList<NearCopy>({{0, 1, false}}));
    }

    /// A head of seeds and a rose, both round and before black, are like in shape; what is recoloured is like in all but colour.
    void otherColoursNeedShapesThatAreVeryLike()
    {
        const PhotoFingerprint a = of(drawnPhoto(1));
        PhotoFingerprint recolored = a;
        for (quint8 &color : recolored.color)
            color = static_cast<quint8>(255 - color);
        QVERIFY(colorDifference(a, recolored) > 14);
        QCOMPARE(find({a, recolored}), QList<NearCopy>({{0, 1, false}}));
        PhotoFingerprint other = a;
        for (size_t position = 0; position < other.grey.size(); position += 3)
            other.grey[position] = static_cast<quint8>(other.grey[position] / 2 + 60);
        QVERIFY(likeness(a, other) < 0.95 && likeness(a, other) > 0.75);
        QCOMPARE(find({a, other}), QList<NearCopy>({{0, 1, false}}));
        other.color = recolored.color;
        QCOMPARE(find({a, other}), QList<NearCopy>());
    }

    void flatPicturesAreNoCopies()
    {
        const PhotoFingerprint flat = of(cv::Mat(100, 100, CV_8UC3, cv::Scalar(10, 20, 30)));
        QCOMPARE(find({flat, flat, flat}), QList<NearCopy>());
    }

    void aLargeFamilyStaysTogether()
    {
        const std::vector<PhotoFingerprint> family(500, of(drawnPhoto(3)));
        QSet<int> joined{0};
        for (const NearCopy &pair : find(family)) {
            if (joined.contains(pair.a))
                joined.insert(pair.b);
        }
        QCOMPARE(joined.size(), 500);
    }

    void itEndsWhenItIsAskedTo()
    {
        const PhotoFingerprint print = of(drawnPhoto(1));
        const PhotoFingerprint other = of(drawnPhoto(2));
        RunControl control;
        control.requestStop();
        QVERIFY(findNearCopies({&print, &other, &print}, control).isEmpty());
    }

    /// All with all would be five thousand million comparisons.
    void oneHundredThousandPhotosAreComparedInSeconds()
    {
        std::mt19937_64 random(1);
        std::vector<PhotoFingerprint> prints(100'000);
        for (size_t photo = 0; photo < prints.size(); ++photo) {
            prints[photo].hash = random();
            prints[photo].mirrored = random();
            prints[photo].inner = random();
            for (quint8 &grey : prints[photo].grey)
                grey = static_cast<quint8>(random());
            if (photo % 1000 == 999) {
                prints[photo] = prints[photo - 500];
                prints[photo].hash ^= 0x8000'0100'0020'0001; // four bits in three quarters
            }
        }
        QList<NearCopy> pairs;
        QBENCHMARK_ONCE { pairs = find(prints); }
        QCOMPARE(pairs.size(), 100);
        for (const NearCopy &pair : pairs)
            QCOMPARE(pair.b - pair.a, 500);
    }
};

FLOWER_TEST(tst_NearCopies)
#include "tst_NearCopies.moc"
