// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/RunBook.h"

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>

namespace flower {

/// Runs to choose from, each with a tick: when it began, how good it is on test photos, what it takes on disk.
class RunChoiceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Started, State, Test, Size, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// Those that are completed are ticked.
    void setRuns(const QList<RunRecord> &runs);
    /// In the order of the runs; sizes that aren't known yet are shown as such.
    void setSizes(const QList<qint64> &bytes);
    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] QStringList chosenFolders() const;
    [[nodiscard]] qint64 chosenBytes() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Choice {
        RunRecord run;
        qint64 bytes = -1; ///< negative: not known yet
        bool isChosen = false;
    };
    QList<Choice> m_choices;
};

} // namespace flower
