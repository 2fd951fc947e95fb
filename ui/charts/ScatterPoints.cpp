// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ScatterPoints.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace flower {

namespace {

constexpr double kReach = 10;     // pixels between the pointer and what it points at
constexpr int kManyPoints = 1500; // from which on markers are small

} // namespace

void ScatterPoints::set(const QList<ScatterPoint> &points)
{
    m_points = points;
    setBounds();
}

void ScatterPoints::move(const QList<QPointF> &places)
{
    Q_ASSERT(places.size() == m_points.size());
    for (qsizetype point = 0; point < places.size(); ++point)
        m_points[point].place = places.at(point);
    setBounds();
}

void ScatterPoints::setBounds()
{
    if (m_points.isEmpty())
        return;
    QPointF low = m_points.first().place;
    QPointF high = low;
    for (const ScatterPoint &point : std::as_const(m_points)) {
        low = {std::min(low.x(), point.place.x()), std::min(low.y(), point.place.y())};
        high = {std::max(high.x(), point.place.x()), std::max(high.y(), point.place.y())};
    }
    m_viewport.setBounds(QRectF(low, high));
}

QList<int> ScatterPoints::lookedAt() const
{
    QList<int> found;
    for (int point = 0; point < count(); ++point) {
        if (isLookedAt(point))
            found.append(point);
    }
    return found;
}

int ScatterPoints::nearest(QPointF pixel) const
{
    int found = -1;
    double least = kReach * kReach;
    for (int point = 0; point < count(); ++point) {
        const QPointF away = pixelOf(point) - pixel;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < least && isLookedAt(point)) {
            least = distance;
            found = point;
        }
    }
    return found;
}

// Of the points that lie more along the way than beside it.
int ScatterPoints::next(int from, QPointF way) const
{
    int found = from;
    double least = std::numeric_limits<double>::max();
    for (int point = 0; point < count(); ++point) {
        const QPointF away = pixelOf(point) - pixelOf(from);
        const double along = QPointF::dotProduct(away, way);
        const double beside = std::abs(QPointF::dotProduct(away, {way.y(), way.x()}));
        if (point == from || along <= 0 || beside > along || !isLookedAt(point))
            continue;
        if (const double distance = along + 2 * beside; distance < least) {
            least = distance;
            found = point;
        }
    }
    return found;
}

QList<int> ScatterPoints::inside(const QPolygonF &pixels) const
{
    const QRectF around = pixels.boundingRect().adjusted(-0.5, -0.5, 0.5, 0.5);
    QList<int> found;
    for (int point = 0; point < count(); ++point) {
        const QPointF pixel = pixelOf(point);
        if (isLookedAt(point) && around.contains(pixel) && pixels.containsPoint(pixel, Qt::OddEvenFill))
            found.append(point);
    }
    return found;
}

double ScatterPoints::markerSide() const
{
    return count() > kManyPoints ? 7.5 : 10;
}

/// Those that are looked at lie above the dimmed ones.
void ScatterPoints::paint(QPainter *painter, const QRectF &sight) const
{
    const double side = markerSide();
    const QRectF reach = sight.adjusted(-side, -side, side, side);
    for (const bool lookedAt : {false, true}) {
        for (int point = 0; point < count(); ++point) {
            const QPointF pixel = pixelOf(point);
            if (isLookedAt(point) != lookedAt || !reach.contains(pixel))
                continue;
            const QPixmap marker = m_markers.picture(at(point).kind, side, !lookedAt, painter->device()->devicePixelRatioF());
            painter->drawPixmap(pixel - QPointF(marker.width(), marker.height()) / (2 * marker.devicePixelRatio()), marker);
        }
    }
}

} // namespace flower
