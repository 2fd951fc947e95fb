// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/LearningRateCurve.h"

#include <QWidget>

class QCPGraph;
class QCPItemLine;
class QCPItemText;
class QCPItemTracer;
class QCustomPlot;
class QLabel;

namespace flower {

/// The loss over the learning rate, which has a logarithmic axis: faint dots for the batches, a line for the smoothed loss, and
/// an upright dashed line at the suggested rate. Grows while a search goes on.
class LearningRateChart : public QWidget
{
    Q_OBJECT
public:
    explicit LearningRateChart(QWidget *parent = nullptr);
    ~LearningRateChart() override;

    /// Without a suggestion nothing is marked.
    void setCurve(const LearningRateCurve &curve);
    /// The nearest point in words, as it is shown under the pointer.
    [[nodiscard]] QString readoutAt(double learningRate) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const LearningRatePoint &nearest(double learningRate) const;
    void fitLosses();
    void markSuggestion();
    void describe();
    void restyle();

    QCustomPlot *m_plot;
    QCPGraph *m_batches;
    QCPGraph *m_smoothed;
    QCPItemLine *m_mark;
    QCPItemTracer *m_markDot;
    QCPItemText *m_markLabel;
    QLabel *m_readout;
    LearningRateCurve m_curve;
};

} // namespace flower
