// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/RunReporter.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace flower {

namespace {
constexpr qint64 kProgressInterval = 60; // ms
}

RunReporter::RunReporter(QString runId, const TrainingEventSink &sink) : m_runId(std::move(runId)), m_sink(sink)
{
    m_sinceProgress.start();
}

void RunReporter::setState(RunState state)
{
    if (state == m_state)
        return;
    m_state = state;
    send(StateChanged{state});
}

void RunReporter::progress(Progress progress)
{
    m_last = std::move(progress);
    m_pending = true;
    if (m_sinceProgress.elapsed() >= kProgressInterval)
        flush();
}

void RunReporter::flush()
{
    if (!m_pending)
        return;
    m_pending = false;
    m_last.points = std::exchange(m_points, {});
    m_last.memoryBytes = residentMemory();
    m_sinceProgress.restart();
    m_sink({m_runId, m_last});
}

bool RunReporter::checkpoint(RunControl &control)
{
    if (!control.isPauseRequested())
        return control.checkpoint();
    const RunState before = m_state;
    setState(RunState::Paused);
    const bool goOn = control.checkpoint();
    setState(before);
    return goOn;
}

qint64 residentMemory()
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> parts = file.readAll().split(' ');
    return parts.size() > 1 ? parts.at(1).toLongLong() * sysconf(_SC_PAGESIZE) : 0;
#else
    return 0;
#endif
}

} // namespace flower
