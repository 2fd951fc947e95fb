// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"

#include <QColor>
#include <QList>
#include <QWidget>

class QCPAxisRect;
class QCPBars;
class QCPErrorBars;
class QCPGraph;
class QCustomPlot;
class QLabel;

namespace flower {

class LegendButton;

/// A reliability diagram (Guo et al. 2017): how many answers of each probability are right, as bars against the diagonal on
/// which they would lie if the probabilities kept their word, each with its 95 % interval, and below how many photos it
/// stands on. Dots show the same before temperature scaling, where it is known.
class ReliabilityChart : public QWidget
{
    Q_OBJECT
public:
    explicit ReliabilityChart(QWidget *parent = nullptr);
    ~ReliabilityChart() override;

    /// `before` is empty or has the bins of `after`.
    void setDiagrams(const QList<ReliabilityBin> &after, const QList<ReliabilityBin> &before);
    /// The bin of a probability in words, as it is shown under the pointer.
    [[nodiscard]] QString readoutAt(double probability) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QCustomPlot *m_plot;
    QCPAxisRect *m_countRect; ///< the strip of photos below
    QCPBars *m_bars;
    QCPErrorBars *m_intervals; ///< 95 %, Wilson
    QCPGraph *m_dots;
    QCPGraph *m_diagonal;
    QCPBars *m_counts;
    LegendButton *m_dotsLegend;
    QLabel *m_readout;
    QList<ReliabilityBin> m_after;
    QList<ReliabilityBin> m_before;
};

} // namespace flower
