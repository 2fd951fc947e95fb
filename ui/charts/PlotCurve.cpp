// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PlotCurve.h"

#include "ui/charts/QCustomPlotHeader.h"

#include <cmath>

namespace flower {

namespace {

/// Pixels of a line's length beyond which it is drawn with hard edges: soft ones cost hundreds of milliseconds then.
constexpr double kLongestSoftLine = 20'000;

} // namespace

PlotCurve::PlotCurve(QCustomPlot *plot, const QString &name, const CurveStyle &style)
    : m_name(name), m_style(style), m_graph(plot->addGraph(plot->xAxis, style.rightAxis ? plot->yAxis2 : plot->yAxis))
{
    m_graph->setAdaptiveSampling(true);
    restyle();
}

bool PlotCurve::isVisible() const
{
    return m_graph->visible();
}

void PlotCurve::setColor(const QColor &color)
{
    m_style.color = color;
    restyle();
}

void PlotCurve::sample(double low, double high, int columns)
{
    QVector<QCPGraphData> drawn;
    for (const QPointF &point : m_data.sampled(low, high, columns))
        drawn.append(QCPGraphData(point.x(), point.y()));
    m_graph->data()->set(drawn, true);
}

void PlotCurve::chooseStroke()
{
    const QCPAxis *axis = m_graph->valueAxis();
    const QCPRange range = axis->range();
    double length = 0;
    double last = 0;
    for (const QCPGraphData &point : *m_graph->data()) {
        if (!range.contains(point.value))
            continue; // beyond the axis, or no number
        const double y = axis->coordToPixel(point.value);
        length += std::abs(y - last);
        last = y;
    }
    if (const bool plain = length > kLongestSoftLine; plain != m_plain) {
        m_plain = plain;
        restyle();
    }
}

void PlotCurve::restyle()
{
    QPen pen(m_style.color, m_plain ? 1.0 : m_style.width);
    pen.setCosmetic(true);
    m_graph->setAntialiased(!m_plain);
    m_graph->setPen(pen);
    m_graph->setScatterStyle(m_style.markers ? QCPScatterStyle(QCPScatterStyle::ssCircle, m_style.color, m_style.color, 5)
                                             : QCPScatterStyle());
}

} // namespace flower
