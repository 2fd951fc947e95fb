// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FindingDelegate.h"

#include "ui/models/FindingListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PhotoDelegate.h"

#include <QPainter>

namespace flower {

namespace {

constexpr int kPhotoSide = 84;
constexpr int kGap = 12;
constexpr int kMargin = 8;

QFont boldOf(const QFont &font)
{
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

/// Draws text on one line, cut where there is no room.
class Texts
{
public:
    explicit Texts(QPainter *painter) : m_painter(painter) {}

    void draw(const QRect &rect, const QString &text, const QFont &font, const QColor &color, Qt::TextElideMode cut = Qt::ElideRight,
              Qt::Alignment alignment = Qt::AlignLeft)
    {
        m_painter->setFont(font);
        m_painter->setPen(color);
        m_painter->drawText(rect, alignment | Qt::AlignVCenter, m_painter->fontMetrics().elidedText(text, cut, rect.width()));
    }

private:
    QPainter *m_painter;
};

} // namespace

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors colors = themeColors();
    const QVariantList photos = index.data(FindingListModel::PhotosRole).toList();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect tile = option.rect.adjusted(2, 2, -2, -2);
    paintTileState(painter, tile, option.state);
    Texts texts(painter);
    const QColor text = option.palette.color(QPalette::Text);
    const QFont bold = boldOf(option.font);
    const int line = QFontMetrics(bold).height() + 2;
    const QRect inner = tile.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    if (photos.size() == 1) {
        const auto photo = photos.first().value<FindingPhoto>();
        const QRect place(inner.topLeft(), QSize(kPhotoSide, kPhotoSide));
        paintRoundedPhoto(painter, place, photo.picture);
        QRect row(place.right() + kGap, place.top(), inner.right() - place.right() - kGap, line);
        texts.draw(row, index.data(FindingListModel::PathRole).toString(), bold, text, Qt::ElideMiddle);
        const QRect two(row.left(), row.bottom() + 1, row.width(), 2 * option.fontMetrics.lineSpacing()); // a third one isn't begun
        const QString sentence = index.data().toString();
        const int lines = option.fontMetrics.boundingRect(two, Qt::TextWordWrap, sentence).height() > line ? 2 : 1;
        painter->setFont(option.font);
        painter->setPen(text);
        painter->drawText(two, Qt::TextWordWrap, sentence);
        row.translate(0, (1 + lines) * line);
        texts.draw(row, photo.kind.isEmpty() ? tr("Is left out anyway") : tr("%1 · %2").arg(photo.kind, photo.subset), option.font, colors.muted);
        painter->restore();
        return;
    }
    texts.draw({inner.left(), inner.top(), inner.width(), line}, index.data().toString(), bold, text);
    const int room = std::max(1, (inner.width() + kGap) / (kPhotoSide + kGap));
    const int more = index.data(FindingListModel::MorePhotosRole).toInt();
    const auto count = static_cast<int>(photos.size());
    const bool isCut = more > 0 || count > room;
    const int shown = isCut ? std::min(count, room - 1) : count;
    QRect place(inner.left(), inner.top() + line + 4, kPhotoSide, kPhotoSide);
    for (int number = 0; number < shown; ++number) {
        const auto photo = photos.at(number).value<FindingPhoto>();
        paintRoundedPhoto(painter, place, photo.picture);
        const QRect below(place.left(), place.bottom() + 2, kPhotoSide + kGap - 4, line);
        texts.draw(below, photo.kind, option.font, text);
        texts.draw(below.translated(0, line - 2), photo.subset, option.font, colors.muted);
        place.translate(kPhotoSide + kGap, 0);
    }
    if (isCut)
        texts.draw(place, tr("+%1").arg(count - shown + more), bold, colors.muted, Qt::ElideNone, Qt::AlignHCenter);
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(boldOf(option.font)).height() + 2;
    const bool isSingle = !index.data(FindingListModel::PathRole).toString().isEmpty();
    return {120, kPhotoSide + 2 * kMargin + 4 + (isSingle ? 0 : 3 * line + 4)};
}

} // namespace flower
