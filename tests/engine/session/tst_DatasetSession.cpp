// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/DatasetSession.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <QThread>

#include <chrono>
#include <stdexcept>
#include <thread>

using namespace flower;

namespace {

/// Reads nothing: answers by the path.
class FakeReader : public DatasetReader
{
public:
    Result<Dataset> read(const DatasetRequest &request, RunControl &control, const ProgressSink &progress) override
    {
        progress(3, 4);
        if (request.path == QLatin1String("throw"))
            throw std::runtime_error("broken on purpose");
        if (request.path == QLatin1String("fail"))
            return Error{ErrorCode::NotFound, QStringLiteral("It is not there.")};
        if (request.path == QLatin1String("wait")) {
            while (control.checkpoint())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        }
        Dataset dataset;
        dataset.name = request.path;
        return dataset;
    }
};

DatasetRequest requestOf(const char *path)
{
    return {false, QString::fromLatin1(path), 1};
}

} // namespace

class tst_DatasetSession : public QObject
{
    Q_OBJECT

private:
    /// Notes what the session says.
    struct Log {
        explicit Log(DatasetSession &session)
        {
            QObject::connect(&session, &DatasetSession::started, &session, [this](const DatasetRequest &) { ++started; });
            QObject::connect(&session, &DatasetSession::progressed, &session, [this](qint64 done, qint64 total) {
                inThisThread = inThisThread && QThread::currentThread() == QCoreApplication::instance()->thread();
                progress.append({done, total});
            });
            QObject::connect(&session, &DatasetSession::finished, &session,
                             [this](const DatasetRequest &, const Dataset &dataset) { names.append(dataset.name); });
            QObject::connect(&session, &DatasetSession::failed, &session,
                             [this](const DatasetRequest &, const Error &error) { errors.append(error); });
        }
        int started = 0;
        bool inThisThread = true;
        QList<std::pair<qint64, qint64>> progress;
        QStringList names;
        QList<Error> errors;
    };

private Q_SLOTS:
    void aDatasetComesInThisThread()
    {
        DatasetSession session(std::make_shared<FakeReader>());
        const Log log(session);
        session.read(requestOf("a"));
        QCOMPARE(log.started, 1);
        QVERIFY(session.isReading());
        QTRY_COMPARE(log.names, QStringList{QStringLiteral("a")});
        QVERIFY(!session.isReading());
        QVERIFY(log.inThisThread);
        QCOMPARE(log.progress.size(), 1);
    }

    void anErrorAndAnExceptionAreFailures()
    {
        DatasetSession session(std::make_shared<FakeReader>());
        const Log log(session);
        session.read(requestOf("fail"));
        QTRY_COMPARE(log.errors.size(), 1);
        session.read(requestOf("throw"));
        QTRY_COMPARE(log.errors.size(), 2);
        QCOMPARE(log.errors.first().code, ErrorCode::NotFound);
        QCOMPARE(log.errors.last().code, ErrorCode::Internal);
        QVERIFY(log.errors.last().message.contains(QStringLiteral("broken on purpose")));
        QVERIFY(!session.isReading());
    }

    void aNewReadReplacesTheOneUnderWay()
    {
        DatasetSession session(std::make_shared<FakeReader>());
        const Log log(session);
        session.read(requestOf("wait"));
        session.read(requestOf("b"));
        QTRY_COMPARE(log.names, QStringList{QStringLiteral("b")});
        QVERIFY(log.errors.isEmpty());
    }

    void cancelEndsAsInterrupted()
    {
        DatasetSession session(std::make_shared<FakeReader>());
        const Log log(session);
        session.read(requestOf("wait"));
        session.cancel();
        QTRY_COMPARE(log.errors.size(), 1);
        QCOMPARE(log.errors.first().code, ErrorCode::Interrupted);
    }

    void destructionDuringAReadStopsIt()
    {
        auto session = std::make_unique<DatasetSession>(std::make_shared<FakeReader>());
        session->read(requestOf("wait"));
        session.reset();
    }
};

FLOWER_TEST(tst_DatasetSession)
#include "tst_DatasetSession.moc"
