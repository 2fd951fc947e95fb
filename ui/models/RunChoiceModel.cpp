// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RunChoiceModel.h"

#include "ui/Format.h"
#include "ui/models/RunTableModel.h"

#include <QLocale>

#include <algorithm>

namespace flower {

void RunChoiceModel::setRuns(const QList<RunRecord> &runs)
{
    beginResetModel();
    m_choices.clear();
    for (const RunRecord &run : runs)
        m_choices.append({run, -1, run.state == RunState::Completed});
    endResetModel();
}

void RunChoiceModel::setSizes(const QList<qint64> &bytes)
{
    for (qsizetype row = 0; row < std::min(bytes.size(), m_choices.size()); ++row)
        m_choices[row].bytes = bytes.at(row);
    if (!m_choices.isEmpty())
        Q_EMIT dataChanged(index(0, Size), index(rowCount() - 1, Size));
}

QStringList RunChoiceModel::folders() const
{
    QStringList folders;
    for (const Choice &choice : m_choices)
        folders.append(choice.run.folder);
    return folders;
}

QStringList RunChoiceModel::chosenFolders() const
{
    QStringList folders;
    for (const Choice &choice : m_choices) {
        if (choice.isChosen)
            folders.append(choice.run.folder);
    }
    return folders;
}

qint64 RunChoiceModel::chosenBytes() const
{
    qint64 bytes = 0;
    for (const Choice &choice : m_choices)
        bytes += choice.isChosen ? std::max<qint64>(0, choice.bytes) : 0;
    return bytes;
}

int RunChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

int RunChoiceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Choice &choice = m_choices.at(index.row());
    if (role == Qt::CheckStateRole && index.column() == Started)
        return choice.isChosen ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Test || index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Started:
        return QLocale().toString(choice.run.startedAt.toLocalTime(), QLocale::ShortFormat);
    case State:
        return runStateText(choice.run.state);
    case Test:
        return format::percent(choice.run.testTop1);
    default:
        return choice.bytes < 0 ? QStringLiteral("–") : format::bytes(choice.bytes);
    }
}

bool RunChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Started)
        return false;
    m_choices[index.row()].isChosen = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags RunChoiceModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.column() == Started ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

QVariant RunChoiceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant((section == Test || section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Training begun"), tr("State"), tr("Test"), tr("Size")}.at(section);
}

} // namespace flower
