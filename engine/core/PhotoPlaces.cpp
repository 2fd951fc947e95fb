// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoPlaces.h"

#include "engine/core/PathParts.h"
#include "engine/core/PhotoMarks.h"
#include "engine/core/StoredFile.h"
#include "engine/core/StoredPaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <optional>

namespace flower {

namespace {

constexpr int kVersion = 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// Where `path` lies by the rule of the folder nearest to it; empty where there is none.
QString byFolder(const QHash<QString, QString> &folders, const QString &path)
{
    for (QString folder = folders.isEmpty() ? QString() : path; !folder.isEmpty(); folder = parentFolder(folder)) {
        if (const auto rule = folders.constFind(folder); rule != folders.cend())
            return *rule + path.mid(folder.size());
    }
    return {};
}

QJsonArray toJson(const QHash<QString, QString> &places)
{
    QMap<QString, QString> sorted;
    for (auto place = places.cbegin(); place != places.cend(); ++place)
        sorted.insert(place.key(), place.value());
    QJsonArray array;
    for (auto place = sorted.cbegin(); place != sorted.cend(); ++place)
        array.append(QJsonObject{{QStringLiteral("from"), place.key()}, {QStringLiteral("to"), place.value()}});
    return array;
}

/// Nothing where the value is no list of places.
std::optional<QHash<QString, QString>> placesFrom(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    QHash<QString, QString> places;
    for (const QJsonValue &place : value.toArray()) {
        const QString from = place.toObject().value(QStringLiteral("from")).toString();
        const QString to = place.toObject().value(QStringLiteral("to")).toString();
        if (!QDir::isAbsolutePath(from) || !QDir::isAbsolutePath(to) || from.contains(QChar(0)) || to.contains(QChar(0)))
            return std::nullopt;
        places.insert(QDir::cleanPath(from), QDir::cleanPath(to));
    }
    return places;
}

} // namespace

QString PhotoPlaces::placeOf(const QString &path) const
{
    if (const auto said = photos.constFind(path); said != photos.cend() && !said->isEmpty())
        return QFileInfo::exists(*said) ? *said : path;
    const QString moved = byFolder(folders, path);
    return moved.isEmpty() || QFileInfo::exists(path) || !QFileInfo::exists(moved) ? path : moved;
}

QString PhotoPlaces::placeOfDataset(const QString &rootPath) const
{
    const QString moved = byFolder(folders, QDir::cleanPath(rootPath));
    return moved.isEmpty() || QFileInfo::exists(rootPath) || !QFileInfo::exists(datasetFolder(moved)) ? rootPath : moved;
}

QString PhotoPlaces::formerFolder(const QString &folder) const
{
    QString former;
    qsizetype longest = -1;
    for (auto rule = folders.cbegin(); rule != folders.cend(); ++rule) {
        const bool isHere = folder == rule.value() || folder.startsWith(rule.value() + QLatin1Char('/'));
        if (isHere && rule.value().size() > longest) {
            longest = rule.value().size();
            former = rule.key() + folder.mid(rule.value().size());
        }
    }
    return former;
}

void PhotoPlaces::add(const PhotoPlaces &later)
{
    folders.insert(later.folders);
    for (auto photo = later.photos.cbegin(); photo != later.photos.cend(); ++photo) {
        if (photo.value().isEmpty())
            photos.remove(photo.key());
        else
            photos.insert(photo.key(), photo.value());
    }
}

PhotoMarks followPhotos(const PhotoMarks &marks, const QString &rootThen, const QString &rootNow, const PhotoPlaces &places)
{
    if (places.isEmpty())
        return marks;
    PhotoMarks followed;
    const QDir folderThen(datasetFolder(rootThen)); // once: it looks at the disk
    const QDir folderNow(datasetFolder(rootNow));
    for (auto mark = marks.photos.cbegin(); mark != marks.photos.cend(); ++mark) {
        const QString then = QDir::cleanPath(folderThen.absoluteFilePath(mark.key()));
        const QString now = places.placeOf(then);
        followed.photos.insert(now == then ? mark.key() : folderNow.relativeFilePath(now), mark.value());
    }
    return followed;
}

PhotoPlacesFile::PhotoPlacesFile(QString path) : m_path(std::move(path)) {}

Result<PhotoPlaces> PhotoPlacesFile::read() const
{
    const QString damaged = tr("%1, which says where photos were moved to, is damaged.");
    const Result<QJsonObject> root =
        readJsonFile(m_path, {kVersion, damaged,
                              tr("%1, which says where photos were moved to, was written by a newer version of Flower Trainer. Update the "
                                 "program; the file was left as it is.")});
    if (!root)
        return root.error();
    const auto folders = placesFrom(root->value(QStringLiteral("folders")));
    const auto photos = placesFrom(root->value(QStringLiteral("photos")));
    if (!folders || !photos)
        return Error{ErrorCode::Unreadable, damaged.arg(m_path)};
    return PhotoPlaces{*folders, *photos};
}

PhotoPlaces PhotoPlacesFile::known() const
{
    Result<PhotoPlaces> places = read();
    return places ? std::move(places).value() : PhotoPlaces();
}

Result<void> PhotoPlacesFile::add(const PhotoPlaces &places)
{
    if (m_path.isEmpty() || places.isEmpty())
        return {};
    Result<PhotoPlaces> present = read();
    if (!present && present.error().code == ErrorCode::Unsupported)
        return present.error();
    if (!present && present.error().code != ErrorCode::NotFound) {
        if (const Result<QString> aside = setAside(m_path); !aside)
            return aside.error();
    }
    PhotoPlaces all = present ? std::move(present).value() : PhotoPlaces();
    all.add(places);
    const QJsonObject root{{QStringLiteral("version"), kVersion},
                           {QStringLiteral("folders"), toJson(all.folders)},
                           {QStringLiteral("photos"), toJson(all.photos)}};
    QDir().mkpath(QFileInfo(m_path).absolutePath()); // where it fails, writing says why
    return writeFile(m_path, QJsonDocument(root).toJson());
}

} // namespace flower
