// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/EngineThread.h"

namespace flower {

EngineThread::EngineThread(const QString &name, QObject *parent) : QObject(parent), m_jobs(std::make_unique<HandOver>())
{
    m_thread.setObjectName(name);
    m_jobs->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, this, [this] {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
        m_end.notify_one();
    }, Qt::DirectConnection);
    m_thread.start(QThread::LowPriority); // the window comes first
}

EngineThread::~EngineThread()
{
    m_jobs->drop(); // quit() wouldn't: Qt runs all that was posted before it
    m_thread.quit();
    if (m_thread.isRunning() || m_thread.isFinished()) { // not where it couldn't be started
        std::unique_lock lock(m_mutex);
        m_end.wait(lock, [this] { return m_ended; });
    }
    m_thread.wait();
}

} // namespace flower
