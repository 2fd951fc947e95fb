// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/CheckSession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

CheckSession::CheckSession(std::shared_ptr<DatasetChecker> checker, QObject *parent)
    : QObject(parent), m_checker(std::move(checker)), m_thread(std::make_unique<EngineThread>(QStringLiteral("check")))
{
}

CheckSession::~CheckSession()
{
    cancel();
    m_thread.reset();
}

void CheckSession::start(const Dataset &dataset)
{
    Q_ASSERT(QThread::currentThread() == thread());
    cancel();
    m_control = std::make_shared<RunControl>();
    if (m_isPaused)
        m_control->requestPause();
    m_thread->post([this, worker = m_thread.get(), checker = m_checker, control = m_control, dataset] {
        // As in DatasetSession: what comes of a scan that another one replaced is dropped.
        const auto deliver = [this, worker, control](auto &&action) {
            worker->reply([this, control, action] { if (m_control == control) action(); });
        };
        const auto attempt = [&]() -> Result<DataScan> {
            if (!control->checkpoint())
                return Error{ErrorCode::Interrupted, tr("The check of the photos was stopped.")};
            try {
                return checker->scan(
                    dataset, *control, [&](qint64 done, qint64 total) { deliver([this, done, total] { Q_EMIT progressed(done, total); }); },
                    [&](const DataScan &scan) { deliver([this, scan] { Q_EMIT foundSoFar(scan); }); });
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal, tr("The check of the photos broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<DataScan> scan = attempt();
        deliver([this, scan] {
            m_control.reset();
            if (scan)
                Q_EMIT finished(*scan);
            else
                Q_EMIT failed(scan.error());
        });
    });
}

void CheckSession::cancel()
{
    if (m_control)
        m_control->requestStop();
}

void CheckSession::setPaused(bool paused)
{
    m_isPaused = paused;
    if (!m_control)
        return;
    if (paused)
        m_control->requestPause();
    else
        m_control->requestResume();
}

} // namespace flower
