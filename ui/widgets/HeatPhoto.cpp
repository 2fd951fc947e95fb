// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HeatPhoto.h"

#include "engine/core/HeatMap.h"
#include "ui/models/Pixels.h"
#include "ui/theme/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace flower {

namespace {

constexpr int kHeatSide = 112;       ///< pixels of the heat's picture; it is drawn smoothly at any size
constexpr int kRadius = 8;
constexpr int kDimming = 165;        ///< of 255, over what the network doesn't see
constexpr double kKeyboardStep = 0.05; ///< of the square's side, for one press of an arrow key

QImage heatPicture(const Explanation &explanation)
{
    Explanation square = explanation;
    square.seenFraction = 1.0;
    const RgbImage picture = heatOverlay({kHeatSide, kHeatSide, QByteArray(3 * kHeatSide * kHeatSide, '\0')}, square, 1.0);
    return QImage(reinterpret_cast<const uchar *>(picture.pixels.constData()), picture.width, picture.height, 3 * picture.width,
                  QImage::Format_RGB888).copy();
}

} // namespace

HeatPhoto::HeatPhoto(QWidget *parent) : QWidget(parent)
{
    setMinimumSize(120, 90);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Photo"));
    showMode();
}

void HeatPhoto::setPhoto(const QImage &photo)
{
    m_photo = photo.width() > 1 ? photo.convertToFormat(QImage::Format_RGB888) : QImage();
    m_covered = m_photo;
    m_strokes.clear();
    setExplanation({});
}

void HeatPhoto::setExplanation(const std::optional<Explanation> &explanation)
{
    m_heat = explanation && !explanation->heat.isEmpty() ? heatPicture(*explanation) : QImage();
    if (explanation)
        m_seenFraction = explanation->seenFraction;
    showMode();
}

void HeatPhoto::setMode(Mode mode)
{
    m_mode = mode;
    m_cursor.reset();
    setMouseTracking(mode == Mode::Cover);
    setFocusPolicy(mode == Mode::Cover ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(mode == Mode::Cover ? Qt::CrossCursor : Qt::ArrowCursor);
    showMode();
}

void HeatPhoto::setHeatOpacity(double opacity)
{
    m_opacity = opacity;
    update();
}

void HeatPhoto::setBrushSize(double size)
{
    m_brushSize = size;
    update();
}

void HeatPhoto::setCoverColor(const QColor &color)
{
    m_coverColor = color;
    redraw();
}

void HeatPhoto::undoStroke()
{
    if (m_strokes.isEmpty())
        return;
    m_strokes.removeLast();
    redraw();
    Q_EMIT coveredChanged();
}

void HeatPhoto::clearStrokes()
{
    if (m_strokes.isEmpty())
        return;
    m_strokes.clear();
    redraw();
    Q_EMIT coveredChanged();
}

RgbImage HeatPhoto::coveredPixels() const
{
    return pixelsOf(m_covered);
}

RgbImage HeatPhoto::originalPixels() const
{
    return pixelsOf(m_photo);
}

QRectF HeatPhoto::photoRect() const
{
    const QSizeF size = QSizeF(m_photo.size()).scaled(this->size(), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QRectF HeatPhoto::seenRect() const
{
    const QRectF photo = photoRect();
    const double side = m_seenFraction * std::min(photo.width(), photo.height());
    return {photo.center() - QPointF(side / 2, side / 2), QSizeF(side, side)};
}

QPointF HeatPhoto::toPhoto(const QPointF &place) const
{
    const QRectF photo = photoRect();
    return (place - photo.topLeft()) * (m_photo.width() / photo.width());
}

double HeatPhoto::brushDiameter() const
{
    return m_brushSize * m_seenFraction * std::min(m_photo.width(), m_photo.height());
}

void HeatPhoto::beginStroke(const QPointF &place)
{
    m_strokes.append({{toPhoto(place)}, brushDiameter()});
    drawStroke(m_strokes.last(), 0);
    Q_EMIT coveredChanged();
}

/// From its point `first` on.
void HeatPhoto::drawStroke(const Stroke &stroke, qsizetype first)
{
    QPainter painter(&m_covered); // not smoothed: nothing of the photo shines through
    painter.setPen(QPen(m_coverColor, stroke.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (stroke.points.size() == 1)
        painter.drawPoint(stroke.points.first());
    else
        painter.drawPolyline(stroke.points.constData() + first, static_cast<int>(stroke.points.size() - first));
    update();
}

void HeatPhoto::redraw()
{
    m_covered = m_photo;
    for (const Stroke &stroke : std::as_const(m_strokes))
        drawStroke(stroke, 0);
    update();
}

void HeatPhoto::showMode()
{
    setAccessibleDescription(m_mode == Mode::Heat    ? tr("What speaks for the chosen kind is light, what doesn't is dark.")
                             : m_mode == Mode::Cover ? tr("Arrow keys move the brush, Space covers what is below it, Ctrl+Z takes a stroke back.")
                                                     : QString());
    update();
}

bool HeatPhoto::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_mode != Mode::Plain && hasPhoto()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString text;
        if (photoRect().contains(help->pos()) && !seenRect().contains(help->pos()))
            text = tr("The network doesn't see this part: it looks at a square in the middle of the photo, less a margin (the centre crop).");
        else if (photoRect().contains(help->pos()) && m_mode == Mode::Heat)
            text = tr("Light: this part speaks for the chosen kind. Dark: it doesn't. The map is coarse (class activation map, "
                      "one value for each 32 × 32 pixels of what the network sees).");
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && m_mode == Mode::Cover
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->accept(); // before the window's own
        return true;
    }
    return QWidget::event(event);
}

void HeatPhoto::paintEvent(QPaintEvent *)
{
    if (!hasPhoto())
        return; // none yet, or none that can be read
    const QRectF photo = photoRect();
    const QRectF seen = seenRect();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QPainterPath rounded;
    rounded.addRoundedRect(photo, kRadius, kRadius);
    painter.setClipPath(rounded);
    painter.drawImage(photo, m_mode == Mode::Cover ? m_covered : m_photo);
    if (m_mode == Mode::Plain)
        return;
    if (m_mode == Mode::Heat && !m_heat.isNull()) {
        painter.setOpacity(m_opacity);
        painter.drawImage(seen, m_heat);
        painter.setOpacity(1.0);
    }
    if (m_mode == Mode::Cover || !m_heat.isNull()) {
        QPainterPath outside = rounded;
        QPainterPath inside;
        inside.addRect(seen);
        QColor dimming = palette().color(QPalette::Window);
        dimming.setAlpha(kDimming);
        painter.fillPath(outside.subtracted(inside), dimming);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1, Qt::DotLine));
        painter.drawRect(seen);
    }
    if (m_mode == Mode::Cover && m_cursor) {
        const double radius = brushDiameter() * photo.width() / m_photo.width() / 2;
        painter.setPen(QPen(Qt::black, 3));
        painter.drawEllipse(*m_cursor, radius, radius);
        painter.setPen(QPen(Qt::white, 1));
        painter.drawEllipse(*m_cursor, radius, radius);
    }
    if (hasFocus()) {
        painter.setClipping(false);
        painter.setPen(QPen(themeColors().petal, 2));
        painter.drawRoundedRect(photo.adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
}

void HeatPhoto::moveCursor(const QPointF &place)
{
    m_cursor = place;
    update();
}

void HeatPhoto::mousePressEvent(QMouseEvent *event)
{
    if (m_mode != Mode::Cover || !hasPhoto() || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    moveCursor(event->position());
    beginStroke(event->position());
}

void HeatPhoto::mouseMoveEvent(QMouseEvent *event)
{
    if (m_mode != Mode::Cover || !hasPhoto())
        return QWidget::mouseMoveEvent(event);
    moveCursor(event->position());
    if (!(event->buttons() & Qt::LeftButton) || m_strokes.isEmpty())
        return;
    Stroke &stroke = m_strokes.last();
    stroke.points.append(toPhoto(event->position()));
    drawStroke(stroke, stroke.points.size() - 2);
    Q_EMIT coveredChanged();
}

void HeatPhoto::leaveEvent(QEvent *)
{
    m_cursor.reset();
    update();
}

void HeatPhoto::keyPressEvent(QKeyEvent *event)
{
    if (m_mode != Mode::Cover || !hasPhoto())
        return QWidget::keyPressEvent(event);
    const double step = kKeyboardStep * seenRect().width();
    const QPointF place = m_cursor.value_or(seenRect().center());
    QPointF way;
    if (event->matches(QKeySequence::Undo))
        return undoStroke();
    switch (event->key()) {
    case Qt::Key_Left:
        way = {-step, 0};
        break;
    case Qt::Key_Right:
        way = {step, 0};
        break;
    case Qt::Key_Up:
        way = {0, -step};
        break;
    case Qt::Key_Down:
        way = {0, step};
        break;
    case Qt::Key_Space:
        moveCursor(place);
        return beginStroke(place);
    default:
        return QWidget::keyPressEvent(event);
    }
    const QRectF photo = photoRect();
    moveCursor({std::clamp(place.x() + way.x(), photo.left(), photo.right()),
                std::clamp(place.y() + way.y(), photo.top(), photo.bottom())});
}

} // namespace flower
