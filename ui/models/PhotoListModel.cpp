// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/PhotoListModel.h"

#include "ui/PlainTip.h"
#include "ui/models/ThumbnailLoader.h"

#include <QFileInfo>
#include <QPixmap>

namespace flower {

PhotoListModel::PhotoListModel(ThumbnailLoader *thumbnails, QObject *parent)
    : QAbstractListModel(parent), m_thumbnails(thumbnails)
{
    connect(thumbnails, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        for (const int row : m_waiting.take(path))
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
}

void PhotoListModel::setDataset(const Dataset &dataset)
{
    beginResetModel();
    m_classNames = dataset.classNames;
    m_samples = dataset.samples;
    m_label = -1;
    fill();
    endResetModel();
}

void PhotoListModel::setFilter(int label, std::optional<Subset> subset)
{
    if (label == m_label && subset == m_subset)
        return;
    beginResetModel();
    m_label = label;
    m_subset = subset;
    fill();
    endResetModel();
}

void PhotoListModel::fill()
{
    m_rows.clear();
    m_waiting.clear();
    for (int row = 0; row < m_samples.size(); ++row) {
        const Sample &sample = m_samples.at(row);
        if ((m_label < 0 || sample.label == m_label) && (!m_subset || sample.subset == *m_subset))
            m_rows.append(row);
    }
}

int PhotoListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PhotoListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Sample &photo = sample(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(photo.path).fileName();
    case Qt::DecorationRole: {
        const QPixmap picture = m_thumbnails->pixmap({photo.path, {}});
        if (picture.isNull())
            m_waiting.add(photo.path, index.row());
        return picture;
    }
    case Qt::ToolTipRole:
        return plainTip(tr("%1\n%2 · %3").arg(photo.path, m_classNames.value(photo.label), subsetKey(photo.subset)));
    case Qt::AccessibleTextRole:
        return tr("%1, a photo of %2").arg(QFileInfo(photo.path).fileName(), m_classNames.value(photo.label));
    default:
        return {};
    }
}

} // namespace flower
