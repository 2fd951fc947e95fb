// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace flower {

class ReliabilityChart;
class ReliabilityTableModel;
struct ShownRun;

/// Whether a run's probabilities can be believed: the reliability diagram, as a chart or a table, and the expected
/// calibration error.
class CalibrationCard : public Card
{
    Q_OBJECT
public:
    explicit CalibrationCard(QWidget *parent = nullptr);

    void showRun(const ShownRun &run);

private:
    ReliabilityChart *m_chart;
    ReliabilityTableModel *m_bins;
    QStackedWidget *m_stack;
    QToolButton *m_asTable;
    QLabel *m_error;
};

} // namespace flower
