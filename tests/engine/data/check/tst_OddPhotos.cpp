// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/OddPhotos.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <random>

using namespace flower;

/// Photos of a kind have features that are alike; here each kind has some of 600 numbers,
/// the first three have others in common, as flowers have, and each photo has its own noise.
class tst_OddPhotos : public QObject
{
    Q_OBJECT

    std::mt19937 m_random;
    std::vector<PhotoTraits> m_traits;
    std::vector<int> m_labels;

    /// `kind`: what it shows.
    void put(int kind, int label)
    {
        std::exponential_distribution<float> noise(2);
        std::vector<float> features(600);
        for (size_t index = 0; index < features.size(); ++index)
            features[index] = noise(m_random) + (static_cast<int>(index) / 60 == kind ? 3.0F : 0.0F)
                + (static_cast<int>(index) / 60 == 9 && kind < 3 ? 2.0F : 0.0F);
        m_traits.push_back(traitsOf(features, {1, 1, QByteArray(3, 0)}));
        m_labels.push_back(label);
    }
    [[nodiscard]] std::vector<FoundOddPhoto> find(int threads = 2) const
    {
        RunControl control;
        return findOddPhotos(m_traits, m_labels, threads, control);
    }

private Q_SLOTS:
    void init()
    {
        m_random.seed(5);
        m_traits.clear();
        m_labels.clear();
        for (int photo = 0; photo < 90; ++photo)
            put(photo % 3, photo % 3);
    }

    void aPhotoOfSomethingElseIsOdd()
    {
        QVERIFY(find().empty());
        put(7, 1);
        const std::vector<FoundOddPhoto> odd = find();
        QCOMPARE(odd.size(), size_t{1});
        QCOMPARE(odd.front(), (FoundOddPhoto{90, -1}));
        QVERIFY(find(1) == find(5));
    }

    void aPhotoOfAnotherKindIsSaidToBeLikeThat()
    {
        put(2, 0);
        QCOMPARE(find(), std::vector<FoundOddPhoto>({{90, 2}}));
    }

    /// As a folder of one series of photos that was copied to the wrong place: up to as many as are looked past.
    void severalThatAreAlikeDoNotHideEachOther()
    {
        for (int photo = 0; photo < OddPhotoLimits().neighbour; ++photo)
            put(7, 1);
        QCOMPARE(find().size(), size_t{5});
    }

    void kindsWithFewPhotosSayNothing()
    {
        put(7, 5); // a kind of one photo
        for (int photo = 0; photo < 8; ++photo)
            put(photo, 6); // and one of eight that are all different
        QVERIFY(find().empty());
    }

    void oneKindAloneSaysNothing()
    {
        std::fill(m_labels.begin(), m_labels.end(), 0);
        QVERIFY(find().empty());
    }

    void photosThatCouldNotBeSeenAreLeftOut()
    {
        m_traits.emplace_back();
        m_labels.push_back(0);
        QVERIFY(find().empty());
    }

    void itEndsWhenItIsAskedTo()
    {
        put(7, 1);
        RunControl control;
        control.requestStop();
        QVERIFY(findOddPhotos(m_traits, m_labels, 2, control).empty());
    }
};

FLOWER_TEST(tst_OddPhotos)
#include "tst_OddPhotos.moc"
