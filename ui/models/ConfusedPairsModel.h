// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ClassReport.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace flower {

/// Pairs of kinds that are taken for one another, those with most mistakes first.
class ConfusedPairsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { First, Second, FirstAsSecond, SecondAsFirst, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setPairs(const QList<ConfusedPair> &pairs, const QStringList &names);
    [[nodiscard]] const ConfusedPair &pair(int row) const { return m_pairs.at(row); }
    /// The row of two classes, in either order; -1 where they are never mistaken.
    [[nodiscard]] int rowOf(int label, int answer) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ConfusedPair> m_pairs;
    QStringList m_names;
};

} // namespace flower
