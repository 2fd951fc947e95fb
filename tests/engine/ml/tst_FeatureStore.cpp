// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/FeatureStore.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <QDir>
#include <QTemporaryDir>

using namespace flower;

class tst_FeatureStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileHoldsWhatMemoryWouldHold()
    {
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        {
            Result<FeatureStore> memory = FeatureStore::create(3, 7, 16, folder.path());
            Result<FeatureStore> file = FeatureStore::create(3, 7, 16, folder.path(), 3 * 7 * 16 * 4 - 1);
            QVERIFY(memory && file);
            QVERIFY(!memory->isMapped());
            QVERIFY(file->isMapped());
            QCOMPARE(QDir(folder.path()).entryInfoList(QDir::Files).value(0).size(), 3 * 7 * 16 * 4);
            for (int view = 0; view < 3; ++view) {
                const torch::Tensor features = torch::randn({7, 16});
                memory->view(view).slice(0, 0, 7).copy_(features);
                file->view(view).slice(0, 0, 7).copy_(features);
            }
            const FeatureStore moved = std::move(file).value();
            for (int view = 0; view < 3; ++view)
                QVERIFY(torch::equal(memory->view(view), moved.view(view)));
            QVERIFY(!torch::equal(moved.view(0), moved.view(1)));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aFolderThatCannotBeWrittenIsAnError()
    {
        const QTemporaryDir folder;
        const Result<FeatureStore> store = FeatureStore::create(1, 4, 4, folder.filePath(QStringLiteral("absent")), 0);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unwritable);
    }
};

FLOWER_TEST(tst_FeatureStore)
#include "tst_FeatureStore.moc"
