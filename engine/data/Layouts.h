// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/PhotoList.h"

#include <QList>
#include <QString>

#include <optional>

// Internal to flower_data: one function per layout. Each returns photos with their class names; checking, splitting and
// sorting come after, in FlowerDatasetReader.

namespace flower {

struct PhotoPlaces;

/// What a layout found.
struct Listing {
    DatasetKind kind = DatasetKind::ClassFolders;
    QStringList classNames;       ///< in the layout's order, empty classes included
    QList<ListedPhoto> photos;
    QList<PhotoProblem> problems;
};

Listing listClassFolders(const QString &folder);
/// Nothing where `folder` has no train folder.
std::optional<Listing> listSplitFolders(const QString &folder);
/// The photos of a list, where `places` says that they are.
Result<Listing> listCsv(const QString &file, const PhotoPlaces &places);
/// Nothing where `folder` isn't Oxford 102.
std::optional<Result<Listing>> listOxford102(const QString &folder);

/// The 102 English names, in the order of the official labels 1 to 102.
const QStringList &oxford102Names();

/// Gives each photo a subset: stratified by class, 70/15/15, the same for the same seed on every system. `samples` come
/// sorted.
void splitStratified(QList<Sample> &samples, int classes, quint64 seed);

} // namespace flower
