// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/KindLegendModel.h"

#include "ui/Format.h"
#include "ui/PlainTip.h"

#include <QPixmap>

namespace flower {

namespace {

constexpr double kMarkerSide = 12; // pixels
constexpr double kSharp = 2;       // picture pixels a pixel: sharp on dense displays

} // namespace

void KindLegendModel::setKinds(const QStringList &names, const QList<int> &counts)
{
    beginResetModel();
    m_names = names;
    m_counts = counts;
    endResetModel();
}

void KindLegendModel::recolor()
{
    m_markers.clear();
    if (!m_names.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

int KindLegendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant KindLegendModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int kind = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1 (%2)", "a kind and its number of photos").arg(m_names.at(kind), format::count(m_counts.value(kind)));
    case Qt::DecorationRole:
        return m_markers.picture(kind, kMarkerSide, false, kSharp);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1: %Ln photo(s) on the map", nullptr, m_counts.value(kind)).arg(m_names.at(kind));
        return role == Qt::ToolTipRole ? plainTip(text) : text;
    }
    default:
        return {};
    }
}

} // namespace flower
