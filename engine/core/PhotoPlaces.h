// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QHash>
#include <QString>

namespace flower {

/// What a user said about where photos lie now that aren't where runs and lists of photos (CSV) recorded them. Those files are never
/// changed for it. All paths are absolute and clean.
struct PhotoPlaces {
    QHash<QString, QString> folders; ///< what lay beneath the one lies beneath the other, by the same name
    QHash<QString, QString> photos;  ///< single ones; to itself: its folder's move doesn't hold for it; empty: takes back
                                     ///< what was said for it alone

    [[nodiscard]] bool isEmpty() const { return folders.isEmpty() && photos.isEmpty(); }
    /// Where a photo is: the place that was said for it alone; else where it was recorded; else, where its folder was moved to. A place
    /// where nothing is doesn't count. Looks at the disk.
    [[nodiscard]] QString placeOf(const QString &path) const;
    /// Where a data set lies, a folder or a list: it follows the folder that its photos are named from.
    [[nodiscard]] QString placeOfDataset(const QString &rootPath) const;
    /// Where a folder was that is `folder` now; empty where nothing was said of it. Doesn't look at the disk.
    [[nodiscard]] QString formerFolder(const QString &folder) const;
    /// Takes what was said later: it holds where both speak of the same.
    void add(const PhotoPlaces &later);

    bool operator==(const PhotoPlaces &) const = default;
};

struct PhotoMarks;
/// Marks of photos where these are now: marks that were made when the data set lay at `rootThen`, for one that lies at `rootNow`.
PhotoMarks followPhotos(const PhotoMarks &marks, const QString &rootThen, const QString &rootNow, const PhotoPlaces &places);

/// PhotoPlaces as JSON, version 1:
///
///     {"version": 1, "folders": [{"from": "/photos/meadow", "to": "/archive/meadow"}],
///      "photos": [{"from": "/photos/1.jpg", "to": "/archive/rose.jpg"}]}
class PhotoPlacesFile
{
public:
    /// An empty path: nothing is kept.
    explicit PhotoPlacesFile(QString path);

    /// Errors: NotFound; Unreadable where it is damaged; Unsupported where a newer version of the program wrote it.
    [[nodiscard]] Result<PhotoPlaces> read() const;
    /// What is known; nothing where the file can't be read.
    [[nodiscard]] PhotoPlaces known() const;
    /// Adds to what the file holds, beside its place and renamed. A damaged file is set aside first; one of a newer version is left
    /// alone (Unsupported).
    Result<void> add(const PhotoPlaces &places);

private:
    QString m_path;
};

} // namespace flower
