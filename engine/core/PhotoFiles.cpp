// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoFiles.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

namespace flower {

bool hasPhotoEnding(const QString &fileName)
{
    static const QSet<QString> kEndings{QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("jpe"),
                                        QStringLiteral("png"), QStringLiteral("webp"), QStringLiteral("bmp"),
                                        QStringLiteral("tif"), QStringLiteral("tiff")};
    return !fileName.contains(QChar(0)) && kEndings.contains(fileName.section(QLatin1Char('.'), -1).toLower());
}

QStringList photoFilesIn(const QStringList &paths)
{
    QStringList photos;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            photos.append(path);
            continue;
        }
        QStringList found;
        QDirIterator walk(path, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            if (const QString file = walk.next(); hasPhotoEnding(file))
                found.append(file);
        }
        found.sort();
        photos += found;
    }
    return photos;
}

} // namespace flower
