// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Slowdown.h"

#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace flower::testing {

/// The longest turn of the event loop since start(), as the GUI thread's own processor time in milliseconds: what the
/// window does itself, whatever else the machine runs. Linux only.
class LongestTurn
{
public:
    static constexpr double kBound = 50 * kSlowdown; ///< milliseconds; a longer one is felt

    LongestTurn()
    {
        QObject::connect(&m_heartbeat, &QTimer::timeout, &m_heartbeat, [this] { beat(); });
        start();
    }
    void start()
    {
        m_worst = 0;
        m_last = processorMilliseconds();
        m_heartbeat.start(1);
    }
    /// The worst so far, said on the test's output.
    double worst(const char *what)
    {
        beat();
        qInfo("%s: longest turn of the event loop %.1f ms of processor time", what, m_worst);
        return m_worst;
    }
    static double processorMilliseconds()
    {
        timespec now{};
#ifdef Q_OS_LINUX
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
#endif
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }

private:
    void beat()
    {
        const double now = processorMilliseconds();
        m_worst = std::max(m_worst, now - m_last);
        m_last = now;
    }

    QTimer m_heartbeat;
    double m_worst = 0;
    double m_last = 0;
};

} // namespace flower::testing
