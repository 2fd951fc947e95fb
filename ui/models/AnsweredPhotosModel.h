// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"
#include "ui/models/WaitingRows.h"

#include <QAbstractListModel>
#include <QSet>
#include <QStringList>

namespace flower {

class ThumbnailLoader;

/// Photos with the answers that they got, those with the largest loss first. Pictures come when they are looked at.
class AnsweredPhotosModel : public QAbstractListModel
{
    Q_OBJECT
public:
    /// Whether the photo's file couldn't be read; known when it has been looked at.
    static constexpr int MissingRole = Qt::UserRole;

    explicit AnsweredPhotosModel(ThumbnailLoader *thumbnails, QObject *parent = nullptr);

    void setPhotos(const QList<PhotoResult> &photos, const QStringList &classNames);
    [[nodiscard]] const PhotoResult &photo(int row) const { return m_photos.at(row); }
    /// Photos that were looked at and couldn't be read.
    [[nodiscard]] int missing() const { return static_cast<int>(m_missing.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void missingChanged();

private:
    QPixmap picture(int row) const;
    void noteMissing(int row);

    ThumbnailLoader *m_thumbnails;
    QList<PhotoResult> m_photos;
    QStringList m_classNames;
    QSet<int> m_missing; ///< rows
    mutable WaitingRows m_waiting;
};

} // namespace flower
