// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace flower {

/// A persistent worker thread that runs jobs one after another. Each job kind (training, classifying, reading) has one
/// for the life of the process: a new OS thread would get a new OpenMP pool.
/// Owned by the GUI thread; ended by quit-and-wait. Both directions, and the end, go through a std::mutex, with Qt's
/// event loop as the bell only, so that a thread sanitizer sees each hand-over although it can't look into Qt.
class EngineThread : public QObject
{
    Q_OBJECT
public:
    explicit EngineThread(const QString &name, QObject *parent = nullptr);
    /// Waits for the job under way. Jobs that wait behind it and replies that weren't delivered are dropped.
    ~EngineThread() override;

    /// Queues `job` behind those that wait. It runs in the worker thread. GUI thread.
    void post(std::function<void()> job);
    /// As post(), but in front of those that wait: for what a person is waiting for. The last one that came is the first.
    void postFirst(std::function<void()> job);
    /// Queues `action` to run in the GUI thread. For jobs.
    void reply(std::function<void()> action);

Q_SIGNALS:
    void posted(QPrivateSignal);
    void replied(QPrivateSignal);

private:
    using Work = std::function<void()>;

    void enqueue(std::deque<Work> &queue, Work work);
    void runNext(std::deque<Work> &queue);

    std::mutex m_mutex;         ///< of both queues and m_ended
    std::deque<Work> m_jobs;    ///< for the worker
    std::deque<Work> m_replies; ///< for the GUI thread
    bool m_ended = false;       ///< the worker thread touches nothing here any more
    std::condition_variable m_end;
    std::unique_ptr<QObject> m_worker; ///< lives in m_thread
    QThread m_thread;
};

} // namespace flower
