// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/ScatterPoints.h"
#include "ui/charts/ZoomableMap.h"

namespace flower {

/// Photos as points on a plane, to be hovered over and selected with a lasso, a rectangle, a click or the keyboard; with zoom and pan.
class PhotoScatter : public ZoomableMap
{
    Q_OBJECT
public:
    enum class Tool { Lasso, Rectangle, Move }; ///< what a drag does

    explicit PhotoScatter(QWidget *parent = nullptr);

    /// Other points; nothing is selected.
    void setPoints(const QList<ScatterPoint> &points);
    /// The same points elsewhere: a map on its way.
    void movePoints(const QList<QPointF> &places);
    /// Kinds that are looked at; the others are dimmed and not selected by a drag. Empty: all are looked at.
    void setHighlighted(const QSet<int> &kinds);
    void setWrongRinged(bool ringed);
    void setTool(Tool tool);

    /// Points by their number, rising.
    [[nodiscard]] const QList<int> &selected() const { return m_selected; }
    void setSelected(const QList<int> &points);
    [[nodiscard]] const QList<ScatterPoint> &points() const { return m_points.all(); }
    /// The point under the pointer, else the current one while the keyboard is here; -1 without one.
    [[nodiscard]] int pointedAt() const;
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QPointF pixelOf(int point) const { return m_points.pixelOf(point); }
    [[nodiscard]] const PointViewport &viewport() const { return m_points.viewport(); }

    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 200}; }
    [[nodiscard]] QSize sizeHint() const override { return {600, 480}; }

Q_SIGNALS:
    void selectionChanged();
    void activated(int point); ///< by a double click or Return

protected:
    [[nodiscard]] Viewport &view() override { return m_points.viewport(); }
    [[nodiscard]] Drag dragOf(Qt::MouseButton button) const override;
    bool pointAt(std::optional<QPointF> pixel) override;
    [[nodiscard]] QPointF keyCentre() const override;
    void clicked(QPointF pixel, Qt::KeyboardModifiers modifiers) override;
    void drawn(const QPolygonF &way, Qt::KeyboardModifiers modifiers) override;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void moveCurrent(int point, bool extends);
    void select(const QList<int> &points, bool adds);
    void toggle(int point);
    void paintRings(QPainter *painter) const;
    void paintRing(QPainter *painter, const QPixmap &ring, int point) const;
    void paintDrawing(QPainter *painter) const;

    ScatterPoints m_points;
    QList<int> m_selected;
    Tool m_tool = Tool::Lasso;
    bool m_wrongRinged = false;
    int m_hovered = -1;
    int m_current = -1;
    int m_anchor = -1; ///< the other corner of a rectangle that the keyboard opens
};

} // namespace flower
