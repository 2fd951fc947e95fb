// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/HandOver.h"

#include <QObject>
#include <QThread>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>

namespace flower {

/// A persistent worker thread that runs jobs one after another. Each job kind that uses LibTorch (training, classifying) has one
/// for the life of the process: a new OS thread would get a new OpenMP pool.
/// Owned by the GUI thread; ended by quit-and-wait.
class EngineThread : public QObject
{
    Q_OBJECT
public:
    explicit EngineThread(const QString &name, QObject *parent = nullptr);
    /// Waits for the job under way. Jobs that wait behind it and replies that weren't delivered are dropped.
    ~EngineThread() override;

    /// Queues `job` behind those that wait. It runs in the worker thread. GUI thread.
    void post(HandOver::Work job) { m_jobs->add(std::move(job)); }
    /// As post(), but in front of those that wait: for what a person is waiting for. The last one that came is the first.
    void postFirst(HandOver::Work job) { m_jobs->addFirst(std::move(job)); }
    /// Queues `action` to run in the GUI thread. For jobs.
    void reply(HandOver::Work action) { m_replies.add(std::move(action)); }

private:
    std::mutex m_mutex;   ///< of m_ended: the end, too, goes through a mutex, so that a thread sanitizer sees it
    bool m_ended = false; ///< the worker thread touches nothing here any more
    std::condition_variable m_end;
    HandOver m_replies;
    std::unique_ptr<HandOver> m_jobs; ///< lives in m_thread
    QThread m_thread;
};

} // namespace flower
