// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/RunControl.h"

namespace flower {

void RunControl::requestStop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
}

void RunControl::requestPause()
{
    const std::lock_guard lock(m_mutex);
    m_pause = true;
}

void RunControl::requestResume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_pause = false;
    }
    m_changed.notify_all();
}

bool RunControl::isStopRequested() const
{
    const std::lock_guard lock(m_mutex);
    return m_stop;
}

bool RunControl::isPauseRequested() const
{
    const std::lock_guard lock(m_mutex);
    return m_pause;
}

bool RunControl::checkpoint()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stop || !m_pause; });
    return !m_stop;
}

} // namespace flower
