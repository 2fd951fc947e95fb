// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/RunBook.h"

#include <QAbstractTableModel>

namespace flower {

/// The lines of the run book, newest first.
class RunTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const QList<RunRecord> &runs);
    [[nodiscard]] const RunRecord &run(int row) const { return m_runs.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<RunRecord> m_runs;
};

/// A state in the user's words: "finished", "stopped early", …
QString runStateText(RunState state);

} // namespace flower
