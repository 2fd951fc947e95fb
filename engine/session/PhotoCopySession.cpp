// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/PhotoCopySession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

PhotoCopySession::PhotoCopySession(QObject *parent) : QObject(parent), m_control(std::make_shared<RunControl>()) {}

PhotoCopySession::~PhotoCopySession()
{
    m_control->requestStop();
    m_thread.reset();
}

void PhotoCopySession::start(const QList<PhotoCopy> &photos, const QString &target)
{
    Q_ASSERT(QThread::currentThread() == thread() && !m_isRunning);
    if (!m_thread)
        m_thread = std::make_unique<EngineThread>(QStringLiteral("copies"));
    m_isRunning = true;
    m_control = std::make_shared<RunControl>();
    m_thread->post([this, worker = m_thread.get(), control = m_control, photos, target] {
        const CopyReport report = copyIntoFolders(photos, target, *control, [this, worker](qint64 done, qint64 total) {
            worker->reply([this, done, total] { Q_EMIT progressed(done, total); });
        });
        worker->reply([this, report] {
            m_isRunning = false;
            Q_EMIT finished(report);
        });
    });
}

void PhotoCopySession::cancel()
{
    m_control->requestStop();
}

} // namespace flower
