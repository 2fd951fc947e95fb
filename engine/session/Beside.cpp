// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/Beside.h"

#include <QCoreApplication>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace flower {

namespace {

/// A few threads, made as they are wanted, and what they bring back. GUI thread.
class Errands
{
public:
    using Errand = std::function<HandOver::Work()>;

    /// Ends when all is done.
    ~Errands()
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
        m_more.notify_all();
    }
    void start(Errand errand)
    {
        std::unique_lock lock(m_mutex);
        m_waiting.push_back(std::move(errand));
        if (m_waiting.size() > m_idle && m_threads.size() < kMost && !addThread() && m_threads.empty()) {
            lock.unlock();
            runNext();
        }
        m_more.notify_one();
    }

private:
    static constexpr size_t kMost = 4; // at a time: most wait for a disk

    /// False where the system has no thread to give.
    bool addThread()
    {
        try {
            m_threads.emplace_back([this] {
                while (runNext()) {
                }
            });
            return true;
        } catch (const std::system_error &) {
            return false;
        }
    }
    /// False: all is done, and the program ends.
    bool runNext()
    {
        Errand errand;
        {
            std::unique_lock lock(m_mutex);
            ++m_idle;
            m_more.wait(lock, [this] { return m_ends || !m_waiting.empty(); });
            --m_idle;
            if (m_waiting.empty())
                return false;
            errand = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        m_replies.add(errand());
        return true;
    }

    std::mutex m_mutex; ///< of m_waiting, m_idle and m_ends
    std::condition_variable m_more;
    std::deque<Errand> m_waiting;
    size_t m_idle = 0; ///< threads that wait for an errand
    bool m_ends = false;
    HandOver m_replies;
    std::vector<std::jthread> m_threads; ///< the last: they are waited for before the others go
};

std::unique_ptr<Errands> g_errands; // as long as there is an application

} // namespace

void startBeside(std::function<HandOver::Work()> work)
{
    Q_ASSERT(QThread::currentThread() == QCoreApplication::instance()->thread());
    if (!g_errands) {
        g_errands = std::make_unique<Errands>();
        qAddPostRoutine([] { g_errands.reset(); });
    }
    g_errands->start(std::move(work));
}

} // namespace flower
