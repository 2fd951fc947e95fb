// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/KindMarkers.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <numbers>

namespace flower {

namespace {

constexpr std::array kLight{"#0072B2", "#D55E00", "#008F68", "#B5478F", "#8A7000", "#2391C2", "#7A3E1D", "#5B5FC7"};
constexpr std::array kDark{"#4BA3E3", "#F08A3C", "#35C79A", "#E58BC4", "#E3C94A", "#8ED6F5", "#C99A7A", "#A7A9F5"};
constexpr double kDimmed = 0.35; // opacity

/// A regular polygon or, with `inner` below 1, a star, in a circle of radius 1; the first corner points to `degrees` (0: upwards).
QPainterPath corners(int count, double degrees, double inner = 1.0)
{
    QPolygonF polygon;
    const int steps = inner < 1.0 ? 2 * count : count;
    for (int step = 0; step < steps; ++step) {
        const double angle = degrees * std::numbers::pi / 180 + 2 * std::numbers::pi * step / steps;
        const double radius = inner < 1.0 && step % 2 == 1 ? inner : 1.0;
        polygon.append(QPointF(radius * std::sin(angle), -radius * std::cos(angle)));
    }
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QPainterPath pathOf(int shape)
{
    switch (shape) {
    case 0: {
        QPainterPath circle;
        circle.addEllipse(QPointF(), 0.9, 0.9);
        return circle;
    }
    case 1:
        return corners(4, 45);
    case 2:
        return corners(3, 0);
    case 3:
        return corners(4, 0);
    case 4:
        return corners(3, 180);
    case 5:
        return corners(5, 0, 0.45);
    default:
        return corners(4, 45, 0.4);
    }
}

} // namespace

QColor KindMarkers::color(int kind)
{
    return QColor(QLatin1String((isDarkTheme() ? kDark : kLight).at(static_cast<size_t>(kind % kColors))));
}

QPixmap KindMarkers::picture(int kind, double side, bool dimmed, double pixelRatio) const
{
    const qint64 key = ((qint64(kind) * 2 + (dimmed ? 1 : 0)) * 1000 + std::lround(side * 8)) * 16 + std::lround(pixelRatio * 4);
    if (const auto kept = m_pictures.constFind(key); kept != m_pictures.cend())
        return *kept;
    const int pixels = 2 * static_cast<int>(std::ceil((side / 2 + 1) * pixelRatio)); // even, as the rings around it: their middles are one
    QPixmap picture(pixels, pixels);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(pixels / pixelRatio / 2, pixels / pixelRatio / 2);
    const double radius = side / 2;
    QColor ink = color(kind);
    if (dimmed) {
        ink = themeColors().muted;
        ink.setAlphaF(kDimmed);
    }
    const QColor rim = dimmed ? QColor(Qt::transparent) : themeColors().card; // parts markers that lie over each other
    painter.scale(radius, radius);
    const bool hollow = isHollow(kind);
    painter.setPen(QPen(hollow ? ink : rim, hollow ? 0.45 : 0.18));
    painter.setBrush(hollow ? QColor(Qt::transparent) : ink);
    QPainterPath path = pathOf(shape(kind));
    if (hollow)
        path = QTransform::fromScale(0.75, 0.75).map(path);
    painter.drawPath(path);
    painter.end();
    m_pictures.insert(key, picture);
    return picture;
}

} // namespace flower
