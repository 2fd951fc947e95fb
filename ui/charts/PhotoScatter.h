// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/KindMarkers.h"
#include "ui/charts/PointViewport.h"

#include <QList>
#include <QPolygonF>
#include <QSet>
#include <QWidget>

#include <optional>

namespace flower {

/// A photo on the map.
struct ScatterPoint {
    QPointF place;
    int kind = 0;      ///< its marker
    bool wrong = false; ///< was answered wrongly
    QString text;      ///< what a screen reader says of it

    bool operator==(const ScatterPoint &) const = default;
};

/// Photos as points on a plane, to be hovered over and selected with a lasso, a rectangle, a click or the keyboard; with zoom and pan.
class PhotoScatter : public QWidget
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
    [[nodiscard]] const QList<ScatterPoint> &points() const { return m_points; }
    /// The point under the pointer, else the current one while the keyboard is here; -1 without one.
    [[nodiscard]] int pointedAt() const;
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QPointF pixelOf(int point) const { return m_viewport.toPixel(m_points.at(point).place); }
    [[nodiscard]] const PointViewport &viewport() const { return m_viewport; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 200}; }
    [[nodiscard]] QSize sizeHint() const override { return {600, 480}; }

Q_SIGNALS:
    void selectionChanged();
    void pointedAtChanged();
    void activated(int point); ///< by a double click or Return
    void fittedChanged(bool fitted);

public Q_SLOTS:
    void fit();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] bool isLookedAt(int point) const { return m_highlighted.isEmpty() || m_highlighted.contains(m_points.at(point).kind); }
    [[nodiscard]] int nearest(QPointF pixel) const; ///< -1: none is near
    [[nodiscard]] int next(int key) const;          ///< from the current point, in the direction of an arrow key
    [[nodiscard]] QList<int> inside(const QPolygonF &pixels) const;
    void setBounds();
    void zoom(QPointF pixel, double factor);
    void pan(QPointF pixels);
    void viewChanged();
    void setHovered(int point);
    void moveCurrent(int point, bool extends);
    void select(const QList<int> &points, bool adds);
    void toggle(int point);
    void endDrag();
    void paintPoints(QPainter *painter) const;
    void paintRings(QPainter *painter) const;
    void paintDrag(QPainter *painter) const;

    QList<ScatterPoint> m_points;
    QSet<int> m_highlighted;
    QList<int> m_selected;
    PointViewport m_viewport;
    KindMarkers m_markers;
    Tool m_tool = Tool::Lasso;
    bool m_wrongRinged = false;
    int m_hovered = -1;
    int m_current = -1;
    int m_anchor = -1;                  ///< the other corner of a rectangle that the keyboard opens
    std::optional<QPointF> m_pressed;
    Qt::MouseButton m_button = Qt::NoButton; ///< what it was pressed with
    QPolygonF m_drag;                   ///< the way of the pointer while it drags, in pixels
    bool m_pans = false;                ///< what this drag does
};

} // namespace flower
