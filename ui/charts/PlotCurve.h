// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/CurveData.h"

#include <QColor>
#include <QString>

class QCPGraph;
class QCustomPlot;

namespace flower {

struct CurveStyle {
    QColor color;
    double width = 2.0;
    bool markers = false;   ///< so that colour is never the only sign
    bool rightAxis = false; ///< logarithmic, for learning rates
    bool inReadout = true;
    bool endLabel = false;  ///< named at its last point too
};

/// One curve of a plot: all of its points, and the line that draws those which the pixels show.
class PlotCurve
{
public:
    /// Adds a line to `plot`, which keeps it until removeGraph().
    PlotCurve(QCustomPlot *plot, const QString &name, const CurveStyle &style);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const CurveStyle &style() const { return m_style; }
    [[nodiscard]] QCPGraph *graph() const { return m_graph; }
    [[nodiscard]] const CurveData &data() const { return m_data; }
    [[nodiscard]] CurveData &data() { return m_data; }
    [[nodiscard]] bool isVisible() const;

    void setColor(const QColor &color);
    /// Hands the line what `columns` pixels show of the points from low to high.
    void sample(double low, double high, int columns);
    /// Draws so much line that soft edges would be felt thin and with hard ones. Needs the axes' final ranges.
    void chooseStroke();

private:
    void restyle();

    QString m_name;
    CurveStyle m_style;
    CurveData m_data;
    QCPGraph *m_graph;
    bool m_plain = false; ///< thin and with hard edges
};

} // namespace flower
