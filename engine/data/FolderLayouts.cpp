// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Layouts.h"

#include "engine/core/PhotoFiles.h"
#include "engine/core/SubsetWords.h"

#include <QDir>
#include <QFileInfo>

namespace flower {

Listing listClassFolders(const QString &folder)
{
    Listing listing;
    const QDir root(folder);
    for (const QString &className : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        listing.classNames.append(className);
        const QDir classFolder(root.filePath(className));
        for (const QString &file : classFolder.entryList(QDir::Files, QDir::Name)) {
            if (hasPhotoEnding(file))
                listing.photos.append({classFolder.absoluteFilePath(file), className, std::nullopt});
        }
    }
    return listing;
}

std::optional<Listing> listSplitFolders(const QString &folder)
{
    Listing all;
    all.kind = DatasetKind::SplitFolders;
    bool hasTrain = false;
    const QDir root(folder);
    for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const std::optional<Subset> subset = subsetOf(name);
        if (!subset)
            continue;
        hasTrain = hasTrain || *subset == Subset::Train;
        Listing part = listClassFolders(root.filePath(name));
        for (ListedPhoto &photo : part.photos) {
            photo.subset = subset;
            all.photos.append(photo);
        }
        all.classNames += part.classNames;
    }
    all.classNames.removeDuplicates();
    all.classNames.sort();
    return hasTrain && !all.photos.isEmpty() ? std::optional<Listing>(all) : std::nullopt;
}

} // namespace flower
