// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoMap.h"
#include "engine/core/Result.h"

namespace flower {

/// A finished map beside the model that it was made with: `map-test-tsne.json` and the like (version 1). It holds the hashes of the
/// model's bytes and of the photos' paths, so that it counts for these only; the file can be deleted at any time.
class PhotoMapFile
{
public:
    explicit PhotoMapFile(const MapRequest &request);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Errors: NotFound where there is none, or one of another model, other photos or another seed; Unreadable; Unsupported (newer).
    [[nodiscard]] Result<PhotoMap> read() const;
    Result<void> write(const PhotoMap &map);

private:
    /// Of the model as it was when it was first asked for: a map may take minutes, and is of the model that was there before.
    const QString &modelHash() const;

    MapRequest m_request;
    QString m_path;
    mutable QString m_modelHash;
};

} // namespace flower
