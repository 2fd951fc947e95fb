// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ReviewFilterModel.h"

#include "ui/models/ReviewListModel.h"

#include <algorithm>
#include <utility>

namespace flower {

ReviewFilterModel::ReviewFilterModel(QObject *parent) : RowProxyModel(parent)
{
    sort(0);
}

void ReviewFilterModel::setSourceModel(QAbstractItemModel *photos)
{
    RowProxyModel::setSourceModel(photos);
    if (!photos)
        return;
    connect(photos, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
        if (m_show == Show::Marked && roles.isEmpty()) // more than its picture
            sift();
    });
}

void ReviewFilterModel::setOrder(Order order)
{
    if (order != std::exchange(m_order, order))
        sift();
}

void ReviewFilterModel::setShow(Show show)
{
    if (show != std::exchange(m_show, show))
        sift();
}

void ReviewFilterModel::setKind(int label)
{
    if (label != std::exchange(m_kind, label))
        sift();
}

void ReviewFilterModel::setChosen(const QSet<QString> &paths)
{
    m_chosen = paths;
    if (m_show == Show::Chosen)
        sift();
}

const ReviewListModel *ReviewFilterModel::photos() const
{
    return static_cast<const ReviewListModel *>(sourceModel());
}

bool ReviewFilterModel::accepts(int sourceRow) const
{
    const PhotoResult &photo = photos()->photo(sourceRow);
    if (m_kind >= 0 && photo.label != m_kind && photo.topClasses.value(0, -1) != m_kind)
        return false;
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Wrong:
        return !photo.isRight();
    case Show::Marked:
        return photos()->mark(sourceRow).has_value();
    case Show::Chosen:
        return m_chosen.contains(photo.path);
    }
    Q_UNREACHABLE();
}

void ReviewFilterModel::arrange(std::vector<int> &sourceRows, int, Qt::SortOrder) const
{
    std::stable_sort(sourceRows.begin(), sourceRows.end(), [this](int left, int right) {
        const PhotoResult &a = photos()->photo(left);
        const PhotoResult &b = photos()->photo(right);
        return m_order == Order::HighestLoss ? a.loss > b.loss : a.confidence() < b.confidence();
    });
}

} // namespace flower
