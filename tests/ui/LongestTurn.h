// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Slowdown.h"

#include <QMap>
#include <QStringList>
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
    /// The worst so far counts as this step's, and the next one begins.
    void judge(const QString &step)
    {
        if (const double longest = worst(qPrintable(step)); longest >= kBound)
            m_tooLong.insert(step, longest);
        start();
    }
    void judge(const char *step) { judge(QLatin1String(step)); }
    /// The steps that were not within kBound.
    [[nodiscard]] const QMap<QString, double> &tooLong() const { return m_tooLong; }
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
    QMap<QString, double> m_tooLong;
};

/// Runs `scenario(turns)`, and again while it has steps that were too long each time, three times at most: what is so once is the
/// machine's. The steps that always were, for a test's message; empty: none.
template<typename Scenario>
QString tooLongEachTime(Scenario &&scenario)
{
    QMap<QString, double> always;
    for (int time = 0; time < 3; ++time) {
        LongestTurn turns;
        scenario(turns);
        if (QTest::currentTestFailed())
            return {};
        if (time == 0)
            always = turns.tooLong();
        else
            always.removeIf([&](const auto &step) { return !turns.tooLong().contains(step.key()); });
        if (always.isEmpty())
            return {};
    }
    QStringList lines;
    for (auto step = always.cbegin(); step != always.cend(); ++step)
        lines.append(QStringLiteral("%1: %2 ms").arg(step.key()).arg(step.value()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace flower::testing
