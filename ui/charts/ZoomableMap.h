// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QWidget>

#include <optional>

namespace flower {

class Viewport;

/// A picture of which a part is in sight, as pointer and keyboard change it: the wheel, + and - zoom, a drag moves it or draws on it,
/// 0 shows all, Escape ends a drag.
class ZoomableMap : public QWidget
{
    Q_OBJECT
public:
    explicit ZoomableMap(QWidget *parent = nullptr);

Q_SIGNALS:
    void pointedAtChanged(); ///< something else, or the same elsewhere
    void fittedChanged(bool fitted);

public Q_SLOTS:
    void fit();

protected:
    enum class Drag { None, Pan, Draw };

    [[nodiscard]] virtual Viewport &view() = 0;
    /// What a drag with this button does. None: the button isn't for the map.
    [[nodiscard]] virtual Drag dragOf(Qt::MouseButton button) const = 0;
    /// The pointer is there, or points at nothing. Returns whether that is something else than before.
    virtual bool pointAt(std::optional<QPointF> pixel) = 0;
    /// What stays where it is when a key zooms, in pixels.
    [[nodiscard]] virtual QPointF keyCentre() const = 0;
    /// With the left button, and without a drag.
    virtual void clicked(QPointF pixel, Qt::KeyboardModifiers modifiers) = 0;
    /// The way of a drag that draws, when it has ended.
    virtual void drawn(const QPolygonF &way, Qt::KeyboardModifiers modifiers);

    void pan(QPointF pixels);
    /// Every change of what is in sight ends here: the pointer points at nothing until it moves again, and what the keyboard points at
    /// lies elsewhere.
    void viewChanged();
    void endDrag(); ///< without a result
    [[nodiscard]] bool isPressed() const { return !m_way.isEmpty(); }
    /// The way so far of a drag that draws, in pixels; else empty.
    [[nodiscard]] QPolygonF drawing() const;
    /// One step in the direction of an arrow key, in pixels: upwards is negative. Nothing for another key.
    [[nodiscard]] static QPoint arrowOf(int key);
    void setRestCursor(Qt::CursorShape shape); ///< while no drag moves the map

    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void zoom(QPointF pixel, double factor);
    void hover(std::optional<QPointF> pixel);

    QPolygonF m_way;                         ///< of the pointer from where it was pressed; longer than that from when it drags
    Qt::MouseButton m_button = Qt::NoButton; ///< what it was pressed with
    Drag m_drag = Drag::None;
    Qt::CursorShape m_restCursor = Qt::ArrowCursor;
};

} // namespace flower
