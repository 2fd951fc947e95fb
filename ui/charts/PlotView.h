// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/PlotCurve.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QCPItemLine;
class QCPItemText;
class QCustomPlot;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace flower {

class EndLabels;
class LegendButton;

/// A live line chart: wheel and drag zoom along x, double click shows all, the values under the pointer in words,
/// curves that a click hides, and saving as PNG, SVG or CSV. Collects while hidden and paints when shown, at most ten
/// times a second; of a million points it draws what the pixels show.
class PlotView : public QWidget
{
    Q_OBJECT
public:
    using Style = CurveStyle;

    PlotView(const QString &title, const QString &xLabel, QWidget *parent = nullptr);
    ~PlotView() override;

    /// Returns the curve's index. An empty name has no legend entry.
    int addCurve(const QString &name, const Style &style);
    void removeCurves();
    void append(int curve, double x, double y); ///< x never smaller than the one before
    void setPoints(int curve, const QList<QPointF> &points);
    /// Another y for the points from `begin` up to `end`, in their order.
    void setValues(int curve, int begin, int end, const std::function<double(int)> &value);
    void setColor(int curve, const QColor &color);
    void setXRange(double low, double high);
    void setYBounds(double low, double high);   ///< the range shown is inside; low == high: as the data are
    void setLogarithmic(bool on);
    /// Where the curves leave room for the divider's label.
    enum class LabelPlace { Top, Bottom };
    /// A dashed upright line with a label; a negative x takes it away.
    void setDivider(double x, const QString &label, LabelPlace place);
    void setYSuffix(const QString &suffix);     ///< for the readout: " %"

    /// The form is the ending's: png, svg or csv with every point. saved() follows.
    void save(const QString &path);
    [[nodiscard]] const QList<QPointF> &points(int curve) const;
    [[nodiscard]] QString readoutAt(double x) const;
    /// Where the names at the lines' ends were drawn, from top to bottom, and what they must stay inside.
    [[nodiscard]] QList<QRectF> endLabelRects() const;
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void saved(const QString &path, bool written);

public Q_SLOTS:
    void showAll();
    void saveAs(); ///< asks for a place

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Curve {
        PlotCurve line;
        LegendButton *legend;
    };

    void setZoomed(bool zoomed);
    void scheduleReplot();
    void prepare();
    void restyle();

    QString m_title;
    QString m_xLabel;
    QCustomPlot *m_plot;
    QHBoxLayout *m_legend;
    QLabel *m_readout; ///< the x axis's label, while the pointer is elsewhere
    QToolButton *m_reset; ///< in sight while zoomed
    QCPItemLine *m_divider;
    QCPItemText *m_dividerLabel;
    std::unique_ptr<EndLabels> m_endLabels;
    QList<Curve> m_curves;
    QTimer m_timer;
    double m_xLow = 0.0;
    double m_xHigh = 1.0;
    double m_yLow = 0.0;
    double m_yHigh = 0.0;
    bool m_zoomed = false;
    bool m_reads = false; ///< the readout shows values
    QString m_suffix;
};

} // namespace flower
