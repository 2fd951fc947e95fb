// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhotoTile.h"

#include "ui/widgets/PhotoDelegate.h"

#include <QPainter>

namespace flower {

PhotoTile::PhotoTile(int side, QWidget *parent) : QWidget(parent)
{
    setFixedSize(side, side);
}

void PhotoTile::setPhoto(const QPixmap &photo)
{
    m_photo = photo;
    update();
}

void PhotoTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect target = rect();
    if (!m_photo.isNull()) {
        target.setSize(m_photo.size().scaled(size(), Qt::KeepAspectRatio));
        target.moveCenter(rect().center());
    }
    paintRoundedPhoto(&painter, target, m_photo);
}

} // namespace flower
