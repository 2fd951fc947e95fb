// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ReviewDelegate.h"

#include "ui/models/ReviewListModel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PhotoDelegate.h"

#include <QIcon>
#include <QLocale>
#include <QPainter>
#include <QPixmap>

namespace flower {

namespace {

constexpr int kPhotoSide = 64;
constexpr int kMargin = 6;
constexpr int kSign = 22;

/// A disc with the sign of the mark on the photo's corner.
void paintSign(QPainter *painter, const QRect &photo, const QString &icon)
{
    const QRect disc(photo.right() - kSign + 5, photo.bottom() - kSign + 5, kSign, kSign);
    painter->setPen(QPen(themeColors().petal, 1.5));
    painter->setBrush(themeColors().card);
    painter->drawEllipse(disc);
    themedIcon(icon).paint(painter, disc.adjusted(4, 4, -4, -4));
}

} // namespace

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors colors = themeColors();
    const QString mark = index.data(ReviewListModel::MarkTextRole).toString();
    const bool leftOut = index.data(ReviewListModel::LeftOutRole).toBool();
    const bool right = index.data(ReviewListModel::RightRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect tile = option.rect.adjusted(2, 2, -2, -2);
    paintTileState(painter, tile, option.state);

    const QRect photo(tile.left() + kMargin, tile.top() + kMargin, kPhotoSide, kPhotoSide);
    painter->setOpacity(leftOut ? 0.4 : 1.0);
    paintRoundedPhoto(painter, photo, index.data(Qt::DecorationRole).value<QPixmap>());
    painter->setOpacity(1.0);
    if (!mark.isEmpty())
        paintSign(painter, photo, leftOut ? QStringLiteral("close") : QStringLiteral("tag"));

    QFont bold = option.font;
    bold.setBold(true);
    const int left = photo.right() + 1 + 2 * kMargin;
    const QRect texts(left, photo.top(), tile.right() - kMargin - left, kPhotoSide);
    const int step = texts.height() / 3;
    const auto draw = [&](const QRect &rect, const QString &text, const QColor &color, const QFont &font, Qt::Alignment alignment) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(rect, alignment | Qt::AlignVCenter, painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    };
    const QColor text = option.palette.color(QPalette::Text);
    const QString loss = ReviewListModel::tr("loss %1").arg(QLocale().toString(index.data(ReviewListModel::LossRole).toDouble(), 'f', 2));
    const int lossWidth = option.fontMetrics.horizontalAdvance(loss) + 4;
    const QRect first(texts.left(), texts.top(), texts.width(), step);
    draw(first.adjusted(0, 0, -lossWidth - kMargin, 0), index.data(ReviewListModel::KindTextRole).toString(), text, bold, Qt::AlignLeft);
    draw(first.adjusted(first.width() - lossWidth, 0, 0, 0), loss, colors.muted, option.font, Qt::AlignRight);
    const QRect second = first.translated(0, step);
    const QRect icon(second.left(), second.center().y() - 7, 16, 16);
    themedIcon(right ? QStringLiteral("check") : QStringLiteral("close")).paint(painter, icon);
    draw(second.adjusted(icon.width() + 4, 0, 0, 0),
         ReviewListModel::tr("answer: %1").arg(index.data(ReviewListModel::AnswerTextRole).toString()), text, option.font, Qt::AlignLeft);
    const QRect third = second.translated(0, step);
    if (mark.isEmpty())
        draw(third, index.data().toString(), colors.muted, option.font, Qt::AlignLeft);
    else
        draw(third, mark, colors.petal, bold, Qt::AlignLeft);
    painter->restore();
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {260, kPhotoSide + 2 * kMargin + 4};
}

} // namespace flower
