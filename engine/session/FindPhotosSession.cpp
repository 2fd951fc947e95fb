// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/FindPhotosSession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

FindPhotosSession::FindPhotosSession(QObject *parent) : QObject(parent) {}

FindPhotosSession::~FindPhotosSession()
{
    cancel();
    m_thread.reset();
}

void FindPhotosSession::start(const QList<WantedPhoto> &wanted, const QString &folder)
{
    Q_ASSERT(QThread::currentThread() == thread());
    cancel();
    if (!m_thread)
        m_thread = std::make_unique<EngineThread>(QStringLiteral("moved photos"));
    m_control = std::make_shared<RunControl>();
    m_thread->post([this, worker = m_thread.get(), control = m_control, wanted, folder] {
        const auto deliver = [this, worker, control](auto &&action) {
            worker->reply([this, control, action] { if (m_control == control) action(); });
        };
        const Result<FoundPhotos> found = findPhotos(wanted, folder, *control, [&](qint64 done, qint64 total) {
            deliver([this, done, total] { Q_EMIT progressed(done, total); });
        });
        deliver([this, found] {
            m_control.reset();
            if (found)
                Q_EMIT finished(*found);
            else
                Q_EMIT failed(found.error());
        });
    });
}

void FindPhotosSession::cancel()
{
    if (m_control)
        m_control->requestStop();
    m_control.reset();
}

} // namespace flower
