// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/check/ScanCache.h"

#include <functional>
#include <optional>

namespace flower {

/// What is known of one photo after it was looked at.
struct PhotoLook {
    FileState state;
    QByteArray sha256;          ///< empty: the file can't be opened, or needn't be
    std::optional<int> content; ///< known from before
    ContentFacts facts;         ///< of a content that isn't
    QString problem;
    bool isDecoded = false;
    RgbImage picture;           ///< square, of PhotoFeatureSource::kSide, where it is needed; else empty
};

/// Looks at a file; `cache` is only read. What is known already isn't decoded, unless `needsPicture(hash of the content)` says so.
/// Each photo is decoded once, at the size that is enough.
PhotoLook lookAt(const QString &path, const ScanCache &cache, const std::function<bool(const QByteArray &sha256)> &needsPicture);

} // namespace flower
