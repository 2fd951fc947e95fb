// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/MapSession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

MapSession::MapSession(std::shared_ptr<PhotoMapper> mapper, QObject *parent)
    : QObject(parent), m_mapper(std::move(mapper)), m_thread(std::make_unique<EngineThread>(QStringLiteral("map")))
{
}

MapSession::~MapSession()
{
    cancel();
    m_thread.reset();
}

void MapSession::start(const MapRequest &request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    cancel();
    m_control = std::make_shared<RunControl>();
    Q_EMIT started(request);
    m_thread->post([this, worker = m_thread.get(), mapper = m_mapper, control = m_control, request] {
        // As in DatasetSession: what comes of a job that another one replaced is dropped.
        const auto deliver = [this, worker, control](auto &&action) {
            worker->reply([this, control, action] { if (m_control == control) action(); });
        };
        const auto attempt = [&]() -> Result<PhotoMap> {
            if (control->isStopRequested())
                return Error{ErrorCode::Interrupted, tr("The map was stopped.")};
            try {
                return mapper->map(
                    request, *control,
                    [&](qint64 done, qint64 total) { deliver([this, done, total] { Q_EMIT looking(done, total); }); },
                    [&](const PhotoMap &map) { deliver([this, request, map] { Q_EMIT placed(request, map); }); });
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal, tr("The map broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<PhotoMap> map = attempt();
        deliver([this, request, map] {
            m_control.reset();
            if (map)
                Q_EMIT finished(request, *map);
            else
                Q_EMIT failed(request, map.error());
        });
    });
}

void MapSession::cancel()
{
    if (m_control)
        m_control->requestStop();
}

} // namespace flower
