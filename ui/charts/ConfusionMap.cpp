// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ConfusionMap.h"

#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace flower {

namespace {

constexpr int kNameGap = 6;            // pixels between a name and the cells
constexpr double kGridFrom = 7;        // pixels of a cell from which on lines part the cells
constexpr double kNumberMargin = 4;

} // namespace

ConfusionMap::ConfusionMap(QWidget *parent) : ZoomableMap(parent)
{
    setAccessibleName(tr("Confusion of kinds"));
    setToolTip(tr("Rows are the true kinds, columns the answers. Wheel zooms, drag moves, a click shows the photos of a cell,\n"
                  "a double click shows all. Keys: arrows, Return, + and -, 0."));
}

void ConfusionMap::setMatrix(const ConfusionMatrix &matrix, const QStringList &names, const QList<int> &order)
{
    m_colors.setMatrix(matrix);
    m_names = names;
    m_order = order;
    m_current = {};
    m_viewport.setCells(matrix.classes());
    layOut();
    recolor();
}

void ConfusionMap::setOrder(const QList<int> &order)
{
    const ConfusionCell kept = current();
    m_order = order;
    recolor();
    setCurrent(kept);
}

void ConfusionMap::setScale(ConfusionColors::Scale scale)
{
    m_colors.setScale(scale);
    recolor();
}

void ConfusionMap::setCurrent(const ConfusionCell &cell)
{
    moveCurrent(placeOf(cell));
}

std::optional<ConfusionCell> ConfusionMap::pointedAt() const
{
    if (m_order.isEmpty())
        return std::nullopt;
    return cellOf(m_hovered.value_or(m_current));
}

QRectF ConfusionMap::rectOf(const ConfusionCell &cell) const
{
    return m_viewport.cellRect(placeOf(cell));
}

QPoint ConfusionMap::placeOf(const ConfusionCell &cell) const
{
    return {static_cast<int>(std::max<qsizetype>(0, m_order.indexOf(cell.answer))),
            static_cast<int>(std::max<qsizetype>(0, m_order.indexOf(cell.label)))};
}

void ConfusionMap::recolor()
{
    m_image = m_colors.picture(m_order);
    update();
    Q_EMIT colorsChanged();
}

/// Room for the names at the left and below, and a square of cells in what is left.
void ConfusionMap::layOut()
{
    int longest = fontMetrics().horizontalAdvance(tr("True kind ↑"));
    for (const QString &name : std::as_const(m_names))
        longest = std::max(longest, fontMetrics().horizontalAdvance(name));
    const int names = std::min(longest, std::min(width(), height()) * 3 / 10) + kNameGap;
    const int top = fontMetrics().height() / 2; // the name of the first row is higher than a small cell
    const int side = std::max(10, std::min(width(), height() - top) - names - 2);
    const int left = std::max(names, (width() - side - names) / 2 + names);
    m_viewport.setArea(QRectF(left, top, side, side));
    viewChanged();
}

bool ConfusionMap::pointAt(std::optional<QPointF> pixel)
{
    const std::optional<QPoint> place = pixel ? m_viewport.cellAt(*pixel) : std::nullopt;
    return std::exchange(m_hovered, place) != place;
}

void ConfusionMap::clicked(QPointF pixel, Qt::KeyboardModifiers)
{
    if (const std::optional<QPoint> place = m_viewport.cellAt(pixel)) {
        moveCurrent(*place);
        Q_EMIT opened(current());
    }
}

void ConfusionMap::moveCurrent(QPoint place)
{
    const int last = std::max(0, m_viewport.cells() - 1);
    m_current = {std::clamp(place.x(), 0, last), std::clamp(place.y(), 0, last)};
    m_viewport.reveal(m_current);
    viewChanged();
    if (!m_order.isEmpty()) {
        setAccessibleDescription(m_colors.describe(current(), m_names));
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

void ConfusionMap::resizeEvent(QResizeEvent *event)
{
    layOut();
    ZoomableMap::resizeEvent(event);
}

void ConfusionMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        layOut();
        recolor();
    }
    ZoomableMap::changeEvent(event);
}

void ConfusionMap::mouseDoubleClickEvent(QMouseEvent *)
{
    fit();
}

void ConfusionMap::keyPressEvent(QKeyEvent *event)
{
    if (m_order.isEmpty())
        return QWidget::keyPressEvent(event);
    if (const QPoint step = arrowOf(event->key()); !step.isNull())
        return moveCurrent(m_current + step);
    switch (event->key()) {
    case Qt::Key_Home:
        return moveCurrent({0, m_current.y()});
    case Qt::Key_End:
        return moveCurrent({m_viewport.cells() - 1, m_current.y()});
    case Qt::Key_PageUp:
        return moveCurrent(m_current + QPoint(0, -10));
    case Qt::Key_PageDown:
        return moveCurrent(m_current + QPoint(0, 10));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT opened(current());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        ZoomableMap::keyPressEvent(event);
        return m_viewport.reveal(m_current);
    default:
        ZoomableMap::keyPressEvent(event);
    }
}

void ConfusionMap::paintEvent(QPaintEvent *)
{
    if (m_order.isEmpty())
        return;
    QPainter painter(this);
    painter.save();
    painter.setClipRect(m_viewport.area());
    paintCells(&painter);
    paintNumbers(&painter);
    painter.restore();
    paintFrames(&painter);
    paintNames(&painter, Qt::Vertical);
    paintNames(&painter, Qt::Horizontal);
}

void ConfusionMap::paintCells(QPainter *painter) const
{
    const auto [firstColumn, lastColumn] = m_viewport.columns();
    const auto [firstRow, lastRow] = m_viewport.rows();
    const QRectF target = m_viewport.cellRect({firstColumn, firstRow}).united(m_viewport.cellRect({lastColumn, lastRow}));
    painter->drawImage(target, m_image, QRectF(firstColumn, firstRow, lastColumn - firstColumn + 1, lastRow - firstRow + 1));
    if (m_viewport.cellSize() < kGridFrom)
        return;
    painter->setPen(QPen(themeColors().card, 1));
    for (int column = firstColumn; column <= lastColumn; ++column) {
        const double x = m_viewport.cellRect({column, 0}).left();
        painter->drawLine(QLineF(x, target.top(), x, target.bottom()));
    }
    for (int row = firstRow; row <= lastRow; ++row) {
        const double y = m_viewport.cellRect({0, row}).top();
        painter->drawLine(QLineF(target.left(), y, target.right(), y));
    }
}

/// The numbers in the cells, where the longest one has room.
void ConfusionMap::paintNumbers(QPainter *painter) const
{
    const double room = m_viewport.cellSize() - kNumberMargin;
    if (fontMetrics().horizontalAdvance(m_colors.longestNumber()) > room || fontMetrics().height() > room + 2)
        return;
    const auto [firstColumn, lastColumn] = m_viewport.columns();
    const auto [firstRow, lastRow] = m_viewport.rows();
    for (int row = firstRow; row <= lastRow; ++row) {
        for (int column = firstColumn; column <= lastColumn; ++column) {
            const ConfusionCell cell = cellOf({column, row});
            if (m_colors.matrix().count(cell.label, cell.answer) == 0)
                continue;
            const QColor ground = m_colors.color(cell);
            painter->setPen(contrast(ground, Qt::black) > contrast(ground, Qt::white) ? Qt::black : Qt::white);
            painter->drawText(m_viewport.cellRect({column, row}), Qt::AlignCenter, m_colors.number(cell));
        }
    }
}

/// Frames the current cell and, thinly, the row and column of the one that is pointed at.
void ConfusionMap::paintFrames(QPainter *painter) const
{
    const ThemeColors colors = themeColors();
    painter->setPen(QPen(colors.line, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(m_viewport.area());
    painter->save();
    painter->setClipRect(m_viewport.area().adjusted(-1, -1, 2, 2));
    const QRectF pointed = m_viewport.cellRect(m_hovered.value_or(m_current));
    const QRectF area = m_viewport.area();
    painter->setPen(QPen(colors.muted, 1));
    painter->drawRect(QRectF(area.left(), pointed.top(), area.width(), pointed.height()));
    painter->drawRect(QRectF(pointed.left(), area.top(), pointed.width(), area.height()));
    painter->setPen(QPen(colors.petal, hasFocus() ? 3 : 2));
    painter->drawRect(m_viewport.cellRect(m_current).adjusted(-1, -1, 1, 1));
    painter->restore();
}

/// Names of rows (vertical) or columns: the one that is pointed at always, and of the others those that have room.
void ConfusionMap::paintNames(QPainter *painter, Qt::Orientation axis) const
{
    const bool rows = axis == Qt::Vertical;
    const ThemeColors colors = themeColors();
    const QRectF area = m_viewport.area();
    const int line = fontMetrics().height();
    const int room = static_cast<int>(rows ? area.left() : height() - area.bottom()) - kNameGap;
    const auto [first, last] = rows ? m_viewport.rows() : m_viewport.columns();
    const QPoint pointed = m_hovered.value_or(m_current);
    const int chosen = rows ? pointed.y() : pointed.x();
    const auto centre = [&](int place) {
        const QRectF cell = m_viewport.cellRect({rows ? 0 : place, rows ? place : 0});
        return rows ? cell.center().y() : cell.center().x();
    };
    const auto draw = [&](int place, const QColor &color, bool bold) {
        const double low = rows ? area.top() : area.left();
        const double high = rows ? area.bottom() : area.right();
        if (centre(place) < low || centre(place) > high)
            return; // its cell is less than half in sight
        QFont font = this->font();
        font.setBold(bold);
        painter->setFont(font);
        painter->setPen(color);
        const QString name = QFontMetrics(font).elidedText(m_names.value(m_order.at(place)), Qt::ElideMiddle, room);
        painter->save();
        if (rows)
            painter->translate(0, centre(place));
        else
            painter->translate(centre(place), area.bottom() + kNameGap + room);
        if (!rows)
            painter->rotate(-90);
        painter->drawText(QRectF(0, -line / 2.0, room, line), Qt::AlignRight | Qt::AlignVCenter, name);
        painter->restore();
    };
    const int step = std::max(1, static_cast<int>(std::ceil(line * 0.9 / m_viewport.cellSize())));
    for (int place = first; place <= last; ++place) {
        if (place % step == 0 && std::abs(centre(place) - centre(chosen)) >= line * 0.9)
            draw(place, colors.muted, false);
    }
    draw(chosen, palette().color(QPalette::Text), true);
    if (rows) {
        painter->setFont(font());
        painter->setPen(colors.muted);
        painter->drawText(QRectF(0, area.bottom() + kNameGap, room - line / 2.0, 2 * line), Qt::AlignRight | Qt::AlignTop,
                          tr("True kind ↑") + QLatin1Char('\n') + tr("Answer →"));
    }
}

} // namespace flower
