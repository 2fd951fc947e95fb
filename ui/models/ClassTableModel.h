// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"

#include <QAbstractTableModel>

namespace flower {

/// The kinds of a data set with their counts. First row: all kinds. The count's ShareRole is its part of the largest.
class ClassTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Photos, Train, Val, Test, ColumnCount };
    static constexpr int ShareRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    void setDataset(const Dataset &dataset);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_names;
    QList<std::array<int, 4>> m_counts; ///< all, train, val, test
};

} // namespace flower
