// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DataReport.h"
#include "ui/models/WaitingRows.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPixmap>

namespace flower {

class ThumbnailLoader;

/// One photo of a finding as it is drawn: its picture, once it is there, and its kind and subset.
struct FindingPhoto {
    QPixmap picture;
    QString kind;
    QString subset;
};

/// The findings of one section, each with its first photos.
class FindingListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { PhotosRole = Qt::UserRole, MorePhotosRole, PathRole };
    static constexpr int kMostShown = 8; ///< photos of a finding

    explicit FindingListModel(ThumbnailLoader *thumbnails, QObject *parent = nullptr);

    /// `dataset` says which kind and subset the photos have.
    void setFindings(const QList<DataFinding> &findings, const Dataset &dataset);
    [[nodiscard]] const DataFinding &finding(int row) const { return m_findings.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    ThumbnailLoader *m_thumbnails;
    QList<DataFinding> m_findings;
    QString m_rootPath;
    struct Place {
        QString kind;
        QString subset;
    };
    QHash<QString, Place> m_places; ///< of the photos that are shown
    mutable WaitingRows m_waiting;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::FindingPhoto)
