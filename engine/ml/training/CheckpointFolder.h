// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/Checkpoint.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// The files of RUN/checkpoints: the network that the run started from (start.safetensors), the last two states
/// (state-000012.safetensors), and the best epochs that these name: each as a model that can be used
/// (best-0007.safetensors) with its answers to the validation photos (answers-0007.safetensors). Every file is written beside
/// its place, put onto the disk and renamed, so that a state that is there is whole, and so is what it names.
class CheckpointFolder
{
public:
    explicit CheckpointFolder(const QString &runFolder);

    [[nodiscard]] QString startPath() const { return path(QStringLiteral("start.safetensors")); }
    [[nodiscard]] QString bestPath(int epoch) const;

    /// Makes the folder, without what an earlier run left there.
    Result<void> begin() const;
    /// Takes away what a kill left half written beside its place.
    void removeHalfWritten() const;
    /// A best epoch: its model, and its answers as answersOf() makes them.
    Result<void> writeBest(int epoch, const SafetensorsContent &model, const SafetensorsContent &answers) const;
    /// Unwritable: the disk is full or the folder went away; the states of before are still there.
    Result<void> write(const Checkpoint &checkpoint) const;

    /// The newest state that can be read; nothing where there is none. Unreadable: there are some, and all are damaged.
    [[nodiscard]] Result<std::optional<Checkpoint>> readLatest() const;
    /// The best epoch's tensors by their names in the network.
    [[nodiscard]] Result<SafetensorsContent> readBest(int epoch) const;
    /// Its answersOf().
    [[nodiscard]] Result<SafetensorsContent> readAnswers(int epoch) const;

    /// When the run is completed and that is written down.
    void remove() const;

private:
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] QStringList states() const; ///< names, oldest first
    void removeUnused() const;

    QString m_folder;
};

/// The logits of an evaluation, photos × classes, and "photos": the numbers in the cache of its photos, in order.
SafetensorsContent answersOf(const Evaluation &validation, const std::vector<int> &photos);

} // namespace flower
