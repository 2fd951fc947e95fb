// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/TrainingSession.h"

#include "engine/session/EngineThread.h"

#include <QStringList>
#include <QThread>
#include <QUuid>

namespace flower {

TrainingSession::TrainingSession(std::shared_ptr<Trainer> trainer, QObject *parent)
    : QObject(parent), m_trainer(std::move(trainer)), m_thread(std::make_unique<EngineThread>(QStringLiteral("training")))
{
}

TrainingSession::~TrainingSession()
{
    stop();
    m_thread.reset(); // waits; events that were queued for this object are dropped with it
}

Result<QString> TrainingSession::start(const TrainingConfig &config, const Dataset &dataset)
{
    return begin(&Trainer::train, config, dataset, QUuid::createUuid().toString(QUuid::WithoutBraces));
}

Result<QString> TrainingSession::goOn(const TrainingConfig &config, const Dataset &dataset, const QString &runId)
{
    return begin(&Trainer::resume, config, dataset, runId);
}

Result<QString> TrainingSession::begin(Way way, const TrainingConfig &config, const Dataset &dataset, const QString &runId)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (isRunning())
        return Error{ErrorCode::InvalidArgument, tr("A run is on. Stop it, or wait for its end.")};
    if (const QList<ConfigProblem> problems = config.validate(); !problems.isEmpty()) {
        QStringList sentences;
        for (const ConfigProblem &problem : problems)
            sentences.append(problem.message);
        return Error{ErrorCode::InvalidArgument, sentences.join(QLatin1Char('\n'))};
    }
    m_config = config;
    m_dataset = dataset;
    m_runId = runId;
    m_control = std::make_shared<RunControl>();
    m_state = RunState::Preparing;
    Q_EMIT stateChanged(m_state);

    m_thread->post([this, worker = m_thread.get(), trainer = m_trainer, control = m_control, way, config, dataset, runId] {
        // `this` outlives the thread; only its address is used there, to post to.
        const TrainingEventSink sink = [this, worker](const TrainingEvent &event) {
            worker->reply([this, event] { receive(event); });
        };
        try {
            ((*trainer).*way)(config, dataset, runId, *control, sink);
        } catch (const std::exception &exception) {
            RunFinished finished;
            finished.summary.state = RunState::Failed;
            finished.summary.runId = runId;
            finished.error = Error{ErrorCode::Internal,
                                   tr("The run broke off: %1").arg(QString::fromUtf8(exception.what()))};
            sink({runId, finished});
        }
    });
    return m_runId;
}

void TrainingSession::pause()
{
    if (m_control)
        m_control->requestPause();
}

void TrainingSession::resume()
{
    if (m_control)
        m_control->requestResume();
}

void TrainingSession::stop()
{
    if (m_control)
        m_control->requestStop();
}

bool TrainingSession::isRunning() const
{
    return m_control != nullptr;
}

void TrainingSession::receive(const TrainingEvent &event)
{
    if (event.runId != m_runId)
        return;
    RunState state = m_state;
    // A run reports its last state before it ends. Here it has ended only with RunFinished, so that whoever is told of that
    // state finds isRunning() false.
    if (const auto *change = std::get_if<StateChanged>(&event.what); change && !isFinal(change->state))
        state = change->state;
    if (const auto *finished = std::get_if<RunFinished>(&event.what)) {
        state = finished->summary.state;
        m_control.reset();
    }
    const bool changed = state != m_state;
    m_state = state;
    Q_EMIT eventReceived(event);
    if (changed)
        Q_EMIT stateChanged(m_state);
}

} // namespace flower
