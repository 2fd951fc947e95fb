// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/CheckSession.h"

#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace flower;

namespace {

/// Looks at photo after photo; waits in front of each while `held`.
class CountingChecker : public DatasetChecker
{
public:
    std::atomic_bool held = false;
    std::atomic_int seen = 0;

    Result<DataScan> scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress, const ScanSink &soFar) override
    {
        if (dataset.name == QLatin1String("throw"))
            throw std::runtime_error("broken on purpose");
        DataScan scan;
        for (const Sample &sample : dataset.samples) {
            while (held && !control.isStopRequested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (!control.checkpoint())
                return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
            scan.photos.append({sample.path, static_cast<int>(scan.photos.size()), {100, 100}, 1, {}});
            ++seen;
            progress(scan.photos.size(), dataset.samples.size());
        }
        if (dataset.name == QLatin1String("closer"))
            soFar(scan);
        return scan;
    }
};

Dataset dataset(const char *name, int photos = 3)
{
    Dataset dataset;
    dataset.name = QLatin1String(name);
    for (int photo = 0; photo < photos; ++photo)
        dataset.samples.append({QStringLiteral("/%1/%2").arg(dataset.name).arg(photo), 0, Subset::Train});
    return dataset;
}

} // namespace

class tst_CheckSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theScanComesWithProgress()
    {
        CheckSession session(std::make_shared<CountingChecker>());
        QSignalSpy progressed(&session, &CheckSession::progressed);
        QSignalSpy finished(&session, &CheckSession::finished);
        session.start(dataset("a"));
        QVERIFY(session.isRunning());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!session.isRunning());
        QCOMPARE(progressed.size(), 3);
        QCOMPARE(progressed.last(), QVariantList({3, 3}));
        QCOMPARE(finished.first().first().value<DataScan>().photos.size(), 3);
    }

    void whatIsFoundSoFarComesFirst()
    {
        CheckSession session(std::make_shared<CountingChecker>());
        QStringList order;
        connect(&session, &CheckSession::foundSoFar, this, [&](const DataScan &scan) {
            QVERIFY(session.isRunning());
            order.append(QStringLiteral("so far %1").arg(scan.photos.size()));
        });
        connect(&session, &CheckSession::finished, this, [&](const DataScan &scan) { order.append(QStringLiteral("all %1").arg(scan.photos.size())); });
        session.start(dataset("closer"));
        QTRY_COMPARE(order, QStringList({QStringLiteral("so far 3"), QStringLiteral("all 3")}));
    }

    void cancelledIsInterrupted()
    {
        auto checker = std::make_shared<CountingChecker>();
        checker->held = true;
        CheckSession session(checker);
        QList<Error> errors;
        connect(&session, &CheckSession::failed, this, [&](const Error &error) { errors.append(error); });
        session.start(dataset("a"));
        session.cancel();
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::Interrupted);
        QVERIFY(!session.isRunning());
    }

    void onlyTheNewestScanIsHeardOf()
    {
        auto checker = std::make_shared<CountingChecker>();
        checker->held = true;
        CheckSession session(checker);
        QSignalSpy finished(&session, &CheckSession::finished);
        QSignalSpy failed(&session, &CheckSession::failed);
        session.start(dataset("a"));
        session.start(dataset("b"));
        checker->held = false;
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<DataScan>().photos.first().path, QStringLiteral("/b/0"));
        QCOMPARE(failed.size(), 0);
    }

    void aPausedScanGoesOnLater()
    {
        auto checker = std::make_shared<CountingChecker>();
        CheckSession session(checker);
        QSignalSpy finished(&session, &CheckSession::finished);
        session.setPaused(true);
        session.start(dataset("a", 100));
        QTest::qWait(50);
        QCOMPARE(checker->seen, 0);
        session.setPaused(false);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(checker->seen, 100);
        session.setPaused(true);
        session.start(dataset("b"));
        session.cancel(); // a paused one ends too
        QTRY_VERIFY(!session.isRunning());
    }

    void anExceptionIsASentence()
    {
        CheckSession session(std::make_shared<CountingChecker>());
        QList<Error> errors;
        connect(&session, &CheckSession::failed, this, [&](const Error &error) { errors.append(error); });
        session.start(dataset("throw"));
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::Internal);
        QVERIFY(errors.first().message.contains(QStringLiteral("broken on purpose")));
    }
};

FLOWER_TEST(tst_CheckSession)
#include "tst_CheckSession.moc"
