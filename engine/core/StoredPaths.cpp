// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/StoredPaths.h"

#include "engine/core/PathParts.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>

#include <algorithm>
#include <array>

namespace flower {

namespace {

constexpr qsizetype kProjectDepth = 2; // PROJECT/photos/meadow beside PROJECT/runs/2026-05-01

bool isSlash(QChar character)
{
    return character == QLatin1Char('/') || character == QLatin1Char('\\');
}

bool isBeneath(const QString &folder, const QString &path)
{
    return path.startsWith(folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/'));
}

} // namespace

bool leadsToNetwork(const QString &path)
{
    return path.size() > 1 && isSlash(path.at(0)) && isSlash(path.at(1));
}

QString datasetFolder(const QString &rootPath)
{
    const QFileInfo root(rootPath);
    const bool isList = root.exists() ? !root.isDir() : root.suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0;
    return QDir::cleanPath(isList ? root.absolutePath() : root.absoluteFilePath());
}

bool isEverybodys(const QString &folder)
{
    using Places = QStandardPaths;
    if (QDir(folder).isRoot() || folder.endsWith(QLatin1Char(':')) || folder == QDir::cleanPath(QDir::homePath()) || folder == QDir::cleanPath(QDir::tempPath()))
        return true;
    constexpr std::array kPlaces{Places::DesktopLocation, Places::DocumentsLocation, Places::DownloadLocation, Places::MusicLocation,
                                 Places::PicturesLocation, Places::MoviesLocation, Places::GenericDataLocation};
    return std::any_of(kPlaces.begin(), kPlaces.end(), [&folder](Places::StandardLocation place) {
        return folder == QDir::cleanPath(Places::writableLocation(place));
    });
}

QString commonFolder(const QString &first, const QString &second)
{
    QString common = first;
    while (common != second && !isBeneath(common, second)) {
        const QString parent = parentFolder(common);
        if (parent.isEmpty() || parent == common)
            return second.startsWith(QLatin1Char('/')) && common.startsWith(QLatin1Char('/')) ? QStringLiteral("/") : QString();
        common = parent;
    }
    return common;
}

QString storedPath(const QString &folder, const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    if (folder.isEmpty() || !isBeneath(folder, clean))
        return clean;
    return clean.mid(folder.endsWith(QLatin1Char('/')) ? folder.size() : folder.size() + 1);
}

QString pathFromStored(const QString &folder, const QString &stored)
{
    if (!leadsToNetwork(stored))
        return QDir::cleanPath(QDir(folder).absoluteFilePath(stored));
    QString beneath = stored;
    beneath.replace(QLatin1Char('\\'), QLatin1Char('/'));
    while (beneath.startsWith(QLatin1Char('/')))
        beneath.remove(0, 1);
    return QDir::cleanPath(folder + QLatin1Char('/') + beneath);
}

QString storedDatasetPath(const QString &runFolder, const QString &rootPath)
{
    if (rootPath.isEmpty())
        return {};
    const QString path = QDir::cleanPath(rootPath);
    const QString run = QDir::cleanPath(QFileInfo(runFolder).absoluteFilePath());
    const QString photos = datasetFolder(path);
    const QString project = commonFolder(photos, run);
    const auto depth = [&project](const QString &folder) { return folder.mid(project.size()).count(QLatin1Char('/')); };
    if (project.isEmpty() || isEverybodys(project) || (project != photos && std::max(depth(photos), depth(run)) > kProjectDepth))
        return path;
    return QDir::cleanPath(QDir(run).relativeFilePath(path));
}

} // namespace flower
