// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoFeatureSource.h"
#include "engine/data/check/KeptLikeness.h"
#include "engine/data/check/TraitsCache.h"

#include <memory>
#include <optional>
#include <vector>

namespace flower {

/// The part of a scan that compares photos as a pretrained network sees them. It does without where there are no weights, and says so.
class LikenessScan
{
public:
    static constexpr int kMostPhotos = 50'000; ///< all are compared with all

    /// A content whose features aren't known yet, and its picture of PhotoFeatureSource::kSide.
    struct NewPhoto {
        QByteArray sha256;
        RgbImage picture;
    };

    /// `source`: null, and there is nothing to compare with. `photos`: how many there are.
    LikenessScan(std::shared_ptr<PhotoFeatureSource> source, const QString &cacheFolder, int photos);
    ~LikenessScan();
    Q_DISABLE_COPY_MOVE(LikenessScan)

    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Whether the picture of a content is needed.
    [[nodiscard]] bool needs(const QByteArray &sha256) const { return m_isOn && !m_traits.contains(sha256); }
    /// What comparing these contents found, where it is kept from an earlier scan; `labels`: their classes. Of nothing where it is off.
    [[nodiscard]] std::optional<LikenessFindings> known(const std::vector<QByteArray> &contents, const std::vector<int> &labels);
    void add(const std::vector<NewPhoto> &photos);
    /// Keeps what it saw and, unless `control` asks to stop, compares the contents with each other.
    LikenessFindings compare(const std::vector<QByteArray> &contents, const std::vector<int> &labels, int threads, RunControl &control);
    /// What wasn't looked for, and why, as a sentence; empty: all was.
    [[nodiscard]] QString skipped() const { return m_skipped; }

private:
    void turnOff(const QString &why);
    void keepTraitsOf(const std::vector<QByteArray> &contents);
    /// What the findings of these contents are kept by.
    [[nodiscard]] QByteArray keyOf(const std::vector<QByteArray> &contents, const std::vector<int> &labels) const;

    std::shared_ptr<PhotoFeatureSource> m_source;
    QByteArray m_weights;
    TraitsCache m_traits;
    KeptLikeness m_kept;
    bool m_isOn = false;
    QString m_skipped;
};

} // namespace flower
