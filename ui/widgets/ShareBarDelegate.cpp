// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ShareBarDelegate.h"

#include "ui/models/ClassTableModel.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace flower {

void ShareBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const double share = index.data(ClassTableModel::ShareRole).toDouble();
    if (share > 0 && !(option.state & QStyle::State_Selected)) {
        QColor color = themeColors().leaf;
        color.setAlpha(60);
        QRect bar = option.rect.adjusted(2, 5, -2, -5);
        bar.setWidth(std::max(2, static_cast<int>(bar.width() * share)));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(bar, 3, 3);
        painter->restore();
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace flower
