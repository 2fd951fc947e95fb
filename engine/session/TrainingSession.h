// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// The façade of training: one run at a time, in the background. All methods and signals: GUI thread.
class TrainingSession : public QObject
{
    Q_OBJECT
public:
    /// `trainer` is used in the worker thread only; the session keeps it alive.
    explicit TrainingSession(std::shared_ptr<Trainer> trainer, QObject *parent = nullptr);
    /// Stops a run and waits for it.
    ~TrainingSession() override;

    /// Starts a run and returns its id. Refused with every problem's sentence while a run is on or where the settings
    /// don't validate.
    Result<QString> start(const TrainingConfig &config, const Dataset &dataset);
    /// Goes on with a run that was interrupted (Trainer::resume()) under its old id. Refused as start().
    Result<QString> goOn(const TrainingConfig &config, const Dataset &dataset, const QString &runId);
    void pause();
    void resume();
    /// Ends the run after the current batch; the best model so far is kept.
    void stop();

    [[nodiscard]] RunState state() const { return m_state; }
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString runId() const { return m_runId; }
    [[nodiscard]] const TrainingConfig &config() const { return m_config; }
    [[nodiscard]] const Dataset &dataset() const { return m_dataset; }

Q_SIGNALS:
    /// The one ordered stream of the current run. Events of earlier runs are dropped.
    void eventReceived(const flower::TrainingEvent &event);
    /// Follows StateChanged events, for buttons.
    void stateChanged(flower::RunState state);

private:
    using Way = TrainingSummary (Trainer::*)(const TrainingConfig &, const Dataset &, const QString &, RunControl &,
                                             const TrainingEventSink &);
    Result<QString> begin(Way way, const TrainingConfig &config, const Dataset &dataset, const QString &runId);
    void receive(const TrainingEvent &event);

    std::shared_ptr<Trainer> m_trainer;
    std::shared_ptr<RunControl> m_control;
    std::unique_ptr<EngineThread> m_thread;
    TrainingConfig m_config;
    Dataset m_dataset;
    QString m_runId;
    RunState m_state = RunState::Idle;
};

} // namespace flower
