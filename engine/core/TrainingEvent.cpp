// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingEvent.h"

namespace flower {

QString runStateKey(RunState state)
{
    switch (state) {
    case RunState::Idle:
        return QStringLiteral("idle");
    case RunState::Preparing:
        return QStringLiteral("preparing");
    case RunState::Training:
        return QStringLiteral("training");
    case RunState::Paused:
        return QStringLiteral("paused");
    case RunState::Testing:
        return QStringLiteral("testing");
    case RunState::Completed:
        return QStringLiteral("completed");
    case RunState::Stopped:
        return QStringLiteral("stopped");
    case RunState::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

RunState runStateFromKey(const QString &key)
{
    for (int state = 0; state <= static_cast<int>(RunState::Failed); ++state) {
        if (runStateKey(static_cast<RunState>(state)) == key)
            return static_cast<RunState>(state);
    }
    return RunState::Idle;
}

QString phaseKey(Phase phase)
{
    return phase == Phase::Head ? QStringLiteral("head") : QStringLiteral("finetune");
}

} // namespace flower
