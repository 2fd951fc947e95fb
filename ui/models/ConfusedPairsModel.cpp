// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ConfusedPairsModel.h"

#include "ui/Format.h"
#include "ui/PlainTip.h"

#include <algorithm>

namespace flower {

void ConfusedPairsModel::setPairs(const QList<ConfusedPair> &pairs, const QStringList &names)
{
    beginResetModel();
    m_pairs = pairs;
    m_names = names;
    endResetModel();
}

int ConfusedPairsModel::rowOf(int label, int answer) const
{
    const auto [first, second] = std::minmax(label, answer);
    for (int row = 0; row < rowCount(); ++row) {
        if (m_pairs.at(row).first == first && m_pairs.at(row).second == second)
            return row;
    }
    return -1;
}

int ConfusedPairsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int ConfusedPairsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConfusedPairsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ConfusedPair &pair = m_pairs.at(index.row());
    const QString first = m_names.value(pair.first);
    const QString second = m_names.value(pair.second);
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() <= Second ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        return plainTip(tr("%1 answered %2: %3. %2 answered %1: %4.")
                            .arg(first, second, format::count(pair.firstAsSecond), format::count(pair.secondAsFirst)));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case First:
        return first;
    case Second:
        return second;
    case FirstAsSecond:
        return format::count(pair.firstAsSecond);
    default:
        return format::count(pair.secondAsFirst);
    }
}

QVariant ConfusedPairsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return QStringList{tr("Kind"), tr("and kind"), QStringLiteral("→"), QStringLiteral("←")}.at(section);
    if (role == Qt::ToolTipRole) {
        return QStringList{tr("One kind of the pair"), tr("The other kind of the pair"),
                           tr("Photos of the one that were answered with the other"),
                           tr("Photos of the other that were answered with the one")}.at(section);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant((section <= Second ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace flower
