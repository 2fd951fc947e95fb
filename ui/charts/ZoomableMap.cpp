// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ZoomableMap.h"

#include "ui/charts/Viewport.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace flower {

namespace {

constexpr double kKeyZoom = 1.5;
constexpr double kNotchZoom = 1.25;
constexpr double kWheelStep = 120; // eighths of a degree, a notch of a wheel

} // namespace

ZoomableMap::ZoomableMap(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ZoomableMap::drawn(const QPolygonF &, Qt::KeyboardModifiers) {}

void ZoomableMap::fit()
{
    view().fit();
    viewChanged();
}

void ZoomableMap::zoom(QPointF pixel, double factor)
{
    view().zoom(pixel, factor);
    viewChanged();
}

void ZoomableMap::pan(QPointF pixels)
{
    view().pan(pixels);
    viewChanged();
}

void ZoomableMap::viewChanged()
{
    pointAt(std::nullopt);
    update();
    Q_EMIT fittedChanged(view().isFitted());
    Q_EMIT pointedAtChanged();
}

void ZoomableMap::hover(std::optional<QPointF> pixel)
{
    if (!pointAt(pixel))
        return;
    update();
    Q_EMIT pointedAtChanged();
}

void ZoomableMap::endDrag()
{
    m_way.clear();
    setCursor(m_restCursor);
    update();
}

QPolygonF ZoomableMap::drawing() const
{
    return m_drag == Drag::Draw && m_way.size() > 1 ? m_way : QPolygonF();
}

QPoint ZoomableMap::arrowOf(int key)
{
    return {(key == Qt::Key_Right) - (key == Qt::Key_Left), (key == Qt::Key_Down) - (key == Qt::Key_Up)};
}

void ZoomableMap::setRestCursor(Qt::CursorShape shape)
{
    m_restCursor = shape;
    setCursor(shape);
}

void ZoomableMap::wheelEvent(QWheelEvent *event)
{
    zoom(event->position(), std::pow(kNotchZoom, event->angleDelta().y() / kWheelStep));
    event->accept();
}

void ZoomableMap::mousePressEvent(QMouseEvent *event)
{
    if (isPressed() || dragOf(event->button()) == Drag::None)
        return;
    m_button = event->button();
    m_drag = dragOf(m_button);
    m_way.append(event->position());
}

void ZoomableMap::mouseMoveEvent(QMouseEvent *event)
{
    if (!isPressed())
        return hover(event->position());
    const QPointF step = event->position() - m_way.last();
    if (m_way.size() == 1) {
        if (step.manhattanLength() < QApplication::startDragDistance())
            return;
        hover(std::nullopt);
    }
    m_way.append(event->position());
    update();
    if (m_drag == Drag::Pan) {
        setCursor(Qt::ClosedHandCursor);
        pan(step);
    }
}

void ZoomableMap::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isPressed() || event->button() != m_button)
        return;
    const QPolygonF way = m_way;
    endDrag();
    if (way.size() == 1 && m_button == Qt::LeftButton)
        clicked(event->position(), event->modifiers());
    else if (way.size() > 1 && m_drag == Drag::Draw)
        drawn(way, event->modifiers());
}

void ZoomableMap::leaveEvent(QEvent *event)
{
    hover(std::nullopt);
    QWidget::leaveEvent(event);
}

void ZoomableMap::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(keyCentre(), kKeyZoom);
    case Qt::Key_Minus:
        return zoom(keyCentre(), 1 / kKeyZoom);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Escape:
        if (isPressed())
            return endDrag();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace flower
