// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ReviewFilterModel.h"

#include "ui/models/ReviewListModel.h"

namespace flower {

ReviewFilterModel::ReviewFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    sort(0);
}

void ReviewFilterModel::setOrder(Order order)
{
    m_order = order;
    invalidate();
}

void ReviewFilterModel::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void ReviewFilterModel::setKind(int label)
{
    m_kind = label;
    invalidateFilter();
}

void ReviewFilterModel::setChosen(const QSet<QString> &paths)
{
    m_chosen = paths;
    invalidateFilter();
}

bool ReviewFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex photo = sourceModel()->index(row, 0, parent);
    if (m_kind >= 0 && photo.data(ReviewListModel::LabelRole).toInt() != m_kind
        && photo.data(ReviewListModel::AnswerRole).toInt() != m_kind)
        return false;
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Wrong:
        return !photo.data(ReviewListModel::RightRole).toBool();
    case Show::Marked:
        return !photo.data(ReviewListModel::MarkTextRole).toString().isEmpty();
    case Show::Chosen:
        return m_chosen.contains(photo.data(ReviewListModel::PathRole).toString());
    }
    Q_UNREACHABLE();
}

bool ReviewFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto number = [](const QModelIndex &photo, ReviewListModel::Role role) { return photo.data(role).toDouble(); };
    return m_order == Order::HighestLoss
        ? number(left, ReviewListModel::LossRole) > number(right, ReviewListModel::LossRole)
        : number(left, ReviewListModel::ConfidenceRole) < number(right, ReviewListModel::ConfidenceRole);
}

} // namespace flower
