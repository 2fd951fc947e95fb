// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/EngineThread.h"

namespace flower {

EngineThread::EngineThread(const QString &name, QObject *parent) : QObject(parent), m_worker(new QObject)
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority); // the window comes first
}

EngineThread::~EngineThread()
{
    m_thread.quit();
    m_thread.wait();
}

void EngineThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_worker, std::move(job), Qt::QueuedConnection);
}

} // namespace flower
