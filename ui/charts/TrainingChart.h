// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingEvent.h"

#include <QTimer>
#include <QWidget>

namespace flower {

class PlotView;

/// The curve of one quantity of a run, per batch (smoothed, over a faint raw line) and per epoch, training and
/// validation. The loss chart shows the learning rate on its right axis too.
class TrainingChart : public QWidget
{
    Q_OBJECT
public:
    enum class Quantity { Accuracy, Loss };

    explicit TrainingChart(Quantity quantity, QWidget *parent = nullptr);

    /// Empties the chart for a run of so many epochs in each phase.
    void start(int headEpochs, int fineTuneEpochs);
    void addBatches(const QList<BatchPoint> &points);
    void addEpoch(const EpochResult &epoch);
    /// 0 (raw) to 0.99: weight of the past in the exponential average.
    void setSmoothing(double smoothing);
    [[nodiscard]] PlotView *plot() const { return m_plot; }
    [[nodiscard]] int validationPoints() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] double valueOf(const BatchPoint &point) const;
    [[nodiscard]] double smoothed(double value); ///< the next value of the exponential average
    void smoothNext();
    void recolor();

    Quantity m_quantity;
    PlotView *m_plot;
    int m_raw = 0;
    int m_smooth = 0;
    int m_epochs = 0;
    int m_validation = 0;
    int m_learningRate = -1;
    double m_smoothing = 0.9;
    double m_average = 0.0;   ///< of the exponential average, before bias correction
    double m_weight = 0.0;
    int m_smoothed = 0;       ///< so many points have the smoothing that was set last
    QTimer m_nextSmoothing;
};

} // namespace flower
