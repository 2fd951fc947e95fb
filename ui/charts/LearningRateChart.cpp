// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/LearningRateChart.h"

#include "ui/Format.h"
#include "ui/charts/PlotAxes.h"
#include "ui/charts/QCustomPlotHeader.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

constexpr double kMargin = 0.08;        // of the losses' range, above and below
constexpr double kLabelAtLeft = 0.03;   // from this rate on the mark's label would leave the chart at its right
constexpr double kEmptyLow = 0.0;       // of the losses' axis before the first step
constexpr double kEmptyHigh = 3.0;

const LearningRatePoint &lowestOf(const QList<LearningRatePoint> &points)
{
    return *std::min_element(points.cbegin(), points.cend(), [](const auto &a, const auto &b) { return a.loss < b.loss; });
}

} // namespace

LearningRateChart::LearningRateChart(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot), m_batches(m_plot->addGraph()), m_smoothed(m_plot->addGraph()),
      m_mark(new QCPItemLine(m_plot)), m_markDot(new QCPItemTracer(m_plot)), m_markLabel(new QCPItemText(m_plot)),
      m_readout(makeLabel(QStringLiteral(" "), "muted"))
{
    setUpAxes(m_plot);
    m_plot->setInteractions({});
    m_plot->setMinimumHeight(150);
    m_plot->xAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_plot->xAxis->setNumberFormat(QStringLiteral("eb")); // 10⁻³
    m_plot->xAxis->setNumberPrecision(0);
    m_plot->xAxis->setRange(LearningRateSweep::kLowest, LearningRateSweep::kHighest);
    m_plot->xAxis->setLabel(tr("learning rate"));
    m_plot->yAxis->setLabel(tr("loss"));
    m_batches->setLineStyle(QCPGraph::lsNone);
    for (QCPItemPosition *end : {m_mark->start, m_mark->end})
        end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_markDot->setStyle(QCPItemTracer::tsCircle);
    m_markDot->setSize(9);
    m_markLabel->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent *event) {
        m_readout->setText(readoutAt(m_plot->xAxis->pixelToCoord(event->position().x())));
    });
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_plot, 1);
    column->addWidget(m_readout);
    setAccessibleName(tr("Loss over the learning rate"));
    setCurve({});
    restyle();
}

LearningRateChart::~LearningRateChart()
{
    delete m_plot; // while what its signals lead to is still there
}

void LearningRateChart::setCurve(const LearningRateCurve &curve)
{
    m_curve = curve;
    QList<double> rates;
    QList<double> losses;
    QList<double> batchLosses;
    for (const LearningRatePoint &point : curve.points) {
        rates.append(point.learningRate);
        losses.append(point.loss);
        batchLosses.append(point.batchLoss);
    }
    m_smoothed->setData(rates, losses, true);
    m_batches->setData(rates, batchLosses, true);
    fitLosses();
    markSuggestion();
    describe();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// The smoothed line is in sight; single batches may leap out of it.
void LearningRateChart::fitLosses()
{
    if (m_curve.points.isEmpty()) {
        m_plot->yAxis->setRange(kEmptyLow, kEmptyHigh);
        return;
    }
    double low = m_curve.points.first().loss;
    double high = low;
    for (const LearningRatePoint &point : m_curve.points) {
        low = std::min(low, point.loss);
        high = std::max(high, point.loss);
    }
    const double margin = std::max((high - low) * kMargin, 0.02 * high + 1e-6);
    m_plot->yAxis->setRange(std::max(0.0, low - margin), high + margin);
}

void LearningRateChart::markSuggestion()
{
    const bool marked = m_curve.hasSuggestion() && !m_curve.points.isEmpty();
    m_mark->setVisible(marked);
    m_markDot->setVisible(marked);
    m_markLabel->setVisible(marked);
    if (!marked)
        return;
    const double rate = m_curve.suggestion;
    m_mark->start->setCoords(rate, 0);
    m_mark->end->setCoords(rate, 1);
    m_markDot->position->setCoords(rate, nearest(rate).loss);
    m_markLabel->setPositionAlignment((rate < kLabelAtLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
    m_markLabel->position->setCoords(rate, 0.02);
    m_markLabel->setText(QStringLiteral(" %1 ").arg(format::rate(rate)));
}

void LearningRateChart::describe()
{
    if (m_curve.points.isEmpty()) {
        setAccessibleDescription(tr("No learning rate was tried yet."));
        return;
    }
    const QLocale locale;
    const LearningRatePoint &lowest = lowestOf(m_curve.points);
    QString text = tr("Tried from %1 to %2. The loss starts at %3 and is lowest, %4, at %5.")
                       .arg(format::rate(m_curve.points.first().learningRate), format::rate(m_curve.points.last().learningRate),
                            locale.toString(m_curve.points.first().loss, 'f', 2), locale.toString(lowest.loss, 'f', 2),
                            format::rate(lowest.learningRate));
    if (m_curve.hasSuggestion())
        text += QLatin1Char(' ') + tr("Suggested: %1.").arg(format::rate(m_curve.suggestion));
    setAccessibleDescription(text);
}

const LearningRatePoint &LearningRateChart::nearest(double learningRate) const
{
    return *std::min_element(m_curve.points.cbegin(), m_curve.points.cend(), [learningRate](const auto &a, const auto &b) {
        return std::abs(std::log(a.learningRate / learningRate)) < std::abs(std::log(b.learningRate / learningRate));
    });
}

QString LearningRateChart::readoutAt(double learningRate) const
{
    if (m_curve.points.isEmpty() || learningRate <= 0 || learningRate > m_curve.points.last().learningRate * 1.1)
        return QStringLiteral(" ");
    const LearningRatePoint &point = nearest(learningRate);
    const QLocale locale;
    return tr("Learning rate %1: loss %2, of the batch %3")
        .arg(format::rate(point.learningRate), locale.toString(point.loss, 'f', 3), locale.toString(point.batchLoss, 'f', 3));
}

void LearningRateChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void LearningRateChart::restyle()
{
    const ThemeColors colors = themeColors();
    dressAxes(m_plot, colors, font());
    QColor faint = colors.training;
    faint.setAlpha(90);
    m_batches->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, faint, 4));
    m_smoothed->setPen(QPen(colors.training, 2));
    m_mark->setPen(QPen(colors.leaf, 1.5, Qt::DashLine));
    m_markDot->setPen(QPen(colors.leaf, 2));
    m_markDot->setBrush(colors.card);
    m_markLabel->setColor(colors.leaf);
    QFont bold = font();
    bold.setBold(true);
    m_markLabel->setFont(bold);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace flower
