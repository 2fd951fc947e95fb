// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DataScan.h"
#include "engine/core/Result.h"
#include "engine/data/check/OddPhotos.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace flower {

/// What comparing all photos of a data set by their traits found; positions among its contents.
struct LikenessFindings {
    QList<NearCopy> copies;
    std::vector<FoundOddPhoto> odd;

    bool operator==(const LikenessFindings &) const = default;
};

/// What was found in the last data sets, in one file: comparing takes seconds, but comes to the same as long as the photos, their
/// classes and the weights are the same. A file that is damaged or of another version is as good as none.
class KeptLikeness
{
public:
    static constexpr int kMostSets = 16; ///< the oldest go first

    /// `path`: the file; empty: nothing is kept.
    explicit KeptLikeness(QString path) : m_path(std::move(path)) {}

    /// `key`: 32 bytes that stand for photos, classes and weights. `photos`: how many there are.
    [[nodiscard]] std::optional<LikenessFindings> find(const QByteArray &key, int photos) const;
    /// Writes the file beside its place and renames it. Unwritable.
    Result<void> add(const QByteArray &key, const LikenessFindings &findings);

private:
    [[nodiscard]] QList<std::pair<QByteArray, LikenessFindings>> read() const;

    QString m_path;
};

} // namespace flower
