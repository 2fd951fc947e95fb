// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhotoCellDelegate.h"

#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/PhotoDelegate.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>

namespace flower {

namespace {

constexpr int kMargin = 3;
constexpr int kWidth = 220;

} // namespace

PhotoCellDelegate::PhotoCellDelegate(ThumbnailLoader *thumbnails, int photoRole, QObject *parent)
    : QStyledItemDelegate(parent), m_thumbnails(thumbnails), m_photoRole(photoRole)
{
}

void PhotoCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const int side = option.rect.height() - 2 * kMargin;
    const QRect photo(option.rect.left() + kMargin, option.rect.top() + kMargin, side, side);
    paintRoundedPhoto(painter, photo, m_thumbnails->pixmap(index.data(m_photoRole).value<PhotoInput>()));
    const QRect place = option.rect.adjusted(side + 4 * kMargin, 0, -kMargin, 0);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, place.width()));
    painter->restore();
}

QSize PhotoCellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {kWidth, kRowHeight};
}

} // namespace flower
