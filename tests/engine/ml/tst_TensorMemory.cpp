// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/TensorMemory.h"

#include "engine/ml/Torch.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace flower;

class tst_TensorMemory : public QObject
{
    Q_OBJECT

#ifdef Q_OS_LINUX
    /// Of this process.
    static qint64 residentBytes()
    {
        QFile statm(QStringLiteral("/proc/self/statm"));
        return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) : 0;
    }
#endif

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
        const qint64 held = residentBytes();
        releaseUnusedTensorMemory();
        const qint64 left = residentBytes(); // not page faults: how many a step costs depends on whether the system has huge pages just then
        QVERIFY2(held - left > 400 << 20, qPrintable(QStringLiteral("%1 bytes resident, then %2").arg(held).arg(left)));
#else
        QSKIP("page faults are counted on Linux");
#endif
    }
};

FLOWER_TEST(tst_TensorMemory)
#include "tst_TensorMemory.moc"
