// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/KindMarkers.h"

#include <QAbstractListModel>
#include <QList>
#include <QStringList>

namespace flower {

/// The kinds of a map with their markers and numbers of photos; a row is a kind's number.
class KindLegendModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// `counts`: photos on the map, beside `names`.
    void setKinds(const QStringList &names, const QList<int> &counts);
    void recolor(); ///< the theme is another one

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QStringList m_names;
    QList<int> m_counts;
    KindMarkers m_markers;
};

} // namespace flower
