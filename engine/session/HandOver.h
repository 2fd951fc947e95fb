// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace flower {

/// Work that other threads give to the thread that this object lives in: its event loop runs it, one piece after another.
/// It goes through a std::mutex, with Qt's event loop as the bell only, so that a thread sanitizer sees the hand-over although it can't
/// look into Qt.
class HandOver : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<void()>;

    HandOver();

    /// Queues `work` behind what waits. Any thread.
    void add(Work work);
    /// As add(), but in front of what waits. Any thread.
    void addFirst(Work work);
    /// Forgets what waits. Any thread.
    void drop();

Q_SIGNALS:
    void rung(QPrivateSignal);

private:
    void runNext();

    std::mutex m_mutex;
    std::deque<Work> m_waiting; ///< under m_mutex
};

} // namespace flower
