// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RowProxyModel.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace flower {

void RowProxyModel::setSourceModel(QAbstractItemModel *source)
{
    if (source == sourceModel())
        return;
    beginResetModel();
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QAbstractProxyModel::setSourceModel(source);
    fill();
    if (source) {
        connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
        connect(source, &QAbstractItemModel::modelReset, this, [this] {
            fill();
            endResetModel();
        });
        connect(source, &QAbstractItemModel::rowsInserted, this, &RowProxyModel::addInserted);
        connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this, &RowProxyModel::leaveOut);
        connect(source, &QAbstractItemModel::rowsRemoved, this, &RowProxyModel::closeGap);
        connect(source, &QAbstractItemModel::dataChanged, this, &RowProxyModel::passOnChange);
        connect(source, &QObject::destroyed, this, &RowProxyModel::fill); // without a word: the views, which may ask once more, keep their columns
    }
    endResetModel();
}

void RowProxyModel::fill()
{
    m_rows.clear();
    m_places.clear();
    if (!sourceModel())
        return;
    m_places.assign(static_cast<size_t>(sourceModel()->rowCount()), -1);
    m_rows = acceptedRows(0, sourceModel()->rowCount() - 1);
    if (m_column >= 0)
        arrange(m_rows, m_column, m_order);
    notePlaces(0);
}

void RowProxyModel::notePlaces(int first)
{
    for (int place = first; place < rowCount(); ++place)
        m_places.at(static_cast<size_t>(sourceRow(place))) = place;
}

void RowProxyModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    sift();
}

std::vector<int> RowProxyModel::acceptedRows(int first, int last) const
{
    std::vector<int> rows;
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            rows.push_back(row);
    }
    return rows;
}

void RowProxyModel::sift()
{
    if (!sourceModel())
        return;
    std::vector<int> wanted = acceptedRows(0, sourceModel()->rowCount() - 1);
    if (m_column >= 0)
        arrange(wanted, m_column, m_order);
    std::vector<bool> goes(m_places.size(), true);
    std::vector<int> added;
    for (const int row : wanted) {
        goes.at(static_cast<size_t>(row)) = false;
        if (m_places.at(static_cast<size_t>(row)) < 0)
            added.push_back(row);
    }
    takeOut(goes);
    append(added);
    reorder(std::move(wanted));
}

void RowProxyModel::takeOut(const std::vector<bool> &goes)
{
    constexpr size_t kMostRuns = 16;
    const auto going = [&](int row) { return goes.at(static_cast<size_t>(row)); };
    std::vector<std::pair<int, int>> runs; // places: the first and the one behind the last
    for (int place = 0; place < rowCount(); ++place) {
        if (!going(sourceRow(place)))
            continue;
        if (runs.empty() || runs.back().second < place)
            runs.emplace_back(place, place);
        runs.back().second = place + 1;
    }
    if (runs.size() > kMostRuns) {
        std::vector<int> goingFirst = m_rows;
        const auto staying = std::stable_partition(goingFirst.begin(), goingFirst.end(), going);
        runs.assign({{0, static_cast<int>(staying - goingFirst.begin())}});
        reorder(std::move(goingFirst));
    }
    for (auto run = runs.crbegin(); run != runs.crend(); ++run)
        remove(run->first, run->second);
}

void RowProxyModel::reorder(std::vector<int> rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    const std::vector<int> old = std::exchange(m_rows, std::move(rows));
    notePlaces(0);
    for (const QModelIndex &index : before)
        after.append(createIndex(m_places.at(static_cast<size_t>(old.at(static_cast<size_t>(index.row())))), index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RowProxyModel::append(const std::vector<int> &rows)
{
    if (rows.empty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    notePlaces(first);
    endInsertRows();
}

void RowProxyModel::remove(int first, int end)
{
    beginRemoveRows({}, first, end - 1);
    for (int place = first; place < end; ++place)
        m_places.at(static_cast<size_t>(sourceRow(place))) = -1;
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + end);
    notePlaces(first);
    endRemoveRows();
}

void RowProxyModel::addInserted(const QModelIndex &, int first, int last)
{
    const int count = last - first + 1;
    const bool areLast = static_cast<size_t>(first) == m_places.size();
    m_places.insert(m_places.begin() + first, static_cast<size_t>(count), -1);
    for (int &row : m_rows)
        row += row >= first ? count : 0;
    append(acceptedRows(first, last));
    if (m_column < 0 && !areLast)
        sift();
}

void RowProxyModel::leaveOut(const QModelIndex &, int first, int last)
{
    std::vector<bool> goes(m_places.size());
    std::fill(goes.begin() + first, goes.begin() + last + 1, true);
    takeOut(goes);
}

void RowProxyModel::closeGap(const QModelIndex &, int first, int last)
{
    m_places.erase(m_places.begin() + first, m_places.begin() + last + 1);
    for (int &row : m_rows)
        row -= row > last ? last - first + 1 : 0;
}

void RowProxyModel::passOnChange(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    int top = std::numeric_limits<int>::max();
    int bottom = -1;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const int place = m_places.at(static_cast<size_t>(row));
        if (place >= 0) {
            top = std::min(top, place);
            bottom = std::max(bottom, place);
        }
    }
    if (bottom >= 0) // and those between, where other rows stand: cheaper than to be told of each
        Q_EMIT dataChanged(createIndex(top, topLeft.column()), createIndex(bottom, bottomRight.column()), roles);
}

QModelIndex RowProxyModel::mapToSource(const QModelIndex &proxyIndex) const
{
    const bool isThere = proxyIndex.isValid() && sourceModel();
    return isThere ? sourceModel()->index(sourceRow(proxyIndex.row()), proxyIndex.column()) : QModelIndex();
}

QModelIndex RowProxyModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    return sourceIndex.isValid() ? index(m_places.at(static_cast<size_t>(sourceIndex.row())), sourceIndex.column()) : QModelIndex();
}

QModelIndex RowProxyModel::index(int row, int column, const QModelIndex &parent) const
{
    const bool isThere = row >= 0 && row < rowCount() && column >= 0 && column < columnCount() && !parent.isValid();
    return isThere ? createIndex(row, column) : QModelIndex();
}

QModelIndex RowProxyModel::parent(const QModelIndex &) const
{
    return {};
}

int RowProxyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowProxyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : sourceModel()->columnCount();
}

bool RowProxyModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 && columnCount(parent) > 0;
}

QVariant RowProxyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!sourceModel())
        return {};
    const int sourceSection = orientation == Qt::Vertical && section >= 0 && section < rowCount() ? sourceRow(section) : section;
    return sourceModel()->headerData(sourceSection, orientation, role);
}

} // namespace flower
