// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <optional>

namespace flower {

class HtmlWriter;

/// A curve of a LineChart.
struct LineSeries {
    QString name;
    QString cssClass;      ///< "training", "validation": its colour in the page
    QString color;         ///< where no style sheet is
    bool markers = false;  ///< so that colour is never the only sign
    QList<QPointF> points;
};

/// A chart over the epochs, as SVG.
struct LineChart {
    QString title;
    QString summary;       ///< in a sentence, for who doesn't see it
    QString xLabel;
    bool percent = false;  ///< fractions of 1, shown as per cent
    QList<LineSeries> series;
    std::optional<double> divider; ///< an x where something begins
    QString dividerLabel;
};

/// Needs no Qt Gui. Nothing where no series has a point.
void writeLineChart(HtmlWriter &html, const LineChart &chart);

/// Confidence against accuracy, as bars beside the diagonal (Guo et al. 2017, figure 1).
void writeReliabilityChart(HtmlWriter &html, const QString &title, const QString &summary, const QList<ReliabilityBin> &diagram);

} // namespace flower
