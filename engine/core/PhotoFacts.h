// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>

#include <optional>

namespace flower {

/// A place on the Earth in degrees (WGS 84); north and east are positive.
struct GeoPosition {
    double latitude = 0.0;
    double longitude = 0.0;

    bool operator==(const GeoPosition &) const = default;
};

/// When and where a photo was taken, as far as its file says.
struct PhotoFacts {
    std::optional<QDateTime> taken; ///< by the camera's clock; with its offset from UTC where the file has that, else local time
    std::optional<GeoPosition> place;

    bool operator==(const PhotoFacts &) const = default;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::PhotoFacts)
