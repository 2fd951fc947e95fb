// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/TrainingChart.h"

#include "ui/charts/PlotView.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {
constexpr int kSmoothedAtOnce = 1 << 17; ///< points in one turn of the event loop
} // namespace

TrainingChart::TrainingChart(Quantity quantity, QWidget *parent)
    : QWidget(parent), m_quantity(quantity),
      m_plot(new PlotView(quantity == Quantity::Accuracy ? tr("Accuracy") : tr("Loss"), tr("epoch")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plot);
    const ThemeColors colors = themeColors();
    m_raw = m_plot->addCurve(QString(), {colors.training, 1.0, false, false, false});
    m_smooth = m_plot->addCurve(tr("Batches"), {colors.training, 1.2});
    m_epochs = m_plot->addCurve(tr("Training"), {colors.training, 2.0, false, false, true, true});
    m_validation = m_plot->addCurve(tr("Validation"), {colors.validation, 2.0, true, false, true, true});
    if (quantity == Quantity::Loss)
        m_learningRate = m_plot->addCurve(tr("Learning rate"), {colors.learningRate, 1.2, false, true});
    else
        m_plot->setYSuffix(tr(" %"));
    m_nextSmoothing.setSingleShot(true);
    connect(&m_nextSmoothing, &QTimer::timeout, this, &TrainingChart::smoothNext);
    recolor();
    start(20, 30);
}

void TrainingChart::start(int headEpochs, int fineTuneEpochs)
{
    m_average = 0.0;
    m_weight = 0.0;
    m_smoothed = 0;
    m_nextSmoothing.stop();
    for (const int curve : {m_raw, m_smooth, m_epochs, m_validation, m_learningRate}) {
        if (curve >= 0)
            m_plot->setPoints(curve, {});
    }
    m_plot->setXRange(0, headEpochs + fineTuneEpochs);
    m_plot->setYBounds(0, m_quantity == Quantity::Accuracy ? 100 : 0);
    m_plot->setDivider(headEpochs > 0 && fineTuneEpochs > 0 ? headEpochs : -1, tr("fine-tuning begins"),
                       m_quantity == Quantity::Accuracy ? PlotView::LabelPlace::Bottom : PlotView::LabelPlace::Top);
    m_plot->showAll();
}

double TrainingChart::valueOf(const BatchPoint &point) const
{
    return m_quantity == Quantity::Accuracy ? point.top1 * 100 : point.loss;
}

void TrainingChart::addBatches(const QList<BatchPoint> &points)
{
    if (points.isEmpty())
        return;
    if (m_learningRate >= 0) {
        QList<QPointF> rates = m_plot->points(m_learningRate);
        const double begin = points.first().epoch;
        if (!rates.isEmpty() && rates.last().x() > begin) { // short epochs are over before their batches are told
            rates.removeIf([begin](const QPointF &point) { return point.x() > begin; });
            m_plot->setPoints(m_learningRate, rates);
        }
    }
    const bool upToDate = m_smoothed == m_plot->points(m_raw).size(); // else smoothNext() comes to these points as well
    for (const BatchPoint &point : points) {
        const double value = valueOf(point);
        m_plot->append(m_raw, point.epoch, value);
        m_plot->append(m_smooth, point.epoch, upToDate ? smoothed(value) : value);
        m_smoothed += upToDate ? 1 : 0;
        if (m_learningRate >= 0)
            m_plot->append(m_learningRate, point.epoch, point.learningRate);
    }
}

void TrainingChart::addEpoch(const EpochResult &epoch)
{
    const bool accuracy = m_quantity == Quantity::Accuracy;
    m_plot->append(m_epochs, epoch.epoch, accuracy ? epoch.trainTop1 * 100 : epoch.trainLoss);
    m_plot->append(m_validation, epoch.epoch, accuracy ? epoch.valTop1 * 100 : epoch.valLoss);
    if (m_learningRate >= 0 && m_plot->points(m_raw).isEmpty())
        m_plot->append(m_learningRate, epoch.epoch, epoch.learningRate);
}

double TrainingChart::smoothed(double value)
{
    // The average starts at nothing; dividing by the weights seen so far takes that out again.
    m_average = m_smoothing * m_average + (1 - m_smoothing) * value;
    m_weight = m_smoothing * m_weight + (1 - m_smoothing);
    return m_average / m_weight;
}

void TrainingChart::setSmoothing(double smoothing)
{
    m_smoothing = smoothing;
    m_average = 0.0;
    m_weight = 0.0;
    m_smoothed = 0;
    smoothNext();
}

void TrainingChart::smoothNext()
{
    const QList<QPointF> &raw = m_plot->points(m_raw);
    const int end = std::min(static_cast<int>(raw.size()), m_smoothed + kSmoothedAtOnce);
    m_plot->setValues(m_smooth, m_smoothed, end, [this, &raw](int index) { return smoothed(raw.at(index).y()); });
    m_smoothed = end;
    if (end < raw.size())
        m_nextSmoothing.start(); // the window has its turn in between
}

int TrainingChart::validationPoints() const
{
    return static_cast<int>(m_plot->points(m_validation).size());
}

void TrainingChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QWidget::changeEvent(event);
}

void TrainingChart::recolor()
{
    const ThemeColors colors = themeColors();
    QColor faint = colors.training;
    faint.setAlpha(50);
    QColor thin = colors.training;
    thin.setAlpha(150);
    m_plot->setColor(m_raw, faint);
    m_plot->setColor(m_smooth, thin);
    m_plot->setColor(m_epochs, colors.training);
    m_plot->setColor(m_validation, colors.validation);
}

} // namespace flower
