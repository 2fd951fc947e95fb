// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PointViewport.h"

#include <algorithm>

namespace flower {

void PointViewport::setBounds(const QRectF &bounds)
{
    const bool fitted = isFitted();
    // One place, or a line: some room around it.
    const double side = std::max({bounds.width(), bounds.height(), 1e-9});
    const QPointF half(std::max(bounds.width(), side / 1000) / 2, std::max(bounds.height(), side / 1000) / 2);
    const QPointF part((m_centre.x() - m_bounds.left()) / m_bounds.width(), (m_centre.y() - m_bounds.top()) / m_bounds.height());
    m_bounds = QRectF(bounds.center() - half, bounds.center() + half);
    m_centre = m_bounds.topLeft() + QPointF(part.x() * m_bounds.width(), part.y() * m_bounds.height());
    if (fitted)
        fit();
}

void PointViewport::setArea(const QRectF &pixels)
{
    m_area = pixels;
}

double PointViewport::scale() const
{
    return m_zoom * std::min(m_area.width() / m_bounds.width(), m_area.height() / m_bounds.height());
}

QPointF PointViewport::toPixel(QPointF place) const
{
    const QPointF away = (place - m_centre) * scale();
    return m_area.center() + QPointF(away.x(), -away.y());
}

QPointF PointViewport::toPlace(QPointF pixel) const
{
    const QPointF away = (pixel - m_area.center()) / std::max(scale(), 1e-300);
    return m_centre + QPointF(away.x(), -away.y());
}

void PointViewport::zoom(QPointF pixel, double factor)
{
    const QPointF before = toPlace(pixel);
    m_zoom = std::clamp(m_zoom * factor, 1.0, kLargestZoom);
    m_centre += before - toPlace(pixel);
    if (m_zoom == 1.0)
        m_centre = m_bounds.center(); // all is in sight: in the middle
}

void PointViewport::pan(QPointF pixels)
{
    const QPointF way = pixels / std::max(scale(), 1e-300);
    m_centre -= QPointF(way.x(), -way.y());
    m_centre = {std::clamp(m_centre.x(), m_bounds.left(), m_bounds.right()), std::clamp(m_centre.y(), m_bounds.top(), m_bounds.bottom())};
}

void PointViewport::reveal(QPointF place)
{
    const QPointF pixel = toPixel(place);
    const QPointF inside(std::clamp(pixel.x(), m_area.left(), m_area.right()), std::clamp(pixel.y(), m_area.top(), m_area.bottom()));
    if (inside != pixel)
        pan(inside - pixel);
}

void PointViewport::fit()
{
    m_zoom = 1.0;
    m_centre = m_bounds.center();
}

} // namespace flower
