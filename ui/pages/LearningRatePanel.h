// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace flower {

class LearningRateChart;
class LearningRateSession;

/// Searches for a phase's learning rate, in the page: shows the curve as it grows and how far the search is, lets it be
/// cancelled, and offers the rate that it suggests. Takes the place of a page's content while it is open.
class LearningRatePanel : public QFrame
{
    Q_OBJECT
public:
    /// `session` outlives the panel; null: nothing can be searched for.
    explicit LearningRatePanel(LearningRateSession *session, QWidget *parent = nullptr);
    /// Cancels what is under way.
    ~LearningRatePanel() override;

    void start(const TrainingConfig &config, const Dataset &dataset, Phase phase);
    void cancel();
    /// Other photos: stops what is under way, and what was suggested for the ones before is not offered any more.
    void forget();
    [[nodiscard]] bool isSearching() const;

Q_SIGNALS:
    void searchingChanged(bool on);
    void chosen(flower::Phase phase, double learningRate);
    void searchWanted(flower::Phase phase); ///< once more, with the settings and photos of now
    void closed();

private:
    void take(const LearningRateProgress &progress);
    void take(const LearningRateCurve &curve);
    void showState();

    LearningRateSession *m_session;
    Phase m_phase = Phase::Head;
    LearningRateCurve m_curve;
    QLabel *m_title;
    QLabel *m_about;
    LearningRateChart *m_chart;
    QProgressBar *m_bar;
    QLabel *m_message;
    QPushButton *m_cancel;
    QPushButton *m_use;
    QPushButton *m_again;
    QPushButton *m_close;
};

} // namespace flower
