// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PlotPicture.h"

#include "ui/charts/QCustomPlotHeader.h"

#include <QSvgGenerator>

namespace flower {

bool savePicture(QCustomPlot *plot, const QString &title, const QString &path)
{
    if (!path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        return plot->savePng(path, plot->width(), plot->height(), 2.0);
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(plot->size());
    generator.setViewBox(plot->rect());
    generator.setTitle(title);
    QCPPainter painter;
    if (!painter.begin(&generator))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    plot->toPainter(&painter, plot->width(), plot->height());
    painter.end();
    return true;
}

} // namespace flower
