// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace flower {

/// A persistent worker thread that runs jobs one after another. Each job kind (training, classifying, reading) has one
/// for the life of the process: a new OS thread would get a new OpenMP pool.
/// Owned and called by the GUI thread; ended by quit-and-wait.
class EngineThread : public QObject
{
    Q_OBJECT
public:
    explicit EngineThread(const QString &name, QObject *parent = nullptr);
    ~EngineThread() override;

    /// Queues `job` behind those that wait. It runs in the worker thread.
    void post(std::function<void()> job);

private:
    QThread m_thread;
    QObject *m_worker = nullptr; ///< lives in m_thread
};

} // namespace flower
