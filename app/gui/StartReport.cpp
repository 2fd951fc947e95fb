// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/StartReport.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif

namespace flower {

namespace {

/// Started with the program's own code: after the libraries were loaded.
const QElapsedTimer &sinceMain()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer;
}
[[maybe_unused]] const QElapsedTimer &kStartedEarly = sinceMain();

/// Milliseconds since the process began: on Linux before its libraries were loaded (to 10 ms), elsewhere after.
qint64 processAge()
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/stat"));
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray text = file.readAll();
        const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' '); // from "state", the third
        timespec now{};
        clock_gettime(CLOCK_BOOTTIME, &now);
        const double started = fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
        return static_cast<qint64>((static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - started) * 1e3);
    }
#endif
    return sinceMain().elapsed();
}

/// Whether LibTorch is in this process's memory, as far as the system tells.
QString libTorchState()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        return QStringLiteral("unknown");
    return maps.readAll().contains("libtorch") ? QStringLiteral("loaded") : QStringLiteral("not loaded");
}

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

} // namespace

StartReport::StartReport(QObject *parent) : QObject(parent)
{
    m_heartbeat.setInterval(1);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { m_longestTurn = std::max(m_longestTurn, m_sinceBeat.restart()); });
}

void StartReport::windowShown()
{
    say(QStringLiteral("window shown after %1 ms; LibTorch %2").arg(processAge()).arg(libTorchState()));
    m_sinceBeat.start();
    m_heartbeat.start();
}

void StartReport::engineReady()
{
    say(QStringLiteral("engine ready after %1 ms; longest turn of the event loop meanwhile %2 ms")
            .arg(processAge()).arg(std::max(m_longestTurn, m_sinceBeat.elapsed())));
    QCoreApplication::exit(0);
}

void StartReport::engineFailed(const Error &error)
{
    say(QStringLiteral("engine failed after %1 ms: %2").arg(processAge()).arg(error.message));
    QCoreApplication::exit(1);
}

} // namespace flower
