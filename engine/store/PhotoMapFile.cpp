// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/PhotoMapFile.h"

#include "engine/core/PathParts.h"
#include "engine/core/StoredFile.h"
#include "engine/core/StoredPaths.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace flower {

namespace {

constexpr int kVersion = 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// The folder that all photos lie in: a map is kept when they are moved together.
QString folderOf(const QList<Sample> &photos)
{
    QString folder;
    for (const Sample &photo : photos) {
        const QString parent = parentFolder(photo.path);
        folder = folder.isNull() ? parent : commonFolder(folder, parent);
    }
    return folder;
}

QString photosHash(const QList<Sample> &photos, const QString &folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Sample &photo : photos) {
        hash.addData((folder.isEmpty() ? photo.path : storedPath(folder, photo.path)).toUtf8());
        hash.addData(QByteArrayView("\n"));
    }
    return QString::fromLatin1(hash.result().toHex());
}

/// One photo as [number, x, y].
QJsonArray placeOf(int photo, QPointF place)
{
    return {photo, QString::number(place.x(), 'g', 6).toDouble(), QString::number(place.y(), 'g', 6).toDouble()};
}

} // namespace

PhotoMapFile::PhotoMapFile(const MapRequest &request)
    : m_request(request),
      m_path(QFileInfo(request.modelPath).absolutePath()
             + QStringLiteral("/map-%1-%2.json").arg(subsetKey(request.subset), mapMethodKey(request.method)))
{
}

const QString &PhotoMapFile::modelHash() const
{
    if (m_modelHash.isEmpty())
        m_modelHash = fileHash(m_request.modelPath);
    return m_modelHash;
}

Result<PhotoMap> PhotoMapFile::read() const
{
    const QString damagedText = tr("%1 is no map of photos, or it is damaged.");
    const Result<QJsonObject> file =
        readJsonFile(m_path, {kVersion, damagedText, tr("%1 was written by a newer version of Flower Trainer.")});
    if (!file)
        return file.error();
    const QJsonObject &root = *file;
    const auto isOurs = [&root](const QString &key, const QString &value) { return root.value(key).toString() == value; };
    if (!isOurs(QStringLiteral("seed"), QString::number(m_request.seed)) // the cheap ones first
        || !(isOurs(QStringLiteral("photos_sha256"), photosHash(m_request.photos, folderOf(m_request.photos)))
             || isOurs(QStringLiteral("photos_sha256"), photosHash(m_request.photos, {}))) // as earlier versions wrote it
        || !isOurs(QStringLiteral("model_sha256"), modelHash()))
        return Error{ErrorCode::NotFound, tr("%1 is of another model or of other photos.").arg(m_path)};
    const Error damaged{ErrorCode::Unreadable, damagedText.arg(m_path)};
    if (!root.value(QStringLiteral("places")).isArray())
        return damaged;

    PhotoMap map;
    map.method = m_request.method;
    map.unreadable = root.value(QStringLiteral("unreadable")).toInt();
    map.leftOut = root.value(QStringLiteral("left_out")).toInt();
    map.step = map.steps = root.value(QStringLiteral("steps")).toInt();
    int last = -1;
    for (const QJsonValue &value : root.value(QStringLiteral("places")).toArray()) {
        const QJsonArray place = value.toArray();
        const int photo = place.at(0).toInt(-1);
        if (place.size() != 3 || photo <= last || photo >= m_request.photos.size() || !place.at(1).isDouble() || !place.at(2).isDouble())
            return damaged;
        last = photo;
        map.photos.append(photo);
        map.places.append(QPointF(place.at(1).toDouble(), place.at(2).toDouble()));
    }
    return map;
}

Result<void> PhotoMapFile::write(const PhotoMap &map)
{
    QJsonArray places;
    for (qsizetype index = 0; index < map.photos.size(); ++index)
        places.append(placeOf(map.photos.at(index), map.places.at(index)));
    const QJsonObject root{{QStringLiteral("version"), kVersion},
                           {QStringLiteral("model_sha256"), modelHash()},
                           {QStringLiteral("photos_sha256"), photosHash(m_request.photos, folderOf(m_request.photos))},
                           {QStringLiteral("seed"), QString::number(m_request.seed)},
                           {QStringLiteral("steps"), map.steps},
                           {QStringLiteral("unreadable"), map.unreadable},
                           {QStringLiteral("left_out"), map.leftOut},
                           {QStringLiteral("places"), places}};
    return writeFile(m_path, QJsonDocument(root).toJson(QJsonDocument::Compact));
}

} // namespace flower
