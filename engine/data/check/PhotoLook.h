// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/check/ScanCache.h"

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
};

/// Looks at a file; `cache` is only read. What is known already isn't decoded; a JPEG is decoded at the size that is enough.
PhotoLook lookAt(const QString &path, const ScanCache &cache);

/// The whole photo made square, of PhotoFeatureSource::kSide pixels, because what is cut off or stands at its sides matters. Empty where
/// the file isn't any more what it was when it was looked at, or can't be decoded.
RgbImage pictureFor(const QString &path, const FileState &state);

} // namespace flower
