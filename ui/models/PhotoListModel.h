// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"
#include "ui/models/WaitingRows.h"

#include <QAbstractListModel>

#include <optional>

namespace flower {

class ThumbnailLoader;

/// The photos of one kind or of all, of one subset or of all, with pictures that come when they are looked at.
class PhotoListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit PhotoListModel(ThumbnailLoader *thumbnails, QObject *parent = nullptr);

    void setDataset(const Dataset &dataset);
    /// A negative label: all kinds.
    void setFilter(int label, std::optional<Subset> subset);
    [[nodiscard]] const Sample &sample(int row) const { return m_samples.at(m_rows.at(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void fill();

    ThumbnailLoader *m_thumbnails;
    QStringList m_classNames;
    QList<Sample> m_samples;
    QList<int> m_rows;
    mutable WaitingRows m_waiting;
    int m_label = -1;
    std::optional<Subset> m_subset;
};

} // namespace flower
