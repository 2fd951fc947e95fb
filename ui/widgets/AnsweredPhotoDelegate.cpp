// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AnsweredPhotoDelegate.h"

#include "ui/models/AnsweredPhotosModel.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace flower {

void AnsweredPhotoDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    PhotoDelegate::paint(painter, option, index);
    if (!index.data(AnsweredPhotosModel::MissingRole).toBool())
        return;
    painter->save();
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(option.rect.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, tr("not found"));
    painter->restore();
}

} // namespace flower
