// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"

#include <QList>
#include <QMetaType>
#include <QPointF>
#include <QString>

namespace flower {

/// How the network's features of a photo become a place on a plane.
enum class MapMethod {
    Pca,  ///< the two directions in which the features differ most (principal component analysis); keeps distances as far as it can
    Tsne, ///< neighbours stay neighbours (van der Maaten and Hinton 2008); distances between groups mean little
};

/// "pca" or "tsne": the words that files use.
QString mapMethodKey(MapMethod method);

/// Exact t-SNE compares every photo with every other, so its time and memory grow with the square of their number.
inline constexpr int kMostTsnePhotos = 2000;

/// Photos to be placed by what a model sees of them.
struct MapRequest {
    QString modelPath;
    Subset subset = Subset::Test; ///< whose photos they are
    QList<Sample> photos;         ///< labels: only for the choice of photos where there are too many
    MapMethod method = MapMethod::Tsne;
    quint64 seed = 1;
    bool onlyKept = false;        ///< only a map that was reckoned before; NotFound without one

    bool operator==(const MapRequest &) const = default;
};

/// Where photos lie. The units mean nothing; both axes have the same.
struct PhotoMap {
    MapMethod method = MapMethod::Tsne;
    QList<int> photos;            ///< those placed, by their number in the request, rising
    QList<QPointF> places;        ///< beside `photos`
    int unreadable = 0;           ///< photos whose files couldn't be read
    int leftOut = 0;              ///< photos beyond what the method takes, see sampleForMap()
    int step = 0;                 ///< of `steps`; a map with fewer steps is one on its way
    int steps = 0;

    [[nodiscard]] bool isFinished() const { return step >= steps; }
    bool operator==(const PhotoMap &) const = default;
};

/// At most `most` of the photos, by their number and rising: of each class the same part, drawn with `seed`. All where there are no more.
QList<int> sampleForMap(const QList<Sample> &photos, int most, quint64 seed);

} // namespace flower

Q_DECLARE_METATYPE(flower::MapRequest)
Q_DECLARE_METATYPE(flower::PhotoMap)
