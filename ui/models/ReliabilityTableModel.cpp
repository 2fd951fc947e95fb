// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ReliabilityTableModel.h"

#include "ui/Format.h"

namespace flower {

void ReliabilityTableModel::setDiagrams(const QList<ReliabilityBin> &after, const QList<ReliabilityBin> &before)
{
    beginResetModel();
    m_rows.clear();
    m_knowsBefore = !before.isEmpty();
    for (qsizetype bin = 0; bin < after.size(); ++bin) {
        const Row row{after.at(bin), before.value(bin)};
        if (row.after.photos > 0 || row.before.photos > 0)
            m_rows.append(row);
    }
    endResetModel();
}

int ReliabilityTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReliabilityTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_knowsBefore ? ColumnCount : PhotosBefore;
}

QVariant ReliabilityTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Bin ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const Row &row = m_rows.at(index.row());
    const auto accuracy = [](const ReliabilityBin &bin) { return format::percent(bin.photos > 0 ? bin.accuracy : -1.0); };
    switch (index.column()) {
    case Bin:
        return tr("%1 to %2").arg(format::percent(row.after.low), format::percent(row.after.high));
    case Photos:
        return format::count(row.after.photos);
    case Confidence:
        return format::percent(row.after.photos > 0 ? row.after.confidence : -1.0);
    case Accuracy:
        return accuracy(row.after);
    case PhotosBefore:
        return format::count(row.before.photos);
    default:
        return accuracy(row.before);
    }
}

QVariant ReliabilityTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole) {
        return QStringList{tr("Probability"), tr("Photos"), tr("Mean"), tr("Right"), tr("Photos before"), tr("Right before")}
            .at(section);
    }
    if (role == Qt::ToolTipRole) {
        return QStringList{tr("The probability that the answer was given with (“confidence”)"),
                           tr("Photos answered with such a probability"), tr("The mean probability of these answers"),
                           tr("How many of these answers are right (“accuracy”)"),
                           tr("Photos answered with such a probability before temperature scaling"),
                           tr("How many of those answers are right")}.at(section);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Bin ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace flower
