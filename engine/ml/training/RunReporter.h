// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/RunControl.h"
#include "engine/core/TrainingEvent.h"

#include <QElapsedTimer>

namespace flower {

/// Sends a run's events: progress at most every 60 ms with the points since the last one, all others at once.
/// Used by the thread that trains.
class RunReporter
{
public:
    RunReporter(QString runId, const TrainingEventSink &sink);

    /// Sends `what` now; points that wait go first.
    template<typename Event>
    void send(Event what)
    {
        flush();
        m_sink({m_runId, std::move(what)});
    }
    void setState(RunState state);
    /// Remembers where the run stands and sends it when 60 ms have passed.
    void progress(Progress progress);
    void addPoint(const BatchPoint &point) { m_points.append(point); }

    /// RunControl::checkpoint(), with the states of a pause reported.
    [[nodiscard]] bool checkpoint(RunControl &control);

private:
    void flush();

    QString m_runId;
    const TrainingEventSink &m_sink;
    RunState m_state = RunState::Idle;
    QElapsedTimer m_sinceProgress;
    Progress m_last;
    bool m_pending = false;
    QList<BatchPoint> m_points;
};

/// Resident memory of this process in bytes; 0 where the system doesn't tell.
qint64 residentMemory();

} // namespace flower
