// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhotoDelegate.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace flower {

PhotoDelegate::PhotoDelegate(int side, QObject *parent) : QStyledItemDelegate(parent), m_side(side) {}

void PhotoDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect tile = option.rect.adjusted(4, 4, -4, -4);
    paintRoundedPhoto(painter, tile, index.data(Qt::DecorationRole).value<QPixmap>());
    if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(themeColors().petal, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(tile.adjusted(-1, -1, 1, 1), 8, 8);
        painter->restore();
    }
}

QSize PhotoDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_side + 8, m_side + 8};
}

void paintRoundedPhoto(QPainter *painter, const QRect &target, const QPixmap &pixmap)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    QPainterPath rounded;
    rounded.addRoundedRect(target, 8, 8);
    painter->fillPath(rounded, themeColors().line);
    if (!pixmap.isNull() && pixmap.width() > 1) {
        painter->setClipPath(rounded);
        const QSize crop = target.size().scaled(pixmap.size(), Qt::KeepAspectRatio);
        painter->drawPixmap(target, pixmap,
                            QRect(QPoint((pixmap.width() - crop.width()) / 2, (pixmap.height() - crop.height()) / 2), crop));
    }
    painter->restore();
}

void paintTileState(QPainter *painter, const QRect &tile, QStyle::State state)
{
    const QColor petal = themeColors().petal;
    if (state & QStyle::State_Selected) {
        QColor fill = petal;
        fill.setAlpha(36);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(tile, 8, 8);
    }
    if (state & QStyle::State_HasFocus) {
        painter->setPen(QPen(petal, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(tile.adjusted(1, 1, -1, -1), 8, 8);
    }
}

} // namespace flower
