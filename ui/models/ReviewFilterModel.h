// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>

namespace flower {

/// Which rows of a ReviewListModel are looked at, and in which order. Equal ones stay in the order of the list.
class ReviewFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Order { HighestLoss, LeastCertain };
    enum class Show { All, Wrong, Marked, Chosen };

    explicit ReviewFilterModel(QObject *parent = nullptr);

    void setOrder(Order order);
    void setShow(Show show);
    /// Only photos of this class, or answered with it; −1: all.
    void setKind(int label);
    /// The photos of Show::Chosen, by their files.
    void setChosen(const QSet<QString> &paths);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    Order m_order = Order::HighestLoss;
    Show m_show = Show::All;
    int m_kind = -1;
    QSet<QString> m_chosen;
};

} // namespace flower
