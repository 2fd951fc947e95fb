// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// Searches for a phase's learning rate, in the background. A new start() cancels the search under way. GUI thread.
class LearningRateSession : public QObject
{
    Q_OBJECT
public:
    explicit LearningRateSession(std::shared_ptr<LearningRateFinder> finder, QObject *parent = nullptr);
    ~LearningRateSession() override;

    void start(const flower::TrainingConfig &config, const flower::Dataset &dataset, flower::Phase phase);
    /// failed() with Interrupted follows.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }

Q_SIGNALS:
    void started(flower::Phase phase);
    void progressed(const flower::LearningRateProgress &progress);
    void finished(flower::Phase phase, const flower::LearningRateCurve &curve);
    void failed(flower::Phase phase, const flower::Error &error);

private:
    std::shared_ptr<LearningRateFinder> m_finder;
    std::shared_ptr<RunControl> m_control; ///< of the search under way
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
