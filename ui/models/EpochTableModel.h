// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingEvent.h"

#include <QAbstractTableModel>
#include <QList>

namespace flower {

/// The epochs of a run, the newest last.
class EpochTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void append(const EpochResult &epoch);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<EpochResult> m_epochs;
};

} // namespace flower
