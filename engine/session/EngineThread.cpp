// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/EngineThread.h"

#include <utility>

namespace flower {

EngineThread::EngineThread(const QString &name, QObject *parent) : QObject(parent), m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(name);
    m_worker->moveToThread(&m_thread);
    connect(this, &EngineThread::posted, m_worker.get(), [this] { runNext(m_jobs); }, Qt::QueuedConnection);
    connect(this, &EngineThread::replied, this, [this] { runNext(m_replies); }, Qt::QueuedConnection);
    connect(&m_thread, &QThread::finished, this, [this] {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
        m_end.notify_one();
    }, Qt::DirectConnection);
    m_thread.start(QThread::LowPriority); // the window comes first
}

EngineThread::~EngineThread()
{
    {
        std::deque<Work> dropped; // quit() wouldn't: Qt runs all that was posted before it
        {
            const std::scoped_lock lock(m_mutex);
            dropped.swap(m_jobs);
        }
    }
    m_thread.quit();
    if (m_thread.isRunning() || m_thread.isFinished()) { // not where it couldn't be started
        std::unique_lock lock(m_mutex);
        m_end.wait(lock, [this] { return m_ended; });
    }
    m_thread.wait();
}

void EngineThread::post(std::function<void()> job)
{
    enqueue(m_jobs, std::move(job));
    Q_EMIT posted(QPrivateSignal());
}

void EngineThread::postFirst(std::function<void()> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_front(std::move(job));
    }
    Q_EMIT posted(QPrivateSignal());
}

void EngineThread::reply(std::function<void()> action)
{
    enqueue(m_replies, std::move(action));
    Q_EMIT replied(QPrivateSignal());
}

void EngineThread::enqueue(std::deque<Work> &queue, Work work)
{
    const std::scoped_lock lock(m_mutex);
    queue.push_back(std::move(work));
}

/// One signal came for each piece of work; the queue is empty only where its work was dropped.
void EngineThread::runNext(std::deque<Work> &queue)
{
    Work work;
    {
        const std::scoped_lock lock(m_mutex);
        if (queue.empty())
            return;
        work = std::move(queue.front());
        queue.pop_front();
    }
    work();
}

} // namespace flower
