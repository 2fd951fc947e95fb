// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/EpochTableModel.h"

#include "ui/Format.h"

#include <QFont>
#include <QLocale>

namespace flower {

void EpochTableModel::clear()
{
    beginResetModel();
    m_epochs.clear();
    endResetModel();
}

void EpochTableModel::append(const EpochResult &epoch)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_epochs.append(epoch);
    endInsertRows();
    // The star of an earlier best epoch goes out.
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int EpochTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_epochs.size());
}

int EpochTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 8;
}

QVariant EpochTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const EpochResult &epoch = m_epochs.at(index.row());
    const QLocale locale;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole) {
        QFont font;
        bool best = epoch.isBest;
        for (int later = index.row() + 1; best && later < m_epochs.size(); ++later)
            best = !m_epochs.at(later).isBest;
        font.setBold(best);
        return font;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case 0:
        return epoch.epoch;
    case 1:
        return epoch.phase == Phase::Head ? tr("1") : tr("2");
    case 2:
        return locale.toString(epoch.trainLoss, 'f', 4);
    case 3:
        return locale.toString(epoch.valLoss, 'f', 4);
    case 4:
        return format::percent(epoch.trainTop1);
    case 5:
        return format::percent(epoch.valTop1);
    case 6:
        return locale.toString(epoch.learningRate, 'g', 3);
    default:
        return format::duration(epoch.seconds);
    }
}

QVariant EpochTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole) {
        return QStringList{tr("Counted over both phases"), tr("1: the head learns; 2: fine-tuning, all chosen layers learn"),
                           tr("Mean loss on augmented training photos"), tr("Mean loss on validation photos"),
                           tr("Share of augmented training photos that were right"),
                           tr("Share of validation photos that were right"), tr("At the end of the epoch"),
                           tr("With validation")}.at(section);
    }
    if (role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Epoch"), tr("Phase"), tr("Train loss"), tr("Val loss"), tr("Train acc."),
                       tr("Val acc."), tr("Learning rate"), tr("Time")}.at(section);
}

} // namespace flower
