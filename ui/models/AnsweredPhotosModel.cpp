// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/AnsweredPhotosModel.h"

#include "ui/Format.h"
#include "ui/models/ScoredClasses.h"
#include "ui/models/ThumbnailLoader.h"

#include <QFileInfo>
#include <QLocale>
#include <QPixmap>

#include <algorithm>

namespace flower {

AnsweredPhotosModel::AnsweredPhotosModel(ThumbnailLoader *thumbnails, QObject *parent)
    : QAbstractListModel(parent), m_thumbnails(thumbnails)
{
    connect(thumbnails, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        for (const int row : m_waiting.take(path)) {
            noteMissing(row);
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole, MissingRole});
        }
    });
}

void AnsweredPhotosModel::setPhotos(const QList<PhotoResult> &photos, const QStringList &classNames)
{
    beginResetModel();
    m_photos = photos;
    m_classNames = classNames;
    m_waiting.clear();
    m_missing.clear();
    std::stable_sort(m_photos.begin(), m_photos.end(),
                     [](const PhotoResult &a, const PhotoResult &b) { return a.loss > b.loss; });
    for (int row = 0; row < m_photos.size(); ++row) {
        if (m_thumbnails->isUnreadable(m_photos.at(row).path))
            m_missing.insert(row);
    }
    endResetModel();
    Q_EMIT missingChanged();
}

QPixmap AnsweredPhotosModel::picture(int row) const
{
    const QString &path = m_photos.at(row).path;
    const QPixmap picture = m_thumbnails->pixmap({path, {}});
    if (picture.isNull())
        m_waiting.add(path, row);
    return picture;
}

void AnsweredPhotosModel::noteMissing(int row)
{
    if (!m_thumbnails->isUnreadable(m_photos.at(row).path) || m_missing.contains(row))
        return;
    m_missing.insert(row);
    Q_EMIT missingChanged();
}

int AnsweredPhotosModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_photos.size());
}

QVariant AnsweredPhotosModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PhotoResult &photo = m_photos.at(index.row());
    const QString name = QFileInfo(photo.path).fileName();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::DecorationRole:
        return picture(index.row());
    case MissingRole:
        return m_missing.contains(index.row());
    case Qt::ToolTipRole: {
        QStringList lines{photo.path, tr("True kind: %1. Loss: %2").arg(m_classNames.value(photo.label),
                                                                       QLocale().toString(photo.loss, 'f', 2))};
        for (const ScoredClass &scored : scoredClasses(photo, m_classNames))
            lines.append(tr("%1 %2").arg(format::percent(scored.probability), scored.name));
        lines.append(tr("A double click opens the photo."));
        return lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    }
    case Qt::AccessibleTextRole:
        return tr("%1, true kind %2, answered %3 with %4")
            .arg(name, m_classNames.value(photo.label), m_classNames.value(photo.topClasses.value(0, -1)),
                 format::percent(photo.confidence()));
    default:
        return {};
    }
}

} // namespace flower
