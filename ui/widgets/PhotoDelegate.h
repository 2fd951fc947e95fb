// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace flower {

/// Draws a photo as a rounded thumbnail, cropped to a square and never stretched.
class PhotoDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PhotoDelegate(int side, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_side;
};

/// Draws `pixmap` centred, cropped and rounded into `target`; a plain tile while it is null.
void paintRoundedPhoto(QPainter *painter, const QRect &target, const QPixmap &pixmap);

/// Draws behind an item of a list of photos that it is selected or has the focus, as `state` says.
void paintTileState(QPainter *painter, const QRect &tile, QStyle::State state);

} // namespace flower
