// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/Checkpoint.h"

#include <QElapsedTimer>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// The files of RUN/checkpoints: the network that the run started from (start.safetensors), the last two states
/// (state-000012.safetensors), and the best epochs that these name: each as a model that can be used
/// (best-0007.safetensors) with its answers to the validation photos (answers-0007.safetensors). Every file is written beside
/// its place, put onto the disk and renamed, so that a state that is there is whole, and so is what it names.
class CheckpointFolder
{
public:
    /// States are written at least this often while an epoch lasts.
    static constexpr qint64 kInterval = 60'000; // ms

    explicit CheckpointFolder(const QString &runFolder);

    [[nodiscard]] QString startPath() const { return path(QStringLiteral("start.safetensors")); }
    [[nodiscard]] QString bestPath(int epoch) const;

    /// Makes the folder, without what an earlier run left there.
    Result<void> begin();
    /// The best epoch's answers; its model is written to bestPath() by who has the network.
    Result<void> writeAnswers(int epoch, const Evaluation &validation, const std::vector<int> &photos);
    /// Unwritable: the disk is full or the folder went away; the states of before are still there.
    Result<void> write(const Checkpoint &checkpoint);
    /// Whether a state of the middle of an epoch is due.
    [[nodiscard]] bool isDue() const { return m_sinceWritten.hasExpired(kInterval); }

    /// The newest state that can be read; nothing where there is none. Unreadable: there are some, and all are damaged.
    [[nodiscard]] Result<std::optional<Checkpoint>> readLatest() const;
    /// The best epoch's tensors by their names in the network.
    [[nodiscard]] Result<SafetensorsContent> readBest(int epoch) const;
    /// The best epoch's logits, photos × classes, and "photos": their numbers in the cache.
    [[nodiscard]] Result<SafetensorsContent> readAnswers(int epoch) const;

    /// When the run is completed and that is written down.
    void remove();

private:
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] QStringList states() const; ///< names, oldest first
    void removeUnused() const;

    QString m_folder;
    QElapsedTimer m_sinceWritten;
};

} // namespace flower
