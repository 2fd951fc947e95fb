// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/KindMarkers.h"
#include "ui/charts/PointViewport.h"

#include <QList>
#include <QPolygonF>
#include <QSet>
#include <QString>

class QPainter;

namespace flower {

/// A photo on the map.
struct ScatterPoint {
    QPointF place;
    int kind = 0;      ///< its marker
    bool wrong = false; ///< was answered wrongly
    QString text;      ///< what a screen reader says of it

    bool operator==(const ScatterPoint &) const = default;
};

/// Points on a plane of which a part is in sight: where each lies in pixels, which are near or inside of something, and how they look.
/// Points of kinds that aren't looked at are dimmed and never found.
class ScatterPoints
{
public:
    void set(const QList<ScatterPoint> &points);
    void move(const QList<QPointF> &places); ///< the same points
    /// Kinds that are looked at. Empty: all are.
    void setHighlighted(const QSet<int> &kinds) { m_highlighted = kinds; }

    [[nodiscard]] const QList<ScatterPoint> &all() const { return m_points; }
    [[nodiscard]] const ScatterPoint &at(int point) const { return m_points.at(point); }
    [[nodiscard]] int count() const { return static_cast<int>(m_points.size()); }
    [[nodiscard]] PointViewport &viewport() { return m_viewport; }
    [[nodiscard]] const PointViewport &viewport() const { return m_viewport; }
    [[nodiscard]] QPointF pixelOf(int point) const { return m_viewport.toPixel(m_points.at(point).place); }

    [[nodiscard]] bool isLookedAt(int point) const { return m_highlighted.isEmpty() || m_highlighted.contains(m_points.at(point).kind); }
    [[nodiscard]] QList<int> lookedAt() const;
    [[nodiscard]] int nearest(QPointF pixel) const;      ///< within a pointer's reach; -1: none is
    [[nodiscard]] int next(int from, QPointF way) const; ///< the nearest one in the direction of an axis; `from` without one
    [[nodiscard]] QList<int> inside(const QPolygonF &pixels) const;

    /// `sight`: what is painted at all, in pixels.
    void paint(QPainter *painter, const QRectF &sight) const;
    [[nodiscard]] double markerSide() const; ///< in pixels
    void recolor() { m_markers.clear(); }    ///< the theme is another one

private:
    void setBounds();

    QList<ScatterPoint> m_points;
    QSet<int> m_highlighted;
    PointViewport m_viewport;
    KindMarkers m_markers;
};

} // namespace flower
