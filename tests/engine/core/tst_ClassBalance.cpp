// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ClassBalance.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_ClassBalance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allClassesCountAlikeTogether()
    {
        const QList<int> photos{60, 30, 10};
        const QList<double> weights = classWeights(photos);
        QCOMPARE(weights.size(), 3);
        double sum = 0;
        for (qsizetype label = 0; label < photos.size(); ++label) {
            QCOMPARE(weights.at(label) * photos.at(label), 100.0 / 3);
            sum += weights.at(label) * photos.at(label);
        }
        QCOMPARE(sum / 100, 1.0); // the mean over the photos
    }

    void equalClassesWeighOne() { QCOMPARE(classWeights({7, 7, 7}), QList<double>({1, 1, 1})); }

    void aClassWithoutPhotosChangesNothing()
    {
        QCOMPARE(classWeights({12, 0, 4}), QList<double>({16.0 / 24, 0, 16.0 / 8}));
        QCOMPARE(classWeights({0, 0}), QList<double>({0, 0}));
        QVERIFY(classWeights({}).isEmpty());
    }
};

FLOWER_TEST(tst_ClassBalance)
#include "tst_ClassBalance.moc"
