// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/EndLabels.h"

#include "ui/charts/QCustomPlotHeader.h"
#include "ui/theme/Theme.h"

#include <algorithm>

namespace flower {

namespace {

constexpr double kGap = 8; ///< pixels between a line's end and its label

QSizeF sizeOf(const QCPItemText &text)
{
    const QFontMetricsF metrics(text.font());
    return {metrics.horizontalAdvance(text.text()), metrics.height()};
}

} // namespace

void EndLabels::add(QCPGraph *graph, const QString &name)
{
    auto *text = new QCPItemText(m_plot);
    text->setText(name);
    text->setFont(m_plot->font());
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->position->setType(QCPItemPosition::ptAbsolute);
    text->setSelectable(false);
    text->setClipToAxisRect(false); // letters reach a little below the rectangle that is reckoned with
    text->setVisible(false);
    m_labels.append({graph, text});
}

void EndLabels::setColor(const QCPGraph *graph, const QColor &line)
{
    const QColor card = themeColors().card;
    QColor behind = card;
    behind.setAlpha(200); // the curve of the batches may run on underneath
    for (const Label &label : std::as_const(m_labels)) {
        if (label.graph != graph)
            continue;
        label.text->setColor(readableOn(line, card));
        label.text->setBrush(behind);
    }
}

void EndLabels::clear()
{
    for (const Label &label : std::as_const(m_labels))
        m_plot->removeItem(label.text);
    m_labels.clear();
    m_rects.clear();
}

void EndLabels::setFont(const QFont &font)
{
    for (const Label &label : std::as_const(m_labels))
        label.text->setFont(font);
}

double EndLabels::room() const
{
    double widest = 0;
    for (const Label &label : m_labels)
        widest = std::max(widest, sizeOf(*label.text).width());
    return widest > 0 ? widest + 2 * kGap : 0;
}

void EndLabels::place()
{
    struct Placed {
        QCPItemText *text;
        QRectF rect;
    };
    const QRectF plot = m_plot->axisRect()->rect();
    QList<Placed> placed;
    for (const Label &label : std::as_const(m_labels)) {
        const QCPRange range = label.graph->keyAxis()->range();
        const auto data = label.graph->data();
        const auto end = data->findEnd(range.upper, false); // behind the last point in sight
        const bool inSight = label.graph->visible() && end != data->constBegin() && (end - 1)->key >= range.lower;
        label.text->setVisible(inSight);
        if (!inSight)
            continue;
        const QPointF point = label.graph->coordsToPixels((end - 1)->key, (end - 1)->value);
        const QSizeF size = sizeOf(*label.text);
        const double left = std::max(plot.left(), std::min(point.x() + kGap, plot.right() - size.width()));
        const double top = std::clamp(point.y() - size.height() / 2, plot.top(), std::max(plot.top(), plot.bottom() - size.height()));
        placed.append({label.text, QRectF(QPointF(left, top), size)});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) { return a.rect.top() < b.rect.top(); });
    // Neighbours part by equal steps; whoever would leave the plot then pushes the others back.
    for (qsizetype index = 1; index < placed.size(); ++index) {
        const double overlap = placed.at(index - 1).rect.bottom() - placed.at(index).rect.top();
        if (overlap > 0) {
            placed[index - 1].rect.translate(0, -overlap / 2);
            placed[index].rect.translate(0, overlap / 2);
        }
    }
    double ceiling = plot.top();
    for (Placed &label : placed) {
        label.rect.moveTop(std::max(label.rect.top(), ceiling));
        ceiling = label.rect.bottom();
    }
    double floor = plot.bottom();
    for (auto label = placed.rbegin(); label != placed.rend(); ++label) {
        label->rect.moveBottom(std::min(label->rect.bottom(), floor));
        floor = label->rect.top();
    }
    m_rects.clear();
    for (const Placed &label : std::as_const(placed)) {
        label.text->position->setCoords(label.rect.topLeft());
        m_rects.append(label.rect);
    }
}

} // namespace flower
