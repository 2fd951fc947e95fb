// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/PlotView.h"

#include "engine/session/Beside.h"
#include "ui/charts/CurveTable.h"
#include "ui/charts/EndLabels.h"
#include "ui/charts/LegendButton.h"
#include "ui/charts/PlotAxes.h"
#include "ui/charts/PlotPicture.h"
#include "ui/charts/QCustomPlotHeader.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace flower {

namespace {

constexpr int kReplotMilliseconds = 100;
constexpr int kLowest = 105;    ///< pixels of the plot with its numbers
constexpr int kLiked = 150;

} // namespace

PlotView::PlotView(const QString &title, const QString &xLabel, QWidget *parent)
    : QWidget(parent), m_title(title), m_xLabel(xLabel), m_plot(new QCustomPlot), m_legend(new QHBoxLayout), m_readout(makeLabel(xLabel, "muted")),
      m_reset(new QToolButton), m_divider(new QCPItemLine(m_plot)), m_dividerLabel(new QCPItemText(m_plot)),
      m_endLabels(std::make_unique<EndLabels>(m_plot))
{
    setAccessibleName(title);
    setAccessibleDescription(tr("A chart; the table of epochs holds the same numbers."));
    m_plot->setMinimumHeight(kLowest);
    setUpAxes(m_plot);
    m_divider->setVisible(false);
    m_dividerLabel->setVisible(false);
    m_dividerLabel->position->setType(QCPItemPosition::ptPlotCoords);
    m_dividerLabel->position->setTypeY(QCPItemPosition::ptAxisRectRatio);

    m_reset->setText(tr("Show all"));
    m_reset->setAutoRaise(true);
    m_reset->setToolTip(tr("Show the whole run again after zooming (double click does the same)"));
    m_reset->hide();
    connect(m_reset, &QToolButton::clicked, this, &PlotView::showAll);
    auto *saveButton = new QToolButton;
    saveButton->setIcon(themedIcon(QStringLiteral("save")));
    saveButton->setAutoRaise(true);
    saveButton->setToolTip(tr("Save the chart as PNG, SVG or CSV"));
    saveButton->setAccessibleName(saveButton->toolTip());
    connect(saveButton, &QToolButton::clicked, this, &PlotView::saveAs);
    connect(this, &PlotView::saved, this, [this](const QString &path, bool written) {
        m_reads = false; // it stays until the pointer comes again
        m_readout->setText((written ? tr("Saved as %1") : tr("%1 can't be written. Choose another place.")).arg(path));
    });

    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(makeLabel(title, "cardTitle"));
    m_legend->setSpacing(0);
    head->addLayout(m_legend);
    head->addStretch();
    head->addWidget(m_reset);
    head->addWidget(saveButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_plot, 1);
    column->addWidget(m_readout);
    m_readout->setAlignment(Qt::AlignHCenter);
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kReplotMilliseconds);
    connect(&m_timer, &QTimer::timeout, m_plot, [this] { m_plot->replot(QCustomPlot::rpQueuedReplot); });
    connect(m_plot, &QCustomPlot::beforeReplot, this, &PlotView::prepare); // also where a drag or the wheel moved the axis
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent *event) {
        m_readout->setText(readoutAt(m_plot->xAxis->pixelToCoord(event->position().x())));
        m_reads = true;
    });
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { setZoomed(true); });
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { setZoomed(true); });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &PlotView::showAll);
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] { m_endLabels->place(); });
    restyle();
}

PlotView::~PlotView()
{
    delete m_plot; // while what its signals lead to is still there
}

int PlotView::addCurve(const QString &name, const Style &style)
{
    Curve curve{PlotCurve(m_plot, name, style), nullptr};
    QCPGraph *graph = curve.line.graph();
    if (style.rightAxis)
        m_plot->yAxis2->setVisible(true);
    if (!name.isEmpty()) {
        curve.legend = new LegendButton(name);
        connect(curve.legend, &QToolButton::toggled, this, [this, graph](bool on) {
            graph->setVisible(on);
            scheduleReplot();
        });
        m_legend->addWidget(curve.legend);
    }
    if (style.endLabel)
        m_endLabels->add(graph, name);
    m_curves.append(curve);
    const int index = static_cast<int>(m_curves.size()) - 1;
    setColor(index, style.color);
    return index;
}

void PlotView::removeCurves()
{
    m_endLabels->clear();
    for (const Curve &curve : std::as_const(m_curves)) {
        m_plot->removeGraph(curve.line.graph());
        delete curve.legend;
    }
    m_curves.clear();
    scheduleReplot();
}

void PlotView::append(int curve, double x, double y)
{
    m_curves[curve].line.data().append(x, y);
    scheduleReplot();
}

void PlotView::setPoints(int curve, const QList<QPointF> &points)
{
    m_curves[curve].line.data().assign(points);
    scheduleReplot();
}

void PlotView::setValues(int curve, int begin, int end, const std::function<double(int)> &value)
{
    m_curves[curve].line.data().setValues(begin, end, value);
    scheduleReplot();
}

void PlotView::setColor(int curve, const QColor &color)
{
    PlotCurve &line = m_curves[curve].line;
    line.setColor(color);
    m_endLabels->setColor(line.graph(), color);
    if (LegendButton *legend = m_curves.at(curve).legend)
        legend->setLine(color, line.style().markers);
    scheduleReplot();
}

void PlotView::setXRange(double low, double high)
{
    m_xLow = low;
    m_xHigh = std::max(high, low + 1e-6);
    scheduleReplot();
}

void PlotView::setYBounds(double low, double high)
{
    m_yLow = low;
    m_yHigh = high;
    scheduleReplot();
}

void PlotView::setLogarithmic(bool on)
{
    setLogarithmicY(m_plot, on);
    scheduleReplot();
}

void PlotView::setDivider(double x, const QString &label, LabelPlace place)
{
    m_divider->setVisible(x >= 0);
    m_dividerLabel->setVisible(x >= 0);
    for (QCPItemPosition *end : {m_divider->start, m_divider->end})
        end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_divider->start->setCoords(x, 0);
    m_divider->end->setCoords(x, 1);
    const bool top = place == LabelPlace::Top;
    m_dividerLabel->setPositionAlignment(Qt::AlignLeft | (top ? Qt::AlignTop : Qt::AlignBottom));
    m_dividerLabel->position->setCoords(x, top ? 0.02 : 0.98);
    m_dividerLabel->setText(QLatin1Char(' ') + label);
    scheduleReplot();
}

void PlotView::setYSuffix(const QString &suffix)
{
    m_suffix = suffix;
}

QString PlotView::readoutAt(double x) const
{
    QStringList parts;
    const QLocale locale;
    double shown = x;
    for (const Curve &curve : m_curves) {
        const PlotCurve &line = curve.line;
        if (!line.style().inReadout || !line.isVisible() || line.data().points().isEmpty())
            continue;
        const QPointF nearest = line.data().nearest(x);
        shown = nearest.x();
        const QString value = line.style().rightAxis ? locale.toString(nearest.y(), 'g', 3)
                                                     : locale.toString(nearest.y(), 'f', m_suffix.isEmpty() ? 4 : 1) + m_suffix;
        parts.append(tr("%1 %2").arg(line.name(), value));
    }
    if (parts.isEmpty())
        return QStringLiteral(" ");
    return tr("Epoch %1: %2").arg(locale.toString(shown, 'f', std::abs(shown - std::round(shown)) < 1e-6 ? 0 : 1),
                                  parts.join(QStringLiteral(" · ")));
}

const QList<QPointF> &PlotView::points(int curve) const
{
    return m_curves.at(curve).line.data().points();
}

QList<QRectF> PlotView::endLabelRects() const
{
    return m_endLabels->rects();
}

QRectF PlotView::plotRect() const
{
    return m_plot->axisRect()->rect();
}

void PlotView::save(const QString &path)
{
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
        QList<NamedCurve> curves;
        for (const Curve &curve : std::as_const(m_curves))
            curves.append({curve.line.name().isEmpty() ? tr("batches") : curve.line.name(), curve.line.data().points()});
        runBeside(this, [path, curves] { return writeCurveTable(path, curves); }, [this, path](bool written) { Q_EMIT saved(path, written); });
        return;
    }
    prepare();
    m_plot->xAxis->setLabel(m_xLabel); // which stands outside of the plot in the window
    const bool written = savePicture(m_plot, m_title, path);
    m_plot->xAxis->setLabel({});
    scheduleReplot();
    Q_EMIT saved(path, written);
}

void PlotView::saveAs()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the chart"), m_title + QStringLiteral(".png"),
                                                      tr("Picture (*.png);;Vector picture (*.svg);;Table (*.csv)"));
    if (!path.isEmpty())
        save(path);
}

void PlotView::showAll()
{
    setZoomed(false);
    scheduleReplot();
}

void PlotView::setZoomed(bool zoomed)
{
    m_zoomed = zoomed;
    m_reset->setVisible(zoomed);
}

void PlotView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void PlotView::showEvent(QShowEvent *event)
{
    scheduleReplot();
    QWidget::showEvent(event);
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    scheduleReplot();
    QWidget::resizeEvent(event);
}

void PlotView::leaveEvent(QEvent *event)
{
    if (std::exchange(m_reads, false))
        m_readout->setText(m_xLabel);
    QWidget::leaveEvent(event);
}

QSize PlotView::sizeHint() const
{
    const QSize least = QWidget::sizeHint();
    return {least.width(), least.height() - kLowest + kLiked};
}

void PlotView::scheduleReplot()
{
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

/// Fits the axes to what is in view and hands the graphs the points that the pixels show.
void PlotView::prepare()
{
    if (!m_zoomed) {
        // Leaves room for the names at the lines' ends, at most a third.
        const double share = std::min(1.0 / 3, m_endLabels->room() / std::max(1, m_plot->axisRect()->width()));
        m_plot->xAxis->setRange(m_xLow, m_xLow + (m_xHigh - m_xLow) / (1 - share));
    }
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    const bool logarithmic = m_plot->yAxis->scaleType() == QCPAxis::stLogarithmic;
    const QCPRange x = m_plot->xAxis->range();
    const int columns = std::max(1, m_plot->width()); // the axes' own width is that of the last layout
    for (Curve &curve : m_curves) {
        PlotCurve &line = curve.line;
        if (!line.isVisible())
            continue;
        line.sample(x.lower, x.upper, columns);
        const bool right = line.style().rightAxis;
        const std::optional<CurveData::Range> range = std::as_const(line).data().range(x.lower, x.upper, right || logarithmic);
        if (!range)
            continue;
        if (right) {
            m_plot->yAxis2->setRange(range->low / 3, range->high * 3);
            continue;
        }
        low = std::min(low, range->low);
        high = std::max(high, range->high);
    }
    if (low > high) {
        low = m_yLow;
        high = m_yHigh > m_yLow ? m_yHigh : m_yLow + 1;
    } else if (logarithmic) {
        low /= 1.2;
        high *= 1.2;
    } else {
        const double margin = std::max((high - low) * 0.08, 1e-6 + std::abs(high) * 0.01);
        low -= margin;
        high += margin;
        if (m_yHigh > m_yLow) {
            low = std::max(low, m_yLow);
            high = std::min(high, m_yHigh);
        }
    }
    m_plot->yAxis->setRange(low, high);
    for (Curve &curve : m_curves) {
        if (curve.line.isVisible())
            curve.line.chooseStroke();
    }
}

void PlotView::restyle()
{
    const ThemeColors colors = themeColors();
    dressAxes(m_plot, colors, font());
    m_divider->setPen(QPen(colors.muted, 1, Qt::DashLine));
    m_dividerLabel->setColor(colors.muted);
    m_dividerLabel->setFont(font());
    m_endLabels->setFont(font());
    scheduleReplot();
}

} // namespace flower
