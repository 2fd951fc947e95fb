// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DatasetChecker.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// Looks through the photos of a data set in the background. A new start() cancels the scan under way. GUI thread.
class CheckSession : public QObject
{
    Q_OBJECT
public:
    explicit CheckSession(std::shared_ptr<DatasetChecker> checker, QObject *parent = nullptr);
    ~CheckSession() override;

    void start(const flower::Dataset &dataset);
    /// failed() with Interrupted follows.
    void cancel();
    /// Holds this scan and those to come, for as long as something else needs the processor.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    /// What the pixels show, once at most, where more is being looked for; progress begins anew.
    void foundSoFar(const flower::DataScan &scan);
    void finished(const flower::DataScan &scan);
    void failed(const flower::Error &error);

private:
    std::shared_ptr<DatasetChecker> m_checker;
    std::shared_ptr<RunControl> m_control; ///< of the scan under way
    std::unique_ptr<EngineThread> m_thread;
    bool m_isPaused = false;
};

} // namespace flower
