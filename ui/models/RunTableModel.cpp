// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RunTableModel.h"

#include "ui/Format.h"

#include <QLocale>

namespace flower {

QString runStateText(RunState state)
{
    switch (state) {
    case RunState::Idle:
        return RunTableModel::tr("not started");
    case RunState::Preparing:
        return RunTableModel::tr("preparing");
    case RunState::Training:
        return RunTableModel::tr("training");
    case RunState::Paused:
        return RunTableModel::tr("paused");
    case RunState::Testing:
        return RunTableModel::tr("testing");
    case RunState::Completed:
        return RunTableModel::tr("finished");
    case RunState::Stopped:
        return RunTableModel::tr("stopped early");
    case RunState::Failed:
        return RunTableModel::tr("failed");
    }
    return {};
}

void RunTableModel::setRuns(const QList<RunRecord> &runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

int RunTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 7;
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RunRecord &run = m_runs.at(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() < 2 || index.column() == 6 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case 0:
        return QLocale().toString(run.startedAt.toLocalTime(), QLocale::ShortFormat);
    case 1:
        return run.datasetName;
    case 2:
        return format::width(run.width);
    case 3:
        return run.epochsDone;
    case 4:
        return format::percent(run.bestValTop1);
    case 5:
        return format::percent(run.testTop1);
    default:
        return runStateText(run.state);
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Started"), tr("Photos"), tr("Width"), tr("Epochs"), tr("Best validation"), tr("Test"), tr("State")}
        .at(section);
}

} // namespace flower
