// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/BootstrapInterval.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace flower {

namespace {

constexpr quint64 kSeed = 20190;
constexpr double kTail = 0.025;

/// How many of n − 1 photos, drawn again and again from the n of a class, are right: a binomial number, so that one
/// random number stands for all draws of a resample.
class RecallDraws
{
public:
    explicit RecallDraws(const ClassTally &tally) : m_draws(std::max(1, tally.photos - 1))
    {
        if (tally.right == 0 || tally.right == tally.photos) {
            m_constant = true;
            m_recall = tally.right == 0 ? 0.0 : 1.0;
            return;
        }
        const double share = static_cast<double>(tally.right) / tally.photos;
        const double logOdds = std::log(share / (1 - share));
        double logMass = m_draws * std::log1p(-share); // in logarithms: (1 − share)^5000 is no double
        double sum = 0.0;
        for (int right = 0; right <= m_draws; ++right) {
            sum += std::exp(logMass);
            m_cumulative.push_back(sum);
            logMass += std::log(static_cast<double>(m_draws - right) / (right + 1)) + logOdds;
        }
    }
    [[nodiscard]] bool isConstant() const { return m_constant; }
    /// The recall of a resample; `uniform` lies in [0, 1).
    [[nodiscard]] double operator()(double uniform) const
    {
        if (m_constant)
            return m_recall;
        const auto place = std::upper_bound(m_cumulative.begin(), m_cumulative.end() - 1, uniform);
        return static_cast<double>(place - m_cumulative.begin()) / m_draws;
    }

private:
    int m_draws;
    bool m_constant = false;
    double m_recall = 0.0;
    std::vector<double> m_cumulative; ///< at k: the probability of at most k right ones
};

/// In [0, 1), the same on every system, which std::uniform_real_distribution is not.
double uniform(std::mt19937_64 &generator)
{
    return static_cast<double>(generator() >> 11) * 0x1.0p-53;
}

} // namespace

Interval bootstrapMeanRecall(std::span<const ClassTally> classes, int resamples)
{
    std::vector<RecallDraws> strata;
    double constant = 0.0; // sum of the recalls that are the same in every resample
    int present = 0;
    double inverseSizes = 0.0;
    for (const ClassTally &tally : classes) {
        if (tally.photos <= 0)
            continue;
        ++present;
        inverseSizes += 1.0 / tally.photos;
        RecallDraws draws(tally);
        if (draws.isConstant())
            constant += draws(0.0);
        else
            strata.push_back(std::move(draws));
    }
    if (present == 0 || resamples < 1)
        return {0.0, 1.0};
    if (strata.empty()) {
        const int worth = static_cast<int>(std::lround(present * present / inverseSizes)); // photos of equal weight
        return wilsonInterval(static_cast<int>(std::lround(constant / present * worth)), worth);
    }

    std::mt19937_64 generator(kSeed);
    std::vector<double> means(static_cast<size_t>(resamples));
    for (double &mean : means) {
        double sum = constant;
        for (const RecallDraws &draws : strata)
            sum += draws(uniform(generator));
        mean = sum / present;
    }
    std::sort(means.begin(), means.end());
    const auto at = [&](double quantile) { return means.at(static_cast<size_t>(std::lround(quantile * (resamples - 1)))); };
    return {at(kTail), at(1 - kTail)};
}

} // namespace flower
