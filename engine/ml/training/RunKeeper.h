// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ModelInfo.h"
#include "engine/ml/training/CheckpointFolder.h"
#include "engine/ml/training/RunReporter.h"

#include <QElapsedTimer>

#include <future>
#include <memory>
#include <optional>

namespace flower {

/// Keeps on disk what a run needs to go on, and gives it back. It writes in a thread of its own while the training goes on, one state
/// at a time; what is written are copies. What can't be written is said once and doesn't end the run. Lives in the thread that trains.
class RunKeeper
{
public:
    /// States are written at least this often while an epoch lasts.
    static constexpr qint64 kInterval = 60'000; // ms

    explicit RunKeeper(const QString &runFolder);

    /// Reads what an earlier start of this run left; nothing where it left nothing. Errors: Unreadable, Unsupported.
    [[nodiscard]] Result<std::optional<Checkpoint>> read() const { return m_folder.readLatest(); }
    [[nodiscard]] const CheckpointFolder &folder() const { return m_folder; }

    /// At the start of a run: keeps the network that it starts from.
    void begin(const MobileNetV2 &network, const ModelInfo &info, RunReporter &reporter);
    /// At the start of a run that goes on from `checkpoint`.
    void goOn(const Checkpoint &checkpoint);
    /// The network as it is after its best epoch so far, to be written with the next state. `photos`: of the cache, beside
    /// validation.results.
    void keepBest(int epoch, const MobileNetV2 &network, const ModelInfo &info, const Evaluation &validation,
                  const std::vector<int> &photos);
    void addEpoch(const EpochResult &epoch) { m_epochs.append(epoch); }
    /// Fills in the epochs, the time and the random numbers, and writes; waits for the state before where that is still on its way.
    void keep(Checkpoint checkpoint, RunReporter &reporter);
    /// Waits until all is on disk.
    void finish(RunReporter &reporter);
    /// Whether a state of the middle of an epoch is due, by the clock.
    [[nodiscard]] bool isDue() const { return m_sinceKept.hasExpired(kInterval); }

    [[nodiscard]] const QList<EpochResult> &epochs() const { return m_epochs; }
    /// The best epoch's top-1 on the validation photos in one phase; 0 where it has none.
    [[nodiscard]] double bestValTop1(Phase phase) const;
    /// Seconds that the run has taken, those before it was interrupted among them.
    [[nodiscard]] double seconds() const { return m_secondsBefore + static_cast<double>(m_timer.elapsed()) / 1e3; }

private:
    struct Best {
        int epoch = 0;
        SafetensorsContent model;
        SafetensorsContent answers;
    };
    void check(const Result<void> &written, RunReporter &reporter);

    CheckpointFolder m_folder;
    QList<EpochResult> m_epochs;
    QElapsedTimer m_timer;
    QElapsedTimer m_sinceKept;
    double m_secondsBefore = 0.0;
    std::shared_ptr<const Best> m_best;     ///< not known to be on disk; null: it is
    std::shared_ptr<const Best> m_onItsWay; ///< with the state that is being written
    bool m_warned = false;
    std::future<Result<void>> m_writing; ///< last: waits before the rest goes
};

} // namespace flower
