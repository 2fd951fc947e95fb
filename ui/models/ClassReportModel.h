// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ClassReport.h"

#include <QAbstractTableModel>
#include <QByteArray>
#include <QStringList>

namespace flower {

/// What a network reaches on each kind. SortRole gives numbers, so that a proxy sorts by them.
class ClassReportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Precision, Recall, F1, Photos, ConfusedWith, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    void setReport(const QList<ClassMetrics> &report, const QStringList &names);
    [[nodiscard]] const ClassMetrics &metrics(int row) const { return m_report.at(row); }
    /// `rows` as comma-separated lines under a header, numbers as fractions of 1 with a point.
    [[nodiscard]] QByteArray toCsv(const QList<int> &rows) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant sortKey(const ClassMetrics &metrics, int column) const;
    [[nodiscard]] QString text(const ClassMetrics &metrics, int column) const;

    QList<ClassMetrics> m_report;
    QStringList m_names;
};

} // namespace flower
