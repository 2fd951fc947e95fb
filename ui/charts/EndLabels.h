// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRectF>
#include <QString>

class QCPGraph;
class QCPItemText;
class QCustomPlot;

namespace flower {

/// Names lines at their last points, in the line's colour: inside the plot, and not over each other. A hidden line, or one
/// without a point in sight, has no label.
class EndLabels
{
public:
    explicit EndLabels(QCustomPlot *plot) : m_plot(plot) {}

    void add(QCPGraph *graph, const QString &name);
    void setColor(const QCPGraph *graph, const QColor &line);
    void clear();
    void setFont(const QFont &font);
    /// Pixels that the longest label takes at a line's right.
    [[nodiscard]] double room() const;
    /// To be called whenever the plot's layout and ranges are settled, before it is drawn.
    void place();
    /// Where the labels in sight were placed.
    [[nodiscard]] QList<QRectF> rects() const { return m_rects; }

private:
    struct Label {
        QCPGraph *graph = nullptr;
        QCPItemText *text = nullptr;
    };

    QCustomPlot *m_plot;
    QList<Label> m_labels;
    QList<QRectF> m_rects;
};

} // namespace flower
