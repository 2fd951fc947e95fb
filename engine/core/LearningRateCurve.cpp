// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/LearningRateCurve.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace flower {

namespace {

constexpr double kSmoothingSteps = 3.0;   ///< standard deviation of the smoothing, in steps
constexpr int kSmoothingReach = 9;        ///< steps to either side that count
constexpr int kFirstSteps = 10;           ///< before, single batches say too little to end the sweep
constexpr double kHighestOfFirst = 10.0;  ///< one loss counts at most so many times the first ones: a leap shan't blur what was before
constexpr double kClearFall = 0.03;       ///< share of the highest loss before it that a fall must have
constexpr double kClearRise = 0.10;       ///< share of the lowest loss that a rise must have
constexpr double kClearErrors = 4.0;      ///< and either so many standard errors of the smoothed loss
constexpr int kSlopeReach = 4;            ///< steps to either side that a slope is fitted to

double meanOfFirst(const QList<double> &losses)
{
    const qsizetype count = std::min<qsizetype>(5, losses.size());
    double sum = 0.0;
    for (qsizetype index = 0; index < count; ++index)
        sum += losses.at(index);
    return sum / static_cast<double>(std::max<qsizetype>(1, count));
}

/// Gaussian smoothing to both sides, so that the curve doesn't lag behind the rate.
QList<LearningRatePoint> smoothed(const QList<double> &losses)
{
    const double limit = kHighestOfFirst * meanOfFirst(losses);
    QList<LearningRatePoint> points;
    const int count = static_cast<int>(losses.size());
    for (int index = 0; index < count; ++index) {
        double sum = 0.0;
        double weights = 0.0;
        for (int other = std::max(0, index - kSmoothingReach); other <= std::min(count - 1, index + kSmoothingReach); ++other) {
            const double distance = (other - index) / kSmoothingSteps;
            const double weight = std::exp(-0.5 * distance * distance);
            sum += weight * std::min(limit, losses.at(other));
            weights += weight;
        }
        points.append({LearningRateSweep::rateOf(index), losses.at(index), sum / weights});
    }
    return points;
}

/// The standard error of the smoothed loss, from how the batches lie about it; the median, so that a leap at the end counts
/// little. The smoothing is worth 2 √π standard deviations of steps.
double errorOf(const QList<LearningRatePoint> &points)
{
    constexpr double deviationsInMedian = 1.4826; // of a normal distribution
    QList<double> distances;
    for (const LearningRatePoint &point : points)
        distances.append(std::abs(point.batchLoss - point.loss));
    const auto middle = distances.begin() + distances.size() / 2;
    std::nth_element(distances.begin(), middle, distances.end());
    return deviationsInMedian * *middle / std::sqrt(2 * std::sqrt(std::numbers::pi) * kSmoothingSteps);
}

/// How much the loss changes a step at `index`, by a straight line through the neighbours.
double slopeAt(const QList<LearningRatePoint> &points, int index)
{
    const int first = std::max(0, index - kSlopeReach);
    const int last = std::min(static_cast<int>(points.size()) - 1, index + kSlopeReach);
    const double centre = (first + last) / 2.0;
    double products = 0.0;
    double squares = 0.0;
    for (int other = first; other <= last; ++other) {
        products += (other - centre) * points.at(other).loss;
        squares += (other - centre) * (other - centre);
    }
    return squares > 0 ? products / squares : 0.0;
}

/// 0.0012345 → 0.0012: a rate is known no better.
double twoDigits(double rate)
{
    const double unit = std::pow(10.0, std::floor(std::log10(rate)) - 1);
    return std::round(rate / unit) * unit;
}

} // namespace

double LearningRateSweep::rateOf(int step)
{
    return kLowest * std::pow(kHighest / kLowest, static_cast<double>(step) / (kSteps - 1));
}

bool LearningRateSweep::add(double batchLoss)
{
    if (!std::isfinite(batchLoss) || m_losses.size() >= kSteps)
        return false;
    m_losses.append(batchLoss);
    if (m_losses.size() >= kSteps)
        return false;
    if (m_losses.size() < kFirstSteps)
        return true;
    const QList<LearningRatePoint> points = smoothed(m_losses);
    double lowest = points.first().loss;
    for (const LearningRatePoint &point : points)
        lowest = std::min(lowest, point.loss);
    return points.last().loss <= kStopFactor * lowest;
}

QList<LearningRatePoint> LearningRateSweep::points() const
{
    return smoothed(m_losses);
}

LearningRateCurve LearningRateSweep::curve() const
{
    LearningRateCurve curve;
    curve.points = smoothed(m_losses);
    const int count = static_cast<int>(curve.points.size());
    if (count < kFirstSteps)
        return curve;
    const auto byLoss = [](const LearningRatePoint &a, const LearningRatePoint &b) { return a.loss < b.loss; };
    const auto lowest = std::min_element(curve.points.cbegin(), curve.points.cend(), byLoss);
    const double highestBefore = std::max_element(curve.points.cbegin(), lowest + 1, byLoss)->loss;
    const double clearChange = kClearErrors * errorOf(curve.points);
    if (highestBefore - lowest->loss > std::max(kClearFall * highestBefore, clearChange)) {
        int steepest = 0;
        double steepestSlope = 0.0;
        for (int index = 0; index <= static_cast<int>(lowest - curve.points.cbegin()); ++index) {
            const double slope = slopeAt(curve.points, index);
            if (slope < steepestSlope) {
                steepestSlope = slope;
                steepest = index;
            }
        }
        curve.suggestedBy = SuggestedBy::SteepestFall;
        curve.suggestion = twoDigits(curve.points.at(steepest).learningRate);
        return curve;
    }
    for (int index = count - 1; index > 0; --index) {
        if (curve.points.at(index).loss > lowest->loss + std::max(kClearRise * lowest->loss, clearChange))
            continue;
        if (index < count - 1) { // it rises from here on
            curve.suggestedBy = SuggestedBy::BeforeRise;
            curve.suggestion = std::max(kLowest, twoDigits(curve.points.at(index).learningRate / 10));
        }
        break;
    }
    return curve;
}

} // namespace flower
