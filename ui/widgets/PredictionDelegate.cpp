// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PredictionDelegate.h"

#include "ui/Format.h"
#include "ui/models/PredictionListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PhotoDelegate.h"

#include <QPainter>
#include <QPixmap>

#include <optional>

namespace flower {

namespace {

constexpr int kPhotoSide = 152;
constexpr int kRowHeight = kPhotoSide + 24;
constexpr int kBarHeight = 10;

} // namespace

void PredictionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors colors = themeColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(4, 4, -4, -4);
    const bool focused = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
    painter->setPen(QPen(focused ? colors.petal : colors.line, focused ? 2 : 1));
    painter->setBrush(colors.card);
    painter->drawRoundedRect(card, 8, 8);

    const QRect photo(card.left() + 8, card.top() + 8, kPhotoSide, kPhotoSide);
    paintRoundedPhoto(painter, photo, index.data(Qt::DecorationRole).value<QPixmap>());

    const int left = photo.right() + 17;
    const QRect texts(left, card.top() + 8, card.right() - 16 - left, kPhotoSide);
    const int line = option.fontMetrics.height();
    QFont bold = option.font;
    bold.setBold(true);
    bold.setPointSizeF(option.font.pointSizeF() * 1.2);
    const auto draw = [&](const QRect &rect, const QString &text, const QColor &color, Qt::Alignment alignment) {
        painter->setPen(color);
        painter->drawText(rect, alignment | Qt::AlignVCenter, painter->fontMetrics().elidedText(text, Qt::ElideMiddle, rect.width()));
    };
    const QColor textColor = option.palette.color(QPalette::Text);
    const QVariant answer = index.data(PredictionListModel::PredictionRole);
    const auto prediction = answer.isValid() ? std::optional(answer.value<Prediction>()) : std::nullopt;
    if (!prediction || !prediction->error.isEmpty()) {
        draw(QRect(texts.left(), texts.top(), texts.width(), line), index.data().toString(), textColor, Qt::AlignLeft);
        painter->setPen(prediction ? colors.danger : colors.muted);
        painter->drawText(texts.adjusted(0, line + 8, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                          prediction ? prediction->error : PredictionListModel::tr("Waiting for its answer…"));
        painter->restore();
        return;
    }
    painter->setFont(bold);
    const int headHeight = painter->fontMetrics().height();
    const bool earlier = index.data(PredictionListModel::EarlierRole).toBool();
    const bool sure = !prediction->notSure && !prediction->noneOfThese && !earlier;
    const bool corrected = !index.data(PredictionListModel::CorrectedRole).toString().isEmpty();
    draw(QRect(texts.left(), texts.top(), texts.width() * 7 / 10, headHeight), index.data(PredictionListModel::HeadlineRole).toString(),
         corrected ? colors.leaf : earlier ? colors.muted : sure ? textColor : colors.petal, Qt::AlignLeft);
    painter->setFont(option.font);
    draw(QRect(texts.left() + texts.width() * 7 / 10, texts.top(), texts.width() * 3 / 10, headHeight),
         index.data().toString(), colors.muted, Qt::AlignRight);

    const int top = texts.top() + headHeight + 8;
    const int step = (texts.bottom() - top) / 5;
    const int nameWidth = texts.width() * 35 / 100;
    const int numberWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("100.0 %")) + 8;
    const int barWidth = texts.width() - nameWidth - numberWidth - 16;
    for (int rank = 0; rank < std::min<int>(5, static_cast<int>(prediction->top.size())); ++rank) {
        const ScoredClass &scored = prediction->top.at(rank);
        const QRect row(texts.left(), top + rank * step, texts.width(), step);
        draw(QRect(row.left(), row.top(), nameWidth, row.height()), scored.name, textColor, Qt::AlignLeft);
        const QRect bar(row.left() + nameWidth + 8, row.center().y() - kBarHeight / 2, barWidth, kBarHeight);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.line);
        painter->drawRoundedRect(bar, 4, 4);
        painter->setBrush(rank == 0 && sure ? colors.leaf : colors.muted);
        const int filled = static_cast<int>(barWidth * scored.probability);
        if (filled > 1)
            painter->drawRoundedRect(QRect(bar.left(), bar.top(), filled, kBarHeight), 4, 4);
        draw(QRect(row.right() - numberWidth, row.top(), numberWidth, row.height()), format::percent(scored.probability),
             textColor, Qt::AlignRight);
    }
    painter->restore();
}

QSize PredictionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {400, kRowHeight};
}

} // namespace flower
