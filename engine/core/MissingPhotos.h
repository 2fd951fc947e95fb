// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoContent.h"
#include "engine/core/PhotoPlaces.h"
#include "engine/core/Result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace flower {

/// A photo that is not where it was recorded.
struct WantedPhoto {
    QString path;         ///< where it was recorded: absolute
    QString relativePath; ///< the end of `path` by which its data set names it
    PhotoContent content; ///< as far as it is known

    bool operator==(const WantedPhoto &) const = default;
};

/// The photos of a data set or a run that are not where they were recorded, nor where the user said they were.
struct MissingPhotos {
    QString name;              ///< of the data set
    QList<WantedPhoto> photos;
    int total = 0;             ///< of all photos, missing or not

    bool operator==(const MissingPhotos &) const = default;
};

/// A folder from which photos are missing.
struct MissingFolder {
    QString path;
    int photos = 0;

    bool operator==(const MissingFolder &) const = default;
};

/// The photos of `paths`, with their contents where these are known, that aren't there by what `places` says. They are named from
/// `folder`, those that lay elsewhere from the folder that they have in common. Looks at the disk for each.
QList<WantedPhoto> missingPhotos(const QStringList &paths, const QList<PhotoContent> &contents, const QString &folder,
                                 const PhotoPlaces &places);
/// Those that a list of photos (CSV) names. Errors: as readPhotoList().
Result<MissingPhotos> missingPhotosOfList(const QString &file, const PhotoPlaces &places);
/// The folders of missing photos, those with the most first; where they are many, their parents.
QList<MissingFolder> missingFolders(const QList<WantedPhoto> &photos);

} // namespace flower
