// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/CellViewport.h"

#include <algorithm>
#include <cmath>

namespace flower {

void CellViewport::setCells(int cells)
{
    m_cells = cells;
    fit();
}

void CellViewport::setArea(const QRectF &area)
{
    m_area = area;
    zoom(area.topLeft(), 1.0); // the bound of the zoom hangs on the area
}

double CellViewport::cellSize() const
{
    return m_cells > 0 ? m_area.width() / cellsInSight() : 0.0;
}

QRectF CellViewport::cellRect(QPoint cell) const
{
    const double size = cellSize();
    return {m_area.topLeft() + (QPointF(cell) - m_origin) * size, QSizeF(size, size)};
}

std::optional<QPoint> CellViewport::cellAt(QPointF pixel) const
{
    if (cellSize() <= 0 || !m_area.contains(pixel))
        return std::nullopt;
    const QPointF place = m_origin + (pixel - m_area.topLeft()) / cellSize();
    return QPoint(std::min(m_cells - 1, static_cast<int>(place.x())), std::min(m_cells - 1, static_cast<int>(place.y())));
}

std::pair<int, int> CellViewport::range(double origin) const
{
    const int last = static_cast<int>(std::ceil(origin + cellsInSight() - 1e-9)) - 1;
    return {std::max(0, static_cast<int>(origin + 1e-9)), std::min(m_cells - 1, last)};
}

void CellViewport::zoom(QPointF pixel, double factor)
{
    if (m_cells == 0 || m_area.isEmpty())
        return;
    const QPointF before = m_origin + (pixel - m_area.topLeft()) / cellSize();
    const double largest = std::max(1.0, kLargestCell * m_cells / m_area.width());
    m_zoom = std::clamp(m_zoom * factor, 1.0, largest);
    m_origin = before - (pixel - m_area.topLeft()) / cellSize();
    keepInside();
}

void CellViewport::pan(QPointF pixels)
{
    if (cellSize() <= 0)
        return;
    m_origin -= pixels / cellSize();
    keepInside();
}

void CellViewport::reveal(QPoint cell)
{
    const double room = cellsInSight() - 1;
    m_origin.setX(std::clamp(m_origin.x(), cell.x() - room, static_cast<double>(cell.x())));
    m_origin.setY(std::clamp(m_origin.y(), cell.y() - room, static_cast<double>(cell.y())));
    keepInside();
}

void CellViewport::fit()
{
    m_zoom = 1.0;
    m_origin = {};
}

void CellViewport::keepInside()
{
    const double last = std::max(0.0, m_cells - cellsInSight());
    m_origin = {std::clamp(m_origin.x(), 0.0, last), std::clamp(m_origin.y(), 0.0, last)};
}

} // namespace flower
