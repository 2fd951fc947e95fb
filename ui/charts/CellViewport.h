// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/Viewport.h"

#include <QPoint>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <utility>

namespace flower {

/// Which part of a square of cells is in sight in a square of pixels, and where each cell lies: zoom and pan without a window.
/// Cells are points of (column, row), from (0, 0) at the top left.
class CellViewport final : public Viewport
{
public:
    static constexpr double kLargestCell = 64; ///< pixels; as far as the zoom goes, unless all cells are larger

    void setCells(int cells);       ///< in a row; all come into sight
    void setArea(const QRectF &area); ///< square, in pixels; what was in sight stays in sight
    [[nodiscard]] const QRectF &area() const { return m_area; }
    [[nodiscard]] int cells() const { return m_cells; }

    [[nodiscard]] double cellSize() const; ///< in pixels
    [[nodiscard]] QRectF cellRect(QPoint cell) const;
    [[nodiscard]] std::optional<QPoint> cellAt(QPointF pixel) const;
    /// First and last column in sight, also in part; (0, -1) without cells. The same for rows.
    [[nodiscard]] std::pair<int, int> columns() const { return range(m_origin.x()); }
    [[nodiscard]] std::pair<int, int> rows() const { return range(m_origin.y()); }

    void zoom(QPointF pixel, double factor) override;
    void pan(QPointF pixels) override;
    void reveal(QPoint cell); ///< pans as far as needed, so that the whole cell is in sight
    void fit() override;
    [[nodiscard]] bool isFitted() const override { return m_zoom <= 1.0; }

private:
    [[nodiscard]] std::pair<int, int> range(double origin) const;
    [[nodiscard]] double cellsInSight() const { return m_cells / m_zoom; }
    void keepInside();

    QRectF m_area;
    QPointF m_origin; ///< in cells: what lies at the top left of the area
    double m_zoom = 1.0;
    int m_cells = 0;
};

} // namespace flower
