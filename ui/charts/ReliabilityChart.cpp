// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ReliabilityChart.h"

#include "ui/Format.h"
#include "ui/charts/LegendButton.h"
#include "ui/charts/PlotAxes.h"
#include "ui/charts/QCustomPlotHeader.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

constexpr int kCountHeight = 40; // pixels of the strip of photos
constexpr double kBarWidth = 0.86; // of a bin
constexpr double kWhole = 100;   // per cent

Interval rightInterval(const ReliabilityBin &bin)
{
    return wilsonInterval(static_cast<int>(std::lround(bin.accuracy * bin.photos)), bin.photos);
}

} // namespace

ReliabilityChart::ReliabilityChart(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot), m_countRect(new QCPAxisRect(m_plot)),
      m_bars(new QCPBars(m_plot->xAxis, m_plot->yAxis)), m_intervals(new QCPErrorBars(m_plot->xAxis, m_plot->yAxis)),
      m_dots(m_plot->addGraph()), m_diagonal(m_plot->addGraph()),
      m_dotsLegend(new LegendButton(tr("before temperature scaling"))), m_readout(makeLabel(QStringLiteral(" "), "muted"))
{
    setUpAxes(m_plot);
    m_plot->setInteractions({});
    m_plot->setMinimumHeight(150);
    m_plot->plotLayout()->addElement(1, 0, m_countRect);
    m_plot->plotLayout()->setRowSpacing(0);
    m_countRect->setMinimumSize(50, kCountHeight);
    m_countRect->setMaximumSize(QWIDGETSIZE_MAX, kCountHeight + 50);
    m_plot->plotLayout()->setRowStretchFactor(1, 0.25);
    auto *margins = new QCPMarginGroup(m_plot);
    for (QCPAxisRect *rect : {m_plot->axisRect(), m_countRect})
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    QCPAxis *countX = m_countRect->axis(QCPAxis::atBottom);
    QCPAxis *countY = m_countRect->axis(QCPAxis::atLeft);
    countX->setLabel(tr("probability of the answer, %"));
    countY->setLabel(tr("photos"));
    countY->ticker()->setTickCount(2);
    countX->setRange(0, kWhole);
    m_plot->xAxis->setTickLabels(false);
    m_plot->xAxis->setRange(0, kWhole);
    m_plot->yAxis->setLabel(tr("right, %"));
    m_plot->yAxis->setRange(0, kWhole);
    m_counts = new QCPBars(countX, countY);
    m_intervals->setDataPlottable(m_bars);
    m_intervals->setSymbolGap(0);
    m_intervals->setWhiskerWidth(5);
    m_dots->setLineStyle(QCPGraph::lsNone);
    m_diagonal->setData({0.0, kWhole}, {0.0, kWhole});
    m_dotsLegend->hide();
    connect(m_dotsLegend, &QToolButton::toggled, this, [this](bool on) {
        m_dots->setVisible(on);
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent *event) {
        m_readout->setText(readoutAt(m_plot->xAxis->pixelToCoord(event->position().x()) / kWhole));
    });
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_dotsLegend, 0, Qt::AlignLeft);
    column->addWidget(m_plot, 1);
    column->addWidget(m_readout);
    setAccessibleName(tr("Reliability diagram"));
    setAccessibleDescription(tr("A chart; the button “Table” shows the same numbers as a table."));
    restyle();
}

ReliabilityChart::~ReliabilityChart()
{
    delete m_plot; // while what its signals lead to is still there
}

void ReliabilityChart::setDiagrams(const QList<ReliabilityBin> &after, const QList<ReliabilityBin> &before)
{
    m_after = after;
    m_before = before;
    QList<double> centres;
    QList<double> accuracies;
    QList<double> photos;
    QList<double> below; // the intervals, from the bars' tops
    QList<double> above;
    for (const ReliabilityBin &bin : after) {
        centres.append((bin.low + bin.high) / 2 * kWhole);
        accuracies.append(bin.accuracy * kWhole);
        photos.append(bin.photos);
        const Interval interval = bin.photos > 0 ? rightInterval(bin) : Interval();
        below.append((bin.accuracy - interval.low) * kWhole);
        above.append((interval.high - bin.accuracy) * kWhole);
    }
    QList<double> dotsX;
    QList<double> dotsY;
    for (const ReliabilityBin &bin : before) {
        if (bin.photos > 0) {
            dotsX.append(bin.confidence * kWhole);
            dotsY.append(bin.accuracy * kWhole);
        }
    }
    const double width = after.isEmpty() ? 1.0 : kWhole / static_cast<double>(after.size()) * kBarWidth;
    m_bars->setWidth(width);
    m_counts->setWidth(width);
    m_bars->setData(centres, accuracies, true);
    m_intervals->setData(below, above);
    m_counts->setData(centres, photos, true);
    m_dots->setData(dotsX, dotsY, true);
    m_dotsLegend->setVisible(!before.isEmpty());
    const double most = photos.isEmpty() ? 1.0 : *std::max_element(photos.cbegin(), photos.cend());
    m_countRect->axis(QCPAxis::atLeft)->setRange(0, std::max(1.0, most * 1.1));
    m_readout->setText(QStringLiteral(" "));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString ReliabilityChart::readoutAt(double probability) const
{
    const int bins = static_cast<int>(m_after.size());
    const int place = static_cast<int>(std::ceil(probability * bins)) - 1;
    if (bins == 0 || place < 0 || place >= bins)
        return QStringLiteral(" ");
    const ReliabilityBin &bin = m_after.at(place);
    const QString range = tr("%1 to %2").arg(format::percent(bin.low), format::percent(bin.high));
    if (bin.photos == 0)
        return tr("%1: no photos").arg(range);
    const Interval interval = rightInterval(bin);
    return tr("%1: %Ln photo(s), %2 right (95 % interval %3 to %4)", nullptr, bin.photos)
        .arg(range, format::percent(bin.accuracy), format::percent(interval.low), format::percent(interval.high));
}

void ReliabilityChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void ReliabilityChart::restyle()
{
    const ThemeColors colors = themeColors();
    dressAxes(m_plot, colors, font());
    for (QCPAxis *axis : m_countRect->axes())
        dressAxis(axis, colors, font());
    m_countRect->axis(QCPAxis::atLeft)->grid()->setVisible(false);
    m_countRect->axis(QCPAxis::atBottom)->grid()->setVisible(false);
    QColor fill = colors.training;
    fill.setAlpha(110);
    m_bars->setPen(QPen(colors.training, 1));
    m_bars->setBrush(fill);
    m_intervals->setPen(QPen(colors.muted, 1));
    m_counts->setPen(Qt::NoPen);
    m_counts->setBrush(colors.learningRate);
    m_dots->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(colors.validation, 1.5), colors.card, 8));
    m_diagonal->setPen(QPen(colors.muted, 1, Qt::DashLine));
    m_dotsLegend->setLine(colors.validation, true);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace flower
