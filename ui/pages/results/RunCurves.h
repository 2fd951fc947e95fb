// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

namespace flower {

class PlotView;
struct RunDetails;

/// The curves of a run: accuracy above loss, training beside validation; of several runs their validation curves over each
/// other.
class RunCurves : public Card
{
    Q_OBJECT
public:
    explicit RunCurves(QWidget *parent = nullptr);

    void showRuns(const QList<RunDetails> &runs);

private:
    void addCurves(const RunDetails &run, const QString &name, const QColor &color, bool alone);

    PlotView *m_accuracy;
    PlotView *m_loss;
};

} // namespace flower
