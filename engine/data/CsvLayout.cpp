// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Layouts.h"

#include "engine/core/PhotoPlaces.h"

namespace flower {

Result<Listing> listCsv(const QString &file, const PhotoPlaces &places)
{
    Result<PhotoList> list = readPhotoList(file);
    if (!list)
        return list.error();
    if (!places.isEmpty()) {
        for (ListedPhoto &photo : list->photos)
            photo.path = places.placeOf(photo.path);
    }
    return Listing{DatasetKind::Csv, std::move(list->classNames), std::move(list->photos), std::move(list->problems)};
}

} // namespace flower
