// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/Viewport.h"

#include <QPointF>
#include <QRectF>

namespace flower {

/// Which part of a plane is in sight in an area of pixels: zoom and pan without a window. Both axes have the same scale, and
/// upwards on the plane is upwards in the area.
class PointViewport final : public Viewport
{
public:
    static constexpr double kLargestZoom = 200;

    /// The smallest rectangle around all that is to be seen, in any units. What is in sight stays fitted, or keeps its zoom and
    /// the same part of the bounds in the middle.
    void setBounds(const QRectF &bounds);
    void setArea(const QRectF &pixels);
    [[nodiscard]] const QRectF &area() const { return m_area; }

    [[nodiscard]] QPointF toPixel(QPointF place) const;
    [[nodiscard]] QPointF toPlace(QPointF pixel) const;

    void zoom(QPointF pixel, double factor) override;
    void pan(QPointF pixels) override;
    void reveal(QPointF place); ///< pans as far as needed, so that it is in sight
    void fit() override;
    [[nodiscard]] bool isFitted() const override { return m_zoom == 1.0 && m_centre == m_bounds.center(); }

private:
    [[nodiscard]] double scale() const; ///< pixels of a unit

    QRectF m_bounds{0, 0, 1, 1};
    QRectF m_area;
    QPointF m_centre{0.5, 0.5}; ///< the place in the middle of the area
    double m_zoom = 1.0;
};

} // namespace flower
