// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/ml/Torch.h"

#include <QString>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// Pooled features of some photos under several views, views × photos × channels, float: in memory, or where they are
/// large in a file that is mapped into memory, so that the system can put them out to disk. The file goes with this.
class FeatureStore
{
public:
    /// More than this goes into a file.
    static constexpr qint64 kBytesInMemory = 256'000'000;

    FeatureStore() = default;
    /// Takes away files in `folder` that a kill left behind. Not while another store has one there.
    static void removeLeftBehind(const QString &folder);
    /// `folder`: where the file is made if there is need of one. Unwritable: it can't be, or the disk is full.
    static Result<FeatureStore> create(int64_t views, int64_t photos, int64_t channels, const QString &folder,
                                       qint64 bytesInMemory = kBytesInMemory);
    FeatureStore(FeatureStore &&other) noexcept;
    FeatureStore &operator=(FeatureStore &&other) noexcept;
    ~FeatureStore();

    /// Features of all photos under one view, photos × channels; what is written into it is kept.
    [[nodiscard]] torch::Tensor view(int64_t index) const { return m_features.select(0, index); }
    [[nodiscard]] bool isMapped() const { return !m_path.isEmpty(); }

private:
    torch::Tensor m_features;
    QString m_path; ///< of the mapped file
};

} // namespace flower
