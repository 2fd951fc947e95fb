// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PhotoScatter.h"

#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace flower {

namespace {

constexpr double kMargin = 14;      // pixels around the outermost points
constexpr double kReach = 10;       // pixels between the pointer and what it points at
constexpr double kKeyZoom = 1.5;
constexpr double kKeyPan = 60;      // pixels
constexpr double kWheelStep = 120;  // eighths of a degree, a notch of a wheel
constexpr int kManyPoints = 1500;   // from which on markers are small

double markerSide(qsizetype points)
{
    return points > kManyPoints ? 7.5 : 10;
}

QRectF rectangleOf(const QPolygonF &drag)
{
    return QRectF(drag.first(), drag.last()).normalized();
}

} // namespace

PhotoScatter::PhotoScatter(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Map of the photos"));
}

void PhotoScatter::setPoints(const QList<ScatterPoint> &points)
{
    m_points = points;
    m_hovered = m_current = m_anchor = -1;
    endDrag();
    setBounds();
    fit();
    setSelected({});
}

void PhotoScatter::movePoints(const QList<QPointF> &places)
{
    Q_ASSERT(places.size() == m_points.size());
    for (qsizetype point = 0; point < places.size(); ++point)
        m_points[point].place = places.at(point);
    setBounds();
    update();
    Q_EMIT pointedAtChanged(); // the same photo, elsewhere
}

void PhotoScatter::setBounds()
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

void PhotoScatter::setHighlighted(const QSet<int> &kinds)
{
    m_highlighted = kinds;
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
    setCursor(tool == Tool::Move ? Qt::OpenHandCursor : Qt::CrossCursor);
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

int PhotoScatter::nearest(QPointF pixel) const
{
    int found = -1;
    double least = kReach * kReach;
    for (int point = 0; point < m_points.size(); ++point) {
        const QPointF away = pixelOf(point) - pixel;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < least && isLookedAt(point)) {
            least = distance;
            found = point;
        }
    }
    return found;
}

// The nearest of the points that lie more along the arrow than beside it.
int PhotoScatter::next(int key) const
{
    const QPointF way = key == Qt::Key_Left ? QPointF(-1, 0) : key == Qt::Key_Right ? QPointF(1, 0) : key == Qt::Key_Up ? QPointF(0, -1) : QPointF(0, 1);
    int found = m_current;
    double least = std::numeric_limits<double>::max();
    for (int point = 0; point < m_points.size(); ++point) {
        const QPointF away = pixelOf(point) - pixelOf(m_current);
        const double along = QPointF::dotProduct(away, way);
        const double beside = std::abs(QPointF::dotProduct(away, {way.y(), way.x()}));
        if (point == m_current || along <= 0 || beside > along || !isLookedAt(point))
            continue;
        if (const double distance = along + 2 * beside; distance < least) {
            least = distance;
            found = point;
        }
    }
    return found;
}

QList<int> PhotoScatter::inside(const QPolygonF &pixels) const
{
    const QRectF around = pixels.boundingRect().adjusted(-0.5, -0.5, 0.5, 0.5);
    QList<int> found;
    for (int point = 0; point < m_points.size(); ++point) {
        const QPointF pixel = pixelOf(point);
        if (isLookedAt(point) && around.contains(pixel) && pixels.containsPoint(pixel, Qt::OddEvenFill))
            found.append(point);
    }
    return found;
}

void PhotoScatter::fit()
{
    m_viewport.fit();
    viewChanged();
}

void PhotoScatter::zoom(QPointF pixel, double factor)
{
    m_viewport.zoom(pixel, factor);
    viewChanged();
}

void PhotoScatter::pan(QPointF pixels)
{
    m_viewport.pan(pixels);
    viewChanged();
}

/// After each change of what is in sight: the pointer no longer points at what it did, and the current point lies elsewhere.
void PhotoScatter::viewChanged()
{
    m_hovered = -1;
    update();
    Q_EMIT fittedChanged(m_viewport.isFitted());
    Q_EMIT pointedAtChanged();
}

void PhotoScatter::setHovered(int point)
{
    if (point == m_hovered)
        return;
    m_hovered = point;
    update();
    Q_EMIT pointedAtChanged();
}

/// `extends`: selects what lies in the rectangle from where the movement began.
void PhotoScatter::moveCurrent(int point, bool extends)
{
    if (extends && m_anchor < 0)
        m_anchor = m_current;
    m_current = point;
    m_viewport.reveal(m_points.at(point).place);
    if (extends) {
        const QRectF rectangle = QRectF(pixelOf(m_anchor), pixelOf(m_current)).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
        select(inside(rectangle), false);
    } else {
        m_anchor = -1;
    }
    viewChanged();
    setAccessibleDescription(m_points.at(point).text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

/// Of the pointer, whether it selected, panned or only pressed.
void PhotoScatter::endDrag()
{
    m_pressed.reset();
    m_drag.clear();
    setTool(m_tool); // its cursor
    update();
}

void PhotoScatter::resizeEvent(QResizeEvent *event)
{
    m_viewport.setArea(QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin));
    viewChanged();
    QWidget::resizeEvent(event);
}

void PhotoScatter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_markers.clear();
    QWidget::changeEvent(event);
}

void PhotoScatter::wheelEvent(QWheelEvent *event)
{
    zoom(event->position(), std::pow(1.25, event->angleDelta().y() / kWheelStep));
    event->accept();
}

void PhotoScatter::mousePressEvent(QMouseEvent *event)
{
    if (m_pressed || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    m_pressed = event->position();
    m_button = event->button();
    m_pans = m_tool == Tool::Move || m_button == Qt::MiddleButton;
}

void PhotoScatter::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return setHovered(nearest(event->position()));
    if (m_drag.isEmpty()) {
        if ((event->position() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
            return;
        m_drag.append(*m_pressed);
        setHovered(-1);
    }
    if (m_pans) {
        setCursor(Qt::ClosedHandCursor);
        pan(event->position() - m_drag.last());
    }
    m_drag.append(event->position());
    update();
}

void PhotoScatter::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressed || event->button() != m_button)
        return;
    const QPolygonF drag = m_drag;
    endDrag();
    const bool adds = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!drag.isEmpty()) {
        if (!m_pans)
            select(inside(m_tool == Tool::Rectangle ? QPolygonF(rectangleOf(drag)) : drag), adds);
        return;
    }
    if (m_button != Qt::LeftButton)
        return;
    const int point = nearest(event->position());
    if (point < 0) {
        if (!adds)
            setSelected({});
        return;
    }
    m_current = point;
    m_anchor = -1;
    if (adds)
        toggle(point);
    else
        setSelected({point});
}

void PhotoScatter::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int point = nearest(event->position()); point >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT activated(point);
}

void PhotoScatter::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QWidget::leaveEvent(event);
}

void PhotoScatter::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT pointedAtChanged();
}

void PhotoScatter::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    Q_EMIT pointedAtChanged();
}

void PhotoScatter::keyPressEvent(QKeyEvent *event)
{
    if (m_points.isEmpty())
        return QWidget::keyPressEvent(event);
    const QPointF middle = m_current >= 0 ? pixelOf(m_current) : QRectF(rect()).center();
    const int key = event->key();
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() & Qt::ControlModifier) {
            return pan(QPointF(key == Qt::Key_Left ? kKeyPan : key == Qt::Key_Right ? -kKeyPan : 0,
                               key == Qt::Key_Up ? kKeyPan : key == Qt::Key_Down ? -kKeyPan : 0));
        }
        return moveCurrent(m_current < 0 ? 0 : next(key), m_current >= 0 && (event->modifiers() & Qt::ShiftModifier));
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
        if (m_pressed)
            return endDrag();
        if (m_selected.isEmpty())
            break;
        return setSelected({});
    case Qt::Key_A:
        if (!(event->modifiers() & Qt::ControlModifier))
            break;
        {
            QList<int> all;
            for (int point = 0; point < m_points.size(); ++point) {
                if (isLookedAt(point))
                    all.append(point);
            }
            return setSelected(all);
        }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(middle, kKeyZoom);
    case Qt::Key_Minus:
        return zoom(middle, 1 / kKeyZoom);
    case Qt::Key_0:
        return fit();
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void PhotoScatter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColors().line, 1));
    painter.setBrush(themeColors().card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setClipRect(rect().adjusted(1, 1, -1, -1));
    paintPoints(&painter);
    paintRings(&painter);
    paintDrag(&painter);
    if (hasFocus()) {
        painter.setPen(QPen(themeColors().petal, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

/// Those that are looked at lie above the dimmed ones.
void PhotoScatter::paintPoints(QPainter *painter) const
{
    const double side = markerSide(m_points.size());
    const QRectF sight = QRectF(rect()).adjusted(-side, -side, side, side);
    for (const bool lookedAt : {false, true}) {
        for (int point = 0; point < m_points.size(); ++point) {
            const QPointF pixel = pixelOf(point);
            if (isLookedAt(point) != lookedAt || !sight.contains(pixel))
                continue;
            const QPixmap marker = m_markers.picture(m_points.at(point).kind, side, !lookedAt, devicePixelRatioF());
            painter->drawPixmap(pixel - QPointF(marker.width(), marker.height()) / (2 * marker.devicePixelRatio()), marker);
        }
    }
}

/// Around wrong answers (dashed, so that they aren't taken for selected ones), the selected and the one that is pointed at.
void PhotoScatter::paintRings(QPainter *painter) const
{
    const ThemeColors colors = themeColors();
    const double radius = markerSide(m_points.size()) / 2 + 2.5;
    painter->setBrush(Qt::NoBrush);
    if (m_wrongRinged) {
        QPen pen(palette().color(QPalette::Text), 1.4);
        pen.setDashPattern({1.6, 1.4});
        painter->setPen(pen);
        for (int point = 0; point < m_points.size(); ++point) {
            if (m_points.at(point).wrong && isLookedAt(point))
                painter->drawEllipse(pixelOf(point), radius, radius);
        }
    }
    painter->setPen(QPen(colors.petal, 2));
    for (const int point : m_selected)
        painter->drawEllipse(pixelOf(point), radius + 1, radius + 1);
    if (const int point = pointedAt(); point >= 0) {
        painter->setPen(QPen(palette().color(QPalette::Text), 2));
        painter->drawEllipse(pixelOf(point), radius + 3, radius + 3);
    }
}

void PhotoScatter::paintDrag(QPainter *painter) const
{
    if (m_drag.isEmpty() || m_pans)
        return;
    QColor inside = themeColors().petal;
    inside.setAlphaF(0.12F);
    painter->setPen(QPen(themeColors().petal, 1.5, Qt::DashLine));
    painter->setBrush(inside);
    if (m_tool == Tool::Rectangle)
        painter->drawRect(rectangleOf(m_drag));
    else
        painter->drawPolygon(m_drag);
}

} // namespace flower
