// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingEvent.h"
#include "ui/widgets/Card.h"

class QLabel;
class QProgressBar;

namespace flower {

/// Where the run stands: what it does, how far it is, how fast, and the best epoch so far.
class RunCard : public Card
{
    Q_OBJECT
public:
    explicit RunCard(QWidget *parent = nullptr);

    /// Forgets the last run's best epoch.
    void start();
    void take(const StateChanged &what);
    void take(const Progress &what);
    void take(const EpochResult &what);
    void take(const RunFinished &what);

Q_SIGNALS:
    /// "Epoch 12 of 50 · 4 min left", or empty: no run is on.
    void jobLineChanged(const QString &line, int percent);

private:
    QLabel *m_now;
    QProgressBar *m_bar;
    QLabel *m_speed;
    QLabel *m_best;
    QLabel *m_bestCaption;
};

} // namespace flower
