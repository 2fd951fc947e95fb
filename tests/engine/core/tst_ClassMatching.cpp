// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ClassMatching.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_ClassMatching : public QObject
{
    Q_OBJECT

    static Dataset meadow()
    {
        Dataset dataset;
        dataset.classNames = {QStringLiteral("daisy"), QStringLiteral("thistle"), QStringLiteral("tulip"), QStringLiteral("empty")};
        dataset.samples = {{QStringLiteral("/d1"), 0, Subset::Train}, {QStringLiteral("/d2"), 0, Subset::Test},
                           {QStringLiteral("/h1"), 1, Subset::Test},  {QStringLiteral("/h2"), 1, Subset::Train},
                           {QStringLiteral("/t1"), 2, Subset::Train}};
        return dataset;
    }

private Q_SLOTS:
    void labelsBecomeTheModels()
    {
        const QStringList model{QStringLiteral("tulip"), QStringLiteral("daisy"), QStringLiteral("rose")};
        const MatchedPhotos all = matchPhotos(meadow(), std::nullopt, model);
        QCOMPARE(all.samples.size(), 3);
        QCOMPARE(all.samples.first().label, 1);
        QCOMPARE(all.samples.last().label, 0);
        QCOMPARE(all.unknownPhotos, 2);
        QCOMPARE(all.unknownClasses, QStringList{QStringLiteral("thistle")}); // “empty” has no photo to leave out
        QCOMPARE(all.unseenClasses, QStringList{QStringLiteral("rose")});

        const MatchedPhotos test = matchPhotos(meadow(), Subset::Test, model);
        QCOMPARE(test.samples.size(), 1);
        QCOMPARE(test.unknownPhotos, 1);
        QCOMPARE(test.unseenClasses, (QStringList{QStringLiteral("tulip"), QStringLiteral("rose")}));
        QVERIFY(matchPhotos(meadow(), Subset::Validation, model).samples.isEmpty());
    }

    void photosThatWereLearnedFromAreNotMeasured()
    {
        Dataset dataset = meadow();
        QCOMPARE(subsetToMeasure(dataset, QStringLiteral("another split")), std::nullopt);
        QCOMPARE(subsetToMeasure(dataset, QString()), std::nullopt);
        QCOMPARE(subsetToMeasure(dataset, dataset.splitHash()), std::optional(Subset::Test));
        dataset.splitWasGiven = true;
        QCOMPARE(subsetToMeasure(dataset, QString()), std::optional(Subset::Test));
        for (Sample &sample : dataset.samples)
            sample.subset = Subset::Validation;
        QCOMPARE(subsetToMeasure(dataset, QString()), std::nullopt);
    }
};

FLOWER_TEST(tst_ClassMatching)
#include "tst_ClassMatching.moc"
