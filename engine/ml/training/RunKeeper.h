// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ModelInfo.h"
#include "engine/ml/training/CheckpointFolder.h"
#include "engine/ml/training/RunReporter.h"

namespace flower {

/// Keeps on disk what a run needs to go on, and gives it back. What can't be written is said once and doesn't end the run.
/// Lives in the thread that trains.
class RunKeeper
{
public:
    explicit RunKeeper(const QString &runFolder) : m_folder(runFolder) { m_timer.start(); }

    /// Reads what an earlier start of this run left; nothing where it left nothing. Errors: Unreadable, Unsupported.
    [[nodiscard]] Result<std::optional<Checkpoint>> read() const { return m_folder.readLatest(); }
    [[nodiscard]] const CheckpointFolder &folder() const { return m_folder; }

    /// At the start of a run: keeps the network that it starts from.
    void begin(const MobileNetV2 &network, const ModelInfo &info, RunReporter &reporter);
    /// At the start of a run that goes on from `checkpoint`.
    void goOn(const Checkpoint &checkpoint);
    /// The network as it is after its best epoch so far. `photos`: of the cache, beside validation.results.
    void keepBest(int epoch, const MobileNetV2 &network, const ModelInfo &info, const Evaluation &validation,
                  const std::vector<int> &photos, RunReporter &reporter);
    void addEpoch(const EpochResult &epoch) { m_epochs.append(epoch); }
    /// Fills in the epochs, the time and the random numbers, and writes.
    void keep(Checkpoint checkpoint, RunReporter &reporter);
    /// Whether a state of the middle of an epoch is due, by the clock.
    [[nodiscard]] bool isDue() const { return m_folder.isDue(); }

    [[nodiscard]] const QList<EpochResult> &epochs() const { return m_epochs; }
    /// The best epoch's top-1 on the validation photos in one phase; 0 where it has none.
    [[nodiscard]] double bestValTop1(Phase phase) const;
    /// Seconds that the run has taken, those before it was interrupted among them.
    [[nodiscard]] double seconds() const { return m_secondsBefore + static_cast<double>(m_timer.elapsed()) / 1e3; }

private:
    void check(const Result<void> &written, RunReporter &reporter);

    CheckpointFolder m_folder;
    QList<EpochResult> m_epochs;
    QElapsedTimer m_timer;
    double m_secondsBefore = 0.0;
    bool m_warned = false;
};

} // namespace flower
