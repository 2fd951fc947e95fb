// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RowProxyModel.h"

namespace flower {

struct AnswerRow;

/// Which rows of a PredictionListModel are shown, and in which order. It stands still while answers come in, until refresh():
/// to sort ten thousand rows anew with each of them would take longer than the answers.
class AnswerFilterModel : public RowProxyModel
{
    Q_OBJECT
public:
    enum class Show { All, Sure, NotSure, NoneOfThese, Corrected, Wrong, EarlierModel };

    using RowProxyModel::RowProxyModel;

    void setShow(Show show);
    /// Only photos with this text in their path or one of their kinds; empty: all.
    void setText(const QString &text);
    /// Sorts and filters by what the rows are now. `changed`: the only column whose values may have changed; -1: any may.
    void refresh(int changed = -1);
    [[nodiscard]] bool isFiltering() const { return m_show != Show::All || !m_text.isEmpty(); }

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;
    /// Photos without a value come last in both directions. Equal ones stay in the order in which they were asked.
    void arrange(std::vector<int> &sourceRows, int column, Qt::SortOrder order) const override;

private:
    [[nodiscard]] const AnswerRow &row(int sourceRow) const;

    Show m_show = Show::All;
    QString m_text;
};

} // namespace flower
