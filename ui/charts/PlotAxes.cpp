// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PlotAxes.h"

#include "ui/charts/QCustomPlotHeader.h"
#include "ui/theme/Theme.h"

namespace flower {

void setUpAxes(QCustomPlot *plot)
{
    plot->axisRect()->setupFullAxesBox(false);
    plot->xAxis2->setVisible(false);
    plot->yAxis2->setVisible(false);
    plot->yAxis2->setScaleType(QCPAxis::stLogarithmic);
    plot->yAxis2->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    plot->yAxis2->setNumberFormat(QStringLiteral("gb"));
    plot->yAxis2->setNumberPrecision(1);
    plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot->axisRect()->setRangeDrag(Qt::Horizontal);
    plot->axisRect()->setRangeZoom(Qt::Horizontal);
    plot->setNoAntialiasingOnDrag(true);
}

void dressAxis(QCPAxis *axis, const ThemeColors &colors, const QFont &font)
{
    axis->setBasePen(QPen(colors.line));
    axis->setTickPen(QPen(colors.line));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(colors.muted);
    axis->setLabelColor(colors.muted);
    axis->setTickLabelFont(font);
    axis->setLabelFont(font);
    axis->grid()->setPen(QPen(colors.line, 1));
    axis->grid()->setSubGridVisible(false);
    axis->grid()->setZeroLinePen(QPen(colors.line, 1));
}

void dressAxes(QCustomPlot *plot, const ThemeColors &colors, const QFont &font)
{
    plot->setBackground(QBrush(colors.card));
    for (QCPAxis *axis : {plot->xAxis, plot->yAxis, plot->yAxis2})
        dressAxis(axis, colors, font);
}

void setLogarithmicY(QCustomPlot *plot, bool on)
{
    plot->yAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    plot->yAxis->setTicker(on ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                              : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
}

} // namespace flower
