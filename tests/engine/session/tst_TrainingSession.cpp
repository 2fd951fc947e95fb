// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/TrainingSession.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <QThread>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace flower;

namespace {

/// Sends an epoch and then waits at checkpoints until it is stopped; or throws.
class PatientTrainer : public Trainer
{
public:
    bool throws = false;
    std::atomic<bool> resumed{false};

    TrainingSummary resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                           const TrainingEventSink &sink) override
    {
        resumed = true;
        return train(config, dataset, runId, control, sink);
    }
    TrainingSummary train(const TrainingConfig &, const Dataset &, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override
    {
        if (throws)
            throw std::runtime_error("broken on purpose");
        sink({runId, StateChanged{RunState::Training}});
        EpochResult epoch;
        epoch.epoch = 1;
        sink({runId, epoch});
        while (control.checkpoint())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        RunFinished finished;
        finished.summary.state = RunState::Stopped;
        sink({runId, StateChanged{RunState::Stopped}}); // as the engine's does
        sink({runId, finished});
        return finished.summary;
    }
};

TrainingConfig usableConfig()
{
    TrainingConfig config;
    config.runFolder = QStringLiteral("somewhere");
    return config;
}

} // namespace

class tst_TrainingSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsComeInOrderAndInThisThread()
    {
        TrainingSession session(std::make_shared<PatientTrainer>());
        QList<size_t> kinds;
        connect(&session, &TrainingSession::eventReceived, this, [&](const TrainingEvent &event) {
            QCOMPARE(QThread::currentThread(), thread());
            kinds.append(event.what.index());
        });
        QVERIFY(session.start(usableConfig(), {}).isOk());
        QVERIFY(session.isRunning());
        QTRY_COMPARE(kinds.size(), 2);
        QCOMPARE(session.state(), RunState::Training);
        session.stop();
        QTRY_VERIFY(!session.isRunning());
        QCOMPARE(session.state(), RunState::Stopped);
        QCOMPARE(kinds, QList<size_t>({0, 3, 0, 6}));
    }

    void anInterruptedRunGoesOnUnderItsId()
    {
        const auto trainer = std::make_shared<PatientTrainer>();
        TrainingSession session(trainer);
        QCOMPARE(*session.goOn(usableConfig(), {}, QStringLiteral("its id")), QStringLiteral("its id"));
        QTRY_COMPARE(session.state(), RunState::Training);
        QVERIFY(trainer->resumed);
        QVERIFY(!session.goOn(usableConfig(), {}, QStringLiteral("another")));
    }

    void theLastStateIsToldWhenTheRunHasEnded()
    {
        TrainingSession session(std::make_shared<PatientTrainer>());
        QList<std::pair<RunState, bool>> told;
        connect(&session, &TrainingSession::stateChanged, this, [&](RunState state) { told.append({state, session.isRunning()}); });
        QVERIFY(session.start(usableConfig(), {}).isOk());
        session.stop();
        QTRY_VERIFY(!session.isRunning());
        QCOMPARE(told, (QList<std::pair<RunState, bool>>{
                           {RunState::Preparing, true}, {RunState::Training, true}, {RunState::Stopped, false}}));
    }

    void aSecondRunAndBrokenSettingsAreRefused()
    {
        TrainingSession session(std::make_shared<PatientTrainer>());
        QVERIFY(!session.start(TrainingConfig(), {}).isOk());
        QVERIFY(!session.isRunning());
        QVERIFY(session.start(usableConfig(), {}).isOk());
        QVERIFY(!session.start(usableConfig(), {}).isOk());
    }

    void anExceptionEndsAsAFailedRun()
    {
        const auto trainer = std::make_shared<PatientTrainer>();
        trainer->throws = true;
        TrainingSession session(trainer);
        QVERIFY(session.start(usableConfig(), {}).isOk());
        QTRY_COMPARE(session.state(), RunState::Failed);
        QVERIFY(!session.isRunning());
    }

    void destructionDuringAPausedRunStopsIt()
    {
        auto session = std::make_unique<TrainingSession>(std::make_shared<PatientTrainer>());
        QVERIFY(session->start(usableConfig(), {}).isOk());
        session->pause();
        session.reset();
    }
};

FLOWER_TEST(tst_TrainingSession)
#include "tst_TrainingSession.moc"
