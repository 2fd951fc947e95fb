// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ReviewListModel.h"

#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/models/ThumbnailLoader.h"

#include <QFileInfo>
#include <QPixmap>

namespace flower {

ReviewListModel::ReviewListModel(ThumbnailLoader *thumbnails, QObject *parent)
    : QAbstractListModel(parent), m_thumbnails(thumbnails)
{
    connect(thumbnails, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        for (const int row : m_waiting.take(path))
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
}

void ReviewListModel::setPhotos(const QList<PhotoResult> &photos, const QStringList &classNames, const QString &rootPath)
{
    beginResetModel();
    m_photos = photos;
    m_classNames = classNames;
    m_waiting.clear();
    m_paths.clear();
    m_paths.reserve(photos.size());
    for (const PhotoResult &photo : photos)
        m_paths.append(markedPath(rootPath, photo.path));
    endResetModel();
}

void ReviewListModel::setMarks(const PhotoMarks &marks)
{
    const PhotoMarks before = std::exchange(m_marks, marks);
    int first = -1;
    int last = -1;
    for (int row = 0; row < m_paths.size(); ++row) {
        if (before.photos.value(m_paths.at(row)) == marks.photos.value(m_paths.at(row)))
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (last >= 0) // all in one: thousands may be marked at once
        Q_EMIT dataChanged(index(first), index(last));
}

std::optional<PhotoMark> ReviewListModel::mark(int row) const
{
    const auto found = m_marks.photos.constFind(m_paths.at(row));
    return found == m_marks.photos.cend() ? std::nullopt : std::optional(*found);
}

QString ReviewListModel::answerText(const PhotoResult &photo) const
{
    return photo.topClasses.isEmpty()
        ? tr("no answer")
        : tr("%1, %2").arg(className(photo.topClasses.first()), format::percent(photo.confidence()));
}

QString ReviewListModel::markText(int row) const
{
    const std::optional<PhotoMark> present = mark(row);
    if (!present)
        return {};
    return present->leaveOut ? tr("Left out") : tr("Relabelled as %1").arg(present->className);
}

int ReviewListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_photos.size());
}

QVariant ReviewListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const PhotoResult &photo = m_photos.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(photo.path).fileName();
    case Qt::DecorationRole: {
        const QPixmap picture = m_thumbnails->pixmap({photo.path, {}});
        if (picture.isNull())
            m_waiting.add(photo.path, row);
        return picture;
    }
    case Qt::ToolTipRole:
        return plainTip(photo.path);
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1: %2, answered with %3").arg(QFileInfo(photo.path).fileName(), className(photo.label), answerText(photo));
        const QString marked = markText(row);
        return marked.isEmpty() ? text : tr("%1. %2").arg(text, marked);
    }
    case LossRole:
        return photo.loss;
    case RightRole:
        return photo.isRight();
    case KindTextRole:
        return className(photo.label);
    case AnswerTextRole:
        return answerText(photo);
    case MarkTextRole:
        return markText(row);
    case LeftOutRole:
        return m_marks.photos.value(m_paths.at(row)).leaveOut;
    default:
        return {};
    }
}

} // namespace flower
