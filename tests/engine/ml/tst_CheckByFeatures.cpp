// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/DataReport.h"
#include "engine/data/FlowerDatasetReader.h"
#include "engine/data/check/FlowerDatasetChecker.h"
#include "engine/ml/Engine.h"
#include "tests/support/TestMain.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace flower;

/// The check of Oxford 17 with the pretrained network: what docs/data-check.md says, up to what another processor rounds otherwise.
class tst_CheckByFeatures : public QObject
{
    Q_OBJECT

    QTemporaryDir m_cache;

    static Result<DataScan> scan(const Dataset &dataset, const QString &cache, bool withWeights)
    {
        RunControl control;
        return FlowerDatasetChecker(cache, 0, withWeights ? makePhotoFeatureSource({QStringLiteral(FLOWER_SHARED "/weights")}, 0) : nullptr)
            .scan(dataset, control, [](qint64, qint64) {}, [](const DataScan &) {});
    }
    [[nodiscard]] Result<Dataset> oxford17() const
    {
        RunControl control;
        return FlowerDatasetReader(m_cache.path()).read({false, QStringLiteral(FLOWER_SHARED "/data/oxford17/split.csv"), 1}, control, [](qint64, qint64) {});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(QStringLiteral(FLOWER_SHARED "/data/oxford17/split.csv")) || !QFileInfo::exists(QStringLiteral(FLOWER_SHARED "/weights")))
            QSKIP("The photos or the weights are not there.");
    }

    void copiesThatAreCutOtherwiseAreFoundAndNoneIsLost()
    {
        const Result<Dataset> dataset = oxford17();
        QVERIFY(dataset.isOk());
        const Result<DataScan> without = scan(*dataset, m_cache.path(), false);
        const QTemporaryDir own; // of its own: else the fingerprints are those of the scan before
        const Result<DataScan> with = scan(*dataset, own.path(), true);
        QVERIFY(without && with);
        QVERIFY(with->skipped.isEmpty());
        for (const NearCopy &pair : without->nearCopies)
            QVERIFY(with->nearCopies.contains(pair));
        const FindingCounts counts = findInData(*dataset, *with).counts;
        QVERIFY2(std::abs(counts.nearDuplicates - 84) <= 2, qPrintable(QString::number(counts.nearDuplicates)));
        QVERIFY2(std::abs(counts.splitLeaks - 48) <= 2, qPrintable(QString::number(counts.splitLeaks)));
        QCOMPARE(counts.labelConflicts, 0);
        QVERIFY2(std::abs(int(with->oddPhotos.size()) - 10) <= 2, qPrintable(QString::number(with->oddPhotos.size())));
        const Result<DataScan> again = scan(*dataset, own.path(), true);
        QCOMPARE(again->decoded, 0);
        QVERIFY(again->nearCopies == with->nearCopies && again->oddPhotos == with->oddPhotos);
    }

    void rosesAmongThemAreOdd()
    {
        Result<Dataset> dataset = oxford17();
        QVERIFY(dataset.isOk());
        QDirIterator files(QStringLiteral(FLOWER_SHARED "/data/flowers5/train/roses"), {QStringLiteral("*.jpg")}, QDir::Files);
        QStringList roses;
        while (files.hasNext())
            roses.append(files.next());
        std::sort(roses.begin(), roses.end());
        QVERIFY(roses.size() > 170);
        for (int kind = 0; kind < dataset->classCount(); ++kind)
            dataset->samples.append({roses.at(10 * kind), kind, Subset::Train});
        const Result<DataScan> seen = scan(*dataset, m_cache.path(), true);
        QVERIFY(seen.isOk());
        const auto found = std::count_if(seen->oddPhotos.cbegin(), seen->oddPhotos.cend(), [&](const OddPhoto &odd) { return odd.photo >= 1360; });
        QVERIFY2(found >= 9, qPrintable(QString::number(found)));
        QVERIFY2(seen->oddPhotos.size() - found <= 13, qPrintable(QString::number(seen->oddPhotos.size() - found)));
    }
};

FLOWER_TEST(tst_CheckByFeatures)
#include "tst_CheckByFeatures.moc"
