// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>

#include <vector>

namespace flower {

/// Some rows of a flat model, in an order: what QSortFilterProxyModel does, for a hundred thousand rows. That one tells the views of
/// each run of neighbours that comes or goes on its own, which takes seconds where every third row goes. This one moves them to the
/// front, where they are more than a few, and takes them away in one piece; rows that come are added at the end, then put into order.
/// What is selected stays selected; where the current row goes, the one above is the next, or the first, as many go. The source may add,
/// remove, change and reset rows; it doesn't move them.
class RowProxyModel : public QAbstractProxyModel
{
    Q_OBJECT
public:
    using QAbstractProxyModel::QAbstractProxyModel;

    void setSourceModel(QAbstractItemModel *source) override;
    /// By the source's column; −1: in the source's order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_column; }
    /// The row of the source that is shown in `row`.
    [[nodiscard]] int sourceRow(int row) const { return m_rows.at(static_cast<size_t>(row)); }

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    /// Whether a row of the source is shown.
    [[nodiscard]] virtual bool accepts(int sourceRow) const = 0;
    /// Puts rows of the source, which come in its order, into that of `column`.
    virtual void arrange(std::vector<int> &sourceRows, int column, Qt::SortOrder order) const = 0;
    /// Asks accepts() and arrange() anew. Until then, rows that come to an order are shown last, and those that change stay where they are.
    void sift();

private:
    [[nodiscard]] std::vector<int> acceptedRows(int first, int last) const;
    void fill();
    void notePlaces(int first); ///< of what is shown from there on
    void reorder(std::vector<int> rows); ///< the same rows, in another order
    void append(const std::vector<int> &rows);
    void takeOut(const std::vector<bool> &goes); ///< by the row of the source
    void remove(int first, int end);
    void addInserted(const QModelIndex &parent, int first, int last);
    void leaveOut(const QModelIndex &parent, int first, int last);
    void closeGap(const QModelIndex &parent, int first, int last);
    void passOnChange(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);

    std::vector<int> m_rows;   ///< of the source, as they are shown
    std::vector<int> m_places; ///< of each row of the source in m_rows; −1: it isn't shown
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace flower
