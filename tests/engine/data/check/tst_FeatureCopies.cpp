// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/FeatureCopies.h"
#include "tests/engine/data/check/DrawnPhotos.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <random>

using namespace flower;
using namespace flower::testing;

class tst_FeatureCopies : public QObject
{
    Q_OBJECT

    /// Features of 1280 numbers: others for each seed, and by `noise` away from those of the seed.
    static std::vector<float> features(int seed, float noise = 0, int noiseSeed = 0)
    {
        std::mt19937 random(static_cast<unsigned>(seed) + 1);
        std::mt19937 other(static_cast<unsigned>(noiseSeed) + 1000);
        std::exponential_distribution<float> values(1);
        std::vector<float> all(1280);
        for (float &value : all)
            value = values(random) + noise * values(other);
        return all;
    }
    static PhotoTraits of(const std::vector<float> &features, const cv::Mat &picture)
    {
        cv::Mat square;
        cv::resize(picture, square, {224, 224}, 0, 0, cv::INTER_AREA);
        return traitsOf(features, asImage(square));
    }
    static cv::Mat cut(const cv::Mat &picture, double part)
    {
        const int x = cvRound(picture.cols * part);
        const int y = cvRound(picture.rows * part);
        return picture(cv::Rect(x, y, picture.cols - 2 * x, picture.rows - 2 * y)).clone();
    }
    static std::vector<PhotoTraits> photos(int count)
    {
        std::vector<PhotoTraits> all;
        for (int seed = 0; seed < count; ++seed)
            all.push_back(of(features(seed), drawnPhoto(seed, {400, 300})));
        return all;
    }

private Q_SLOTS:
    void cropsAreFoundAmongOthers()
    {
        std::vector<PhotoTraits> traits = photos(40);
        RunControl control;
        QCOMPARE(findFeatureCopies(traits, 2, control), QList<NearCopy>());
        traits.push_back(of(features(7, 0.4F), cut(drawnPhoto(7, {400, 300}), 0.1)));
        cv::Mat mirrored;
        cv::flip(drawnPhoto(9, {400, 300}), mirrored, 1);
        traits.push_back(of(features(9, 0.2F), mirrored));
        QVERIFY(featureLikeness(traits[7], traits[40]) < 0.98);
        QCOMPARE(findFeatureCopies(traits, 2, control), QList<NearCopy>({{7, 40, false}, {9, 41, true}}));
        QCOMPARE(findFeatureCopies(traits, 5, control), findFeatureCopies(traits, 1, control));
    }

    /// Neither of the two is enough: other photos of one kind are alike to the network, and flowers are all round.
    void bothTheNetworkAndThePicturesMustAgree()
    {
        std::vector<PhotoTraits> traits = photos(30);
        traits.push_back(of(features(7, 0.05F), drawnPhoto(500)));                       // the same to the network
        traits.push_back(of(features(600), cut(drawnPhoto(9, {400, 300}), 0.1)));        // the same picture
        RunControl control;
        QVERIFY(featureLikeness(traits[7], traits[30]) > 0.98);
        QVERIFY(cropLikeness(traits[9], traits[31], false, 0.96) > 0.96);
        QCOMPARE(findFeatureCopies(traits, 2, control), QList<NearCopy>());
    }

    void itEndsWhenItIsAskedTo()
    {
        std::vector<PhotoTraits> traits = photos(10);
        traits.push_back(traits.front());
        RunControl control;
        QCOMPARE(findFeatureCopies(traits, 2, control).size(), 1);
        control.requestStop();
        QVERIFY(findFeatureCopies(traits, 2, control).isEmpty());
    }

    void nothingIsComparedWithNothing()
    {
        RunControl control;
        QCOMPARE(findFeatureCopies({}, 2, control), QList<NearCopy>());
        QCOMPARE(findFeatureCopies({PhotoTraits(), PhotoTraits()}, 2, control), QList<NearCopy>()); // they couldn't be seen
    }

    void twoOfManyAreFound()
    {
#ifdef __SANITIZE_THREAD__
        constexpr int kPhotos = 1'000; // all are compared with all, which takes 60 times as long then
#else
        constexpr int kPhotos = 10'000;
#endif
        std::vector<PhotoTraits> traits;
        const PhotoTraits picture = of(features(0), drawnPhoto(0));
        std::mt19937 random(3);
        for (int photo = 0; photo < kPhotos; ++photo) {
            PhotoTraits other = picture;
            qint64 squares = 0;
            for (char &value : other.features) {
                const auto drawn = static_cast<quint8>(random() % 256);
                value = static_cast<char>(drawn);
                squares += drawn * drawn;
            }
            other.length = static_cast<float>(std::sqrt(double(squares)));
            traits.push_back(other);
        }
        traits[kPhotos - 100] = traits[17];
        RunControl control;
        QList<NearCopy> found;
        QBENCHMARK_ONCE { found = findFeatureCopies(traits, 2, control, {{{0.9, 0.9}, {0.9, 0.9}, {0.9, 0.9}}, {0.99, 0.99}}); }
        QCOMPARE(found, QList<NearCopy>({{17, kPhotos - 100, false}}));
    }
};

FLOWER_TEST(tst_FeatureCopies)
#include "tst_FeatureCopies.moc"
