// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"

#include <QAbstractTableModel>

namespace flower {

/// A reliability diagram as a table: a row for each bin that has photos, after and, where it is known, before temperature
/// scaling.
class ReliabilityTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Bin, Photos, Confidence, Accuracy, PhotosBefore, AccuracyBefore, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// `before` is empty or has the bins of `after`.
    void setDiagrams(const QList<ReliabilityBin> &after, const QList<ReliabilityBin> &before);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        ReliabilityBin after;
        ReliabilityBin before;
    };
    QList<Row> m_rows;
    bool m_knowsBefore = false;
};

} // namespace flower
