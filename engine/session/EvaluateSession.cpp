// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/EvaluateSession.h"

#include "engine/core/ClassMatching.h"
#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

EvaluateSession::EvaluateSession(std::shared_ptr<DatasetReader> reader, std::shared_ptr<Evaluator> evaluator, QObject *parent)
    : QObject(parent), m_reader(std::move(reader)), m_evaluator(std::move(evaluator)),
      m_thread(std::make_unique<EngineThread>(QStringLiteral("evaluate")))
{
}

EvaluateSession::~EvaluateSession()
{
    cancel();
    m_thread.reset();
}

void EvaluateSession::start(const EvaluateRequest &request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    cancel();
    m_control = std::make_shared<RunControl>();
    Q_EMIT started(request);
    m_thread->post([this, worker = m_thread.get(), reader = m_reader, evaluator = m_evaluator, control = m_control, request] {
        // As in DatasetSession: what comes of a job that another one replaced is dropped.
        const auto deliver = [this, worker, control](auto &&action) {
            worker->reply([this, control, action] { if (m_control == control) action(); });
        };
        const auto attempt = [&]() -> Result<EvaluateOutcome> {
            try {
                Result<Dataset> dataset = reader->read(request.photos, *control, [&](qint64 done, qint64 total) {
                    deliver([this, done, total] { Q_EMIT reading(done, total); });
                });
                if (!dataset)
                    return dataset.error();
                Result<ModelEvaluation> measured =
                    evaluator->evaluate(request.modelPath, *dataset, subsetToMeasure(*dataset, request.trainedSplitHash), 0, *control,
                                        [&](qint64 done, qint64 total) {
                                            deliver([this, done, total] { Q_EMIT measuring(done, total); });
                                        });
                if (!measured)
                    return measured.error();
                return EvaluateOutcome{request, std::move(dataset).value(), std::move(measured).value()};
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal, tr("The evaluation broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<EvaluateOutcome> outcome = attempt();
        deliver([this, request, outcome] {
            m_control.reset();
            if (outcome)
                Q_EMIT finished(*outcome);
            else
                Q_EMIT failed(request, outcome.error());
        });
    });
}

void EvaluateSession::cancel()
{
    if (m_control)
        m_control->requestStop();
}

} // namespace flower
