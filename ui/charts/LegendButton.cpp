// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/LegendButton.h"

#include "ui/PlainTip.h"

#include <QPainter>

namespace flower {

LegendButton::LegendButton(const QString &name, QWidget *parent) : QToolButton(parent)
{
    setText(name);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setCheckable(true);
    setChecked(true);
    setProperty("role", QLatin1String("legend"));
    setIconSize(QSize(14, 12));
    setToolTip(plainTip(tr("Show or hide “%1”").arg(name)));
}

void LegendButton::setLine(const QColor &color, bool markers)
{
    QPixmap pixmap(iconSize());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2));
    painter.drawLine(1, 6, 13, 6);
    if (markers) {
        painter.setBrush(color);
        painter.drawEllipse(QPointF(7, 6), 3, 3);
    }
    painter.end();
    setIcon(pixmap);
}

} // namespace flower
