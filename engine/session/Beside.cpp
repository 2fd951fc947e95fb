// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/Beside.h"

#include <QCoreApplication>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace flower {

namespace {

/// The threads that are on their way, and what they bring back. GUI thread.
class Errands
{
public:
    ~Errands()
    {
        std::unique_lock lock(m_mutex);
        m_idle.wait(lock, [this] { return m_running == 0; });
    }
    void start(std::function<HandOver::Work()> work)
    {
        {
            const std::scoped_lock lock(m_mutex);
            ++m_running;
        }
        std::thread([this, work = std::move(work)]() mutable {
            m_replies.add(std::exchange(work, nullptr)());
            const std::scoped_lock lock(m_mutex); // the last look at this object
            if (--m_running == 0)
                m_idle.notify_all();
        }).detach();
    }

private:
    std::mutex m_mutex; ///< of those that follow
    std::condition_variable m_idle;
    int m_running = 0;
    HandOver m_replies;
};

std::unique_ptr<Errands> g_errands; // as long as there is an application

} // namespace

void startBeside(std::function<HandOver::Work()> work)
{
    if (!g_errands) {
        g_errands = std::make_unique<Errands>();
        qAddPostRoutine([] { g_errands.reset(); });
    }
    g_errands->start(std::move(work));
}

} // namespace flower
