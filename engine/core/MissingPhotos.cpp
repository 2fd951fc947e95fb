// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/MissingPhotos.h"

#include "engine/core/PathParts.h"
#include "engine/core/PhotoList.h"
#include "engine/core/StoredPaths.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>

#include <algorithm>

namespace flower {

namespace {

constexpr qsizetype kMostFolders = 8; // that are told apart

} // namespace

QList<WantedPhoto> missingPhotos(const QStringList &paths, const QList<PhotoContent> &contents, const QString &folder,
                                 const PhotoPlaces &places)
{
    QList<WantedPhoto> missing;
    QString common; // of those that lay elsewhere
    for (qsizetype number = 0; number < paths.size(); ++number) {
        const QString &path = paths.at(number);
        if (QFileInfo::exists(places.placeOf(path)))
            continue;
        const QString relative = storedPath(folder, path);
        missing.append({path, relative == path ? QString() : relative, contents.value(number)});
        if (relative == path) {
            const QString parent = parentFolder(path);
            common = common.isNull() ? parent : commonFolder(common, parent);
        }
    }
    for (WantedPhoto &photo : missing) {
        if (photo.relativePath.isEmpty())
            photo.relativePath = storedPath(common, photo.path);
    }
    return missing;
}

Result<MissingPhotos> missingPhotosOfList(const QString &file, const PhotoPlaces &places)
{
    const Result<PhotoList> list = readPhotoList(file);
    if (!list)
        return list.error();
    QStringList paths;
    QList<PhotoContent> contents;
    for (const ListedPhoto &photo : list->photos) {
        paths.append(photo.path);
        contents.append(photo.content);
    }
    return MissingPhotos{QFileInfo(file).absoluteDir().dirName(), missingPhotos(paths, contents, datasetFolder(file), places),
                         static_cast<int>(paths.size())};
}

QList<MissingFolder> missingFolders(const QList<WantedPhoto> &photos)
{
    QMap<QString, int> folders;
    for (const WantedPhoto &photo : photos)
        ++folders[parentFolder(photo.path)];
    while (folders.size() > kMostFolders) {
        qsizetype deepest = 0;
        for (auto folder = folders.cbegin(); folder != folders.cend(); ++folder)
            deepest = std::max(deepest, folder.key().count(QLatin1Char('/')));
        if (deepest < 2)
            break;
        QMap<QString, int> parents;
        for (auto folder = folders.cbegin(); folder != folders.cend(); ++folder)
            parents[folder.key().count(QLatin1Char('/')) == deepest ? parentFolder(folder.key()) : folder.key()] += folder.value();
        folders = parents;
    }
    QList<MissingFolder> list;
    for (auto folder = folders.cbegin(); folder != folders.cend(); ++folder)
        list.append({folder.key(), folder.value()});
    std::stable_sort(list.begin(), list.end(), [](const MissingFolder &a, const MissingFolder &b) { return a.photos > b.photos; });
    return list;
}

} // namespace flower
