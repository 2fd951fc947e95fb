// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ClassTableModel.h"

#include "ui/Format.h"
#include "ui/PlainTip.h"

#include <algorithm>

namespace flower {

void ClassTableModel::setDataset(const Dataset &dataset)
{
    beginResetModel();
    m_names.clear();
    m_counts.clear();
    if (dataset.classCount() > 0) {
        m_names = QStringList{tr("All kinds")} + dataset.classNames;
        m_counts.fill({}, m_names.size());
        for (const Sample &sample : dataset.samples) {
            for (const int row : {0, sample.label + 1}) {
                ++m_counts[row][0];
                ++m_counts[row][1 + static_cast<size_t>(sample.subset)];
            }
        }
    }
    endResetModel();
}

int ClassTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

int ClassTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.column() == Name)
        return role == Qt::DisplayRole ? m_names.at(index.row()) : role == Qt::ToolTipRole ? plainTip(m_names.at(index.row())) : QVariant();
    const int count = m_counts.at(index.row())[static_cast<size_t>(index.column() - Photos)];
    if (role == Qt::DisplayRole)
        return format::count(count);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == ShareRole && index.column() == Photos && index.row() > 0) {
        const auto largest = std::max_element(m_counts.cbegin() + 1, m_counts.cend());
        return (*largest)[0] > 0 ? static_cast<double>(count) / (*largest)[0] : 0.0;
    }
    return {};
}

QVariant ClassTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return QStringList{tr("Kind"), tr("Photos"), tr("Train"), tr("Val"), tr("Test")}.at(section);
    if (role == Qt::ToolTipRole) {
        return QStringList{tr("A kind of flower; the field says “class”"), tr("Photos of this kind"),
                           tr("Photos that the network learns from"),
                           tr("Photos that choose the best epoch; never learned from"),
                           tr("Photos looked at once, at the end; they choose nothing")}.at(section);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace flower
