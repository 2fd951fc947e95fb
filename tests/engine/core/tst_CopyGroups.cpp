// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/CopyGroups.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_CopyGroups : public QObject
{
    Q_OBJECT

    QList<Sample> m_samples;
    DataScan m_scan;

    int add(const char *path, int content, Subset subset = Subset::Train, QSize size = {300, 200})
    {
        m_samples.append({QString::fromLatin1(path), 0, subset});
        m_scan.photos.append({QString::fromLatin1(path), content, size, 1, {}});
        return static_cast<int>(m_samples.size()) - 1;
    }
    [[nodiscard]] QList<CopyGroup> groups() const
    {
        std::vector<const Sample *> samples;
        for (const Sample &sample : m_samples)
            samples.push_back(sample.path.startsWith(QLatin1String("gone")) ? nullptr : &sample);
        return copyGroups(m_scan, samples);
    }

private Q_SLOTS:
    void init()
    {
        m_samples.clear();
        m_scan = {};
    }

    void whatIsAloneIsNoGroup()
    {
        add("a", 0);
        add("b", 1);
        QVERIFY(groups().isEmpty());
    }

    void copiesAndNearCopiesAreOneGroup()
    {
        add("a", 0);
        add("b", 1);
        add("c", 0);
        add("d", 3);
        m_scan.nearCopies = {{0, 3, false}};
        QCOMPARE(groups(), QList<CopyGroup>({{{{0, 2}, {3}}, false}}));
        QCOMPARE(groups().first().photos(), QList<int>({0, 2, 3}));
    }

    void theBestComesFirst()
    {
        add("train", 0, Subset::Train, {900, 900});
        add("a-val", 1, Subset::Validation, {900, 900});
        add("test", 2, Subset::Test, {100, 100});
        add("larger-test", 3, Subset::Test, {101, 100});
        m_scan.nearCopies = {{0, 1, false}, {1, 2, false}, {2, 3, false}};
        QCOMPARE(groups().first().photos(), QList<int>({3, 2, 1, 0}));
    }

    void whatIsGoneJoinsNothing()
    {
        add("a", 0);
        add("gone", 1);
        add("c", 2);
        m_scan.nearCopies = {{0, 1, false}, {1, 2, false}};
        QVERIFY(groups().isEmpty());
        add("again", 1); // another file with the content of the one that is gone
        QCOMPARE(groups().size(), 1);
        QCOMPARE(groups().first().contents.size(), 3);
    }

    void whatCantBeDecodedIsNoCopy()
    {
        add("a", 0);
        add("b", 0);
        m_scan.photos[0].problem = m_scan.photos[1].problem = QStringLiteral("Damaged.");
        QVERIFY(groups().isEmpty());
    }

    void mirrorImagesAreNamedWhereAllAre()
    {
        add("a", 0);
        add("b", 1);
        m_scan.nearCopies = {{0, 1, true}};
        QVERIFY(groups().first().isMirrored);
        add("c", 2);
        m_scan.nearCopies.append({1, 2, false});
        QVERIFY(!groups().first().isMirrored);
    }
};

FLOWER_TEST(tst_CopyGroups)
#include "tst_CopyGroups.moc"
