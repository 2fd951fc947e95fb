// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/HandOver.h"

#include <utility>

namespace flower {

HandOver::HandOver()
{
    connect(this, &HandOver::rung, this, &HandOver::runNext, Qt::QueuedConnection);
}

void HandOver::add(Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    Q_EMIT rung(QPrivateSignal());
}

void HandOver::addFirst(Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_front(std::move(work));
    }
    Q_EMIT rung(QPrivateSignal());
}

void HandOver::drop()
{
    std::deque<Work> dropped; // goes when the mutex is free again
    const std::scoped_lock lock(m_mutex);
    dropped.swap(m_waiting);
}

/// The bell rang once for each piece of work; there is none only where it was dropped.
void HandOver::runNext()
{
    Work work;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_waiting.empty())
            return;
        work = std::move(m_waiting.front());
        m_waiting.pop_front();
    }
    work();
}

} // namespace flower
