// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/LearningRateSession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

LearningRateSession::LearningRateSession(std::shared_ptr<LearningRateFinder> finder, QObject *parent)
    : QObject(parent), m_finder(std::move(finder)), m_thread(std::make_unique<EngineThread>(QStringLiteral("learning rate")))
{
}

LearningRateSession::~LearningRateSession()
{
    cancel();
    m_thread.reset();
}

void LearningRateSession::start(const TrainingConfig &config, const Dataset &dataset, Phase phase)
{
    Q_ASSERT(QThread::currentThread() == thread());
    cancel();
    m_control = std::make_shared<RunControl>();
    Q_EMIT started(phase);
    m_thread->post([this, worker = m_thread.get(), finder = m_finder, control = m_control, config, dataset, phase] {
        // As in DatasetSession: what comes of a job that another one replaced is dropped.
        const auto deliver = [this, worker, control](auto &&action) {
            worker->reply([this, control, action] { if (m_control == control) action(); });
        };
        const auto attempt = [&]() -> Result<LearningRateCurve> {
            try {
                return finder->find(config, dataset, phase, *control, [this, &deliver](const LearningRateProgress &progress) {
                    deliver([this, progress] { Q_EMIT progressed(progress); });
                });
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal, tr("The search broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<LearningRateCurve> curve = attempt();
        deliver([this, phase, curve] {
            m_control.reset();
            if (curve)
                Q_EMIT finished(phase, *curve);
            else
                Q_EMIT failed(phase, curve.error());
        });
    });
}

void LearningRateSession::cancel()
{
    if (m_control)
        m_control->requestStop();
}

} // namespace flower
