// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/TensorMemory.h"

#include "engine/ml/Torch.h"
#include "tests/support/TestMain.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace flower;

class tst_TensorMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAStepNeededIsThereForTheNext()
    {
#ifdef Q_OS_LINUX
        useTensorMemory();
        releaseUnusedTensorMemory();
        const auto faults = [] {
            rusage usage{};
            getrusage(RUSAGE_SELF, &usage);
            return usage.ru_minflt;
        };
        const auto step = [&faults] {
            const long before = faults();
            std::vector<torch::Tensor> kept;
            for (int i = 0; i < 30; ++i)
                kept.push_back(torch::full({4 << 20}, 1.0f)); // 16 MB, written to
            return faults() - before;
        };
        const long first = step();
        QVERIFY(first >= 30);
        {
            // Of a size that isn't there, while all that the step had lies idle.
            const torch::Tensor other = torch::full({5 << 20}, 1.0f);
        }
        const long second = step();
        QVERIFY2(second * 4 < first, qPrintable(QStringLiteral("%1 page faults, then %2").arg(first).arg(second)));
        releaseUnusedTensorMemory();
        const long afterRelease = step();
        QVERIFY2(afterRelease * 2 > first, qPrintable(QStringLiteral("%1 page faults, then %2").arg(first).arg(afterRelease)));
        releaseUnusedTensorMemory();
#else
        QSKIP("page faults are counted on Linux");
#endif
    }
};

FLOWER_TEST(tst_TensorMemory)
#include "tst_TensorMemory.moc"
