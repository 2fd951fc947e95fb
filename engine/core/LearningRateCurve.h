// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>

namespace flower {

/// One step of a sweep over learning rates.
struct LearningRatePoint {
    double learningRate = 0.0;
    double batchLoss = 0.0; ///< of the step's batch, before the step
    double loss = 0.0;      ///< smoothed over the neighbouring steps

    bool operator==(const LearningRatePoint &) const = default;
};

/// What a learning rate was suggested by.
enum class SuggestedBy {
    Nothing,      ///< the curve says nothing; there is no suggestion
    SteepestFall, ///< where the loss falls fastest
    BeforeRise    ///< the loss never falls clearly: a tenth of the rate from which on it rises
};

/// The loss over the learning rate (Smith 2017, "Cyclical Learning Rates for Training Neural Networks", section 3.3).
struct LearningRateCurve {
    QList<LearningRatePoint> points; ///< by rising rate
    SuggestedBy suggestedBy = SuggestedBy::Nothing;
    double suggestion = 0.0;         ///< of two digits; 0 without one

    [[nodiscard]] bool hasSuggestion() const { return suggestedBy != SuggestedBy::Nothing; }
    bool operator==(const LearningRateCurve &) const = default;
};

/// A sweep as it goes: steps of equal ratio between two rates, and what came of them so far.
class LearningRateSweep
{
public:
    static constexpr double kLowest = 1e-6;
    static constexpr double kHighest = 1.0;
    static constexpr int kSteps = 100;
    static constexpr double kStopFactor = 4.0; ///< the sweep ends where the smoothed loss exceeds its lowest so many times

    /// The rate of step `step` in [0, kSteps).
    static double rateOf(int step);

    /// Takes the loss of the next step; false where the sweep is over: after the last step, at a loss that is no number (which
    /// is not taken), and where the smoothed loss exceeds kStopFactor times its lowest.
    bool add(double batchLoss);
    /// The points so far, smoothed, without a suggestion.
    [[nodiscard]] QList<LearningRatePoint> points() const;
    /// The points with what they suggest.
    [[nodiscard]] LearningRateCurve curve() const;

private:
    QList<double> m_losses;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::LearningRateCurve)
