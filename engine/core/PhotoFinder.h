// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/MissingPhotos.h"

#include <QList>
#include <QString>

namespace flower {

/// Why a file is taken for a wanted photo, or isn't.
enum class FoundBy {
    Nothing, ///< no file is like it
    Content, ///< the same bytes, whatever its name
    Place,   ///< it lies as its data set says; its content was never known
    Name,    ///< the only file of this name; its content was never known
    Changed, ///< a file lies where the photo should, but it has another content: it is not taken
};

struct FoundPhoto {
    FoundBy by = FoundBy::Nothing;
    QString path; ///< empty where there is nothing

    bool operator==(const FoundPhoto &) const = default;
};

/// What findPhotos() found: one for each wanted photo, in their order.
struct FoundPhotos {
    QList<FoundPhoto> photos;

    [[nodiscard]] int count(FoundBy by) const;
    bool operator==(const FoundPhotos &) const = default;
};

/// Looks for photos in a folder and all below it: by content where that is known, and never by name then; else by the place that their
/// data set gives them, else by a name that only one file and one wanted photo have. Only files of a wanted size are read, on all
/// processors. `progress`: files seen (of 0), then files read. Errors: NotFound; Interrupted.
Result<FoundPhotos> findPhotos(const QList<WantedPhoto> &wanted, const QString &folder, RunControl &control, const ProgressSink &progress);

/// What to remember of it: a folder's move where most of its photos moved together, and single photos. Those that were found by
/// name alone count where `withNames`. A changed photo stays missing although its folder was moved.
PhotoPlaces placesOf(const QList<WantedPhoto> &wanted, const FoundPhotos &found, bool withNames);

} // namespace flower
