// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/CellViewport.h"
#include "ui/charts/ConfusionColors.h"
#include "ui/charts/ZoomableMap.h"

#include <QImage>
#include <QList>
#include <QStringList>

namespace flower {

/// A confusion matrix as a heat map: a row for each true class, a column for each answer, right answers in another hue than
/// mistakes. The wheel zooms about the pointer, a drag pans, the arrow keys move the current cell, Return or a click opens
/// it, and a double click shows all again.
class ConfusionMap : public ZoomableMap
{
    Q_OBJECT
public:
    explicit ConfusionMap(QWidget *parent = nullptr);

    /// `order` holds each class once; the first one comes first.
    void setMatrix(const ConfusionMatrix &matrix, const QStringList &names, const QList<int> &order);
    void setOrder(const QList<int> &order);
    void setScale(ConfusionColors::Scale scale);
    void setCurrent(const ConfusionCell &cell);

    [[nodiscard]] ConfusionCell current() const { return cellOf(m_current); }
    /// The cell under the pointer, else the current one; none without classes.
    [[nodiscard]] std::optional<ConfusionCell> pointedAt() const;
    /// Where the cell is drawn, in this widget's pixels; it may be out of sight.
    [[nodiscard]] QRectF rectOf(const ConfusionCell &cell) const;
    [[nodiscard]] const CellViewport &viewport() const { return m_viewport; }
    [[nodiscard]] const ConfusionColors &colors() const { return m_colors; }
    [[nodiscard]] const QStringList &names() const { return m_names; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 200}; }
    [[nodiscard]] QSize sizeHint() const override { return {520, 480}; }

Q_SIGNALS:
    void opened(const flower::ConfusionCell &cell);
    void colorsChanged(); ///< the legend is another one

protected:
    [[nodiscard]] Viewport &view() override { return m_viewport; }
    [[nodiscard]] Drag dragOf(Qt::MouseButton button) const override { return button == Qt::LeftButton ? Drag::Pan : Drag::None; }
    bool pointAt(std::optional<QPointF> pixel) override;
    [[nodiscard]] QPointF keyCentre() const override { return m_viewport.cellRect(m_current).center(); }
    void clicked(QPointF pixel, Qt::KeyboardModifiers modifiers) override;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] ConfusionCell cellOf(QPoint place) const { return {m_order.value(place.y()), m_order.value(place.x())}; }
    [[nodiscard]] QPoint placeOf(const ConfusionCell &cell) const;
    void recolor();
    void layOut();
    void moveCurrent(QPoint place);
    void paintCells(QPainter *painter) const;
    void paintNumbers(QPainter *painter) const;
    void paintFrames(QPainter *painter) const;
    void paintNames(QPainter *painter, Qt::Orientation axis) const;

    ConfusionColors m_colors;
    QStringList m_names;
    QList<int> m_order;        ///< the class at each place
    QImage m_image;            ///< a pixel a cell, in the order shown
    CellViewport m_viewport;
    QPoint m_current;
    std::optional<QPoint> m_hovered;
};

} // namespace flower
