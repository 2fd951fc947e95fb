// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PhotoScatter.h"

#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace flower {

namespace {

constexpr double kMargin = 14; // pixels around the outermost points
constexpr double kKeyPan = 60; // pixels

bool isAdding(Qt::KeyboardModifiers modifiers)
{
    return modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
}

QRectF rectangleOf(const QPolygonF &way)
{
    return QRectF(way.first(), way.last()).normalized();
}

/// A ring with its middle at the middle of the picture.
QPixmap ringOf(double radius, const QPen &pen, double pixelRatio)
{
    const int half = static_cast<int>(std::ceil((radius + pen.widthF()) * pixelRatio));
    QPixmap ring(2 * half, 2 * half);
    ring.setDevicePixelRatio(pixelRatio);
    ring.fill(Qt::transparent);
    QPainter painter(&ring);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.drawEllipse(QPointF(half, half) / pixelRatio, radius, radius);
    return ring;
}

} // namespace

PhotoScatter::PhotoScatter(QWidget *parent) : ZoomableMap(parent)
{
    setAccessibleName(tr("Map of the photos"));
}

void PhotoScatter::setPoints(const QList<ScatterPoint> &points)
{
    m_points.set(points);
    m_hovered = m_current = m_anchor = -1;
    endDrag();
    fit();
    setSelected({});
}

void PhotoScatter::movePoints(const QList<QPointF> &places)
{
    m_points.move(places);
    update();
    Q_EMIT pointedAtChanged(); // the same photo, elsewhere
}

void PhotoScatter::setHighlighted(const QSet<int> &kinds)
{
    m_points.setHighlighted(kinds);
    update();
}

void PhotoScatter::setWrongRinged(bool ringed)
{
    m_wrongRinged = ringed;
    update();
}

void PhotoScatter::setTool(Tool tool)
{
    m_tool = tool;
    setRestCursor(tool == Tool::Move ? Qt::OpenHandCursor : Qt::CrossCursor);
}

void PhotoScatter::setSelected(const QList<int> &points)
{
    m_selected = points;
    update();
    Q_EMIT selectionChanged();
}

void PhotoScatter::select(const QList<int> &points, bool adds)
{
    if (!adds)
        return setSelected(points);
    QList<int> all;
    std::set_union(m_selected.cbegin(), m_selected.cend(), points.cbegin(), points.cend(), std::back_inserter(all));
    setSelected(all);
}

void PhotoScatter::toggle(int point)
{
    QList<int> points = m_selected;
    if (points.contains(point))
        points.removeOne(point);
    else
        points.insert(std::lower_bound(points.begin(), points.end(), point), point);
    setSelected(points);
}

int PhotoScatter::pointedAt() const
{
    return m_hovered < 0 && hasFocus() ? m_current : m_hovered;
}

bool PhotoScatter::pointAt(std::optional<QPointF> pixel)
{
    const int point = pixel ? m_points.nearest(*pixel) : -1;
    return std::exchange(m_hovered, point) != point;
}

QPointF PhotoScatter::keyCentre() const
{
    return m_current >= 0 ? pixelOf(m_current) : QRectF(rect()).center();
}

/// `extends`: selects what lies in the rectangle from where the movement began.
void PhotoScatter::moveCurrent(int point, bool extends)
{
    if (extends && m_anchor < 0)
        m_anchor = m_current;
    m_current = point;
    m_points.viewport().reveal(m_points.at(point).place);
    if (extends) {
        const QRectF rectangle = QRectF(pixelOf(m_anchor), pixelOf(m_current)).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
        select(m_points.inside(rectangle), false);
    } else {
        m_anchor = -1;
    }
    viewChanged();
    setAccessibleDescription(m_points.at(point).text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

ZoomableMap::Drag PhotoScatter::dragOf(Qt::MouseButton button) const
{
    if (button == Qt::MiddleButton)
        return Drag::Pan;
    if (button != Qt::LeftButton)
        return Drag::None;
    return m_tool == Tool::Move ? Drag::Pan : Drag::Draw;
}

void PhotoScatter::drawn(const QPolygonF &way, Qt::KeyboardModifiers modifiers)
{
    select(m_points.inside(m_tool == Tool::Rectangle ? QPolygonF(rectangleOf(way)) : way), isAdding(modifiers));
}

void PhotoScatter::clicked(QPointF pixel, Qt::KeyboardModifiers modifiers)
{
    const int point = m_points.nearest(pixel);
    if (point < 0) {
        if (!isAdding(modifiers))
            setSelected({});
        return;
    }
    m_current = point;
    m_anchor = -1;
    if (isAdding(modifiers))
        toggle(point);
    else
        setSelected({point});
}

void PhotoScatter::resizeEvent(QResizeEvent *event)
{
    m_points.viewport().setArea(QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin));
    viewChanged();
    ZoomableMap::resizeEvent(event);
}

void PhotoScatter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_points.recolor();
    ZoomableMap::changeEvent(event);
}

void PhotoScatter::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int point = m_points.nearest(event->position()); point >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT activated(point);
}

void PhotoScatter::focusInEvent(QFocusEvent *event)
{
    ZoomableMap::focusInEvent(event);
    Q_EMIT pointedAtChanged();
}

void PhotoScatter::focusOutEvent(QFocusEvent *event)
{
    ZoomableMap::focusOutEvent(event);
    Q_EMIT pointedAtChanged();
}

void PhotoScatter::keyPressEvent(QKeyEvent *event)
{
    if (m_points.count() == 0)
        return QWidget::keyPressEvent(event);
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (const QPointF way = arrowOf(event->key()); !way.isNull()) {
        if (control)
            return pan(-kKeyPan * way);
        const bool extends = m_current >= 0 && (event->modifiers() & Qt::ShiftModifier);
        return moveCurrent(m_current < 0 ? 0 : m_points.next(m_current, way), extends);
    }
    switch (event->key()) {
    case Qt::Key_Space:
        if (m_current >= 0)
            toggle(m_current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        return;
    case Qt::Key_Escape:
        if (isPressed() || m_selected.isEmpty())
            break;
        return setSelected({});
    case Qt::Key_A:
        if (!control)
            break;
        return setSelected(m_points.lookedAt());
    default:
        break;
    }
    ZoomableMap::keyPressEvent(event);
}

void PhotoScatter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColors().line, 1));
    painter.setBrush(themeColors().card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setClipRect(rect().adjusted(1, 1, -1, -1));
    m_points.paint(&painter, rect());
    paintRings(&painter);
    paintDrawing(&painter);
    if (hasFocus()) {
        painter.setPen(QPen(themeColors().petal, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

/// Around wrong answers (dashed, so that they aren't taken for selected ones), the selected and the one that is pointed at. A ring is
/// drawn once and copied: ten thousand ellipses would take longer than all else.
void PhotoScatter::paintRings(QPainter *painter) const
{
    const ThemeColors colors = themeColors();
    const double radius = m_points.markerSide() / 2 + 2.5;
    if (m_wrongRinged) {
        QPen pen(palette().color(QPalette::Text), 1.4);
        pen.setDashPattern({1.6, 1.4});
        const QPixmap ring = ringOf(radius, pen, devicePixelRatioF());
        for (int point = 0; point < m_points.count(); ++point) {
            if (m_points.at(point).wrong && m_points.isLookedAt(point))
                paintRing(painter, ring, point);
        }
    }
    const QPixmap ring = ringOf(radius + 1, QPen(colors.petal, 2), devicePixelRatioF());
    for (const int point : m_selected)
        paintRing(painter, ring, point);
    if (const int point = pointedAt(); point >= 0)
        paintRing(painter, ringOf(radius + 3, QPen(palette().color(QPalette::Text), 2), devicePixelRatioF()), point);
}

void PhotoScatter::paintRing(QPainter *painter, const QPixmap &ring, int point) const
{
    const QSizeF size = ring.deviceIndependentSize();
    const QRectF place(pixelOf(point) - QPointF(size.width(), size.height()) / 2, size);
    if (place.intersects(rect()))
        painter->drawPixmap(place.topLeft(), ring);
}

void PhotoScatter::paintDrawing(QPainter *painter) const
{
    const QPolygonF way = drawing();
    if (way.isEmpty())
        return;
    QColor inside = themeColors().petal;
    inside.setAlphaF(0.12F);
    painter->setPen(QPen(themeColors().petal, 1.5, Qt::DashLine));
    painter->setBrush(inside);
    if (m_tool == Tool::Rectangle)
        painter->drawRect(rectangleOf(way));
    else
        painter->drawPolygon(way);
}

} // namespace flower
