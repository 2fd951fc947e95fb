// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace flower {

/// `flower-trainer --report-start`: says on the standard output how many milliseconds after the start of the process the
/// window was painted, then when the engine was ready and how long the event loop stood still meanwhile; then the
/// program ends, with 1 where the engine failed. GUI thread.
class StartReport : public QObject
{
    Q_OBJECT
public:
    explicit StartReport(QObject *parent = nullptr);

    void windowShown();
    void engineReady();
    void engineFailed(const Error &error);

private:
    QTimer m_heartbeat;
    QElapsedTimer m_sinceBeat;
    qint64 m_longestTurn = 0; ///< milliseconds since windowShown()
};

} // namespace flower
