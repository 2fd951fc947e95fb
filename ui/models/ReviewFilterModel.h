// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RowProxyModel.h"

#include <QSet>

namespace flower {

class ReviewListModel;

/// Which rows of a ReviewListModel are looked at, and in which order. Equal ones stay in the order of the list.
class ReviewFilterModel : public RowProxyModel
{
    Q_OBJECT
public:
    enum class Order { HighestLoss, LeastCertain };
    enum class Show { All, Wrong, Marked, Chosen };

    explicit ReviewFilterModel(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *photos) override; ///< a ReviewListModel
    void setOrder(Order order);
    void setShow(Show show);
    /// Only photos of this class, or answered with it; −1: all.
    void setKind(int label);
    /// The photos of Show::Chosen, by their files.
    void setChosen(const QSet<QString> &paths);

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;
    void arrange(std::vector<int> &sourceRows, int column, Qt::SortOrder order) const override;

private:
    [[nodiscard]] const ReviewListModel *photos() const;

    Order m_order = Order::HighestLoss;
    Show m_show = Show::All;
    int m_kind = -1;
    QSet<QString> m_chosen;
};

} // namespace flower
