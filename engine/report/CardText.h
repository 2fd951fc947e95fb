// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <QLocale>
#include <QString>

#include <optional>

// How a model card writes numbers and the sentences that the window says too.

namespace flower {

/// The locale of the card's language: numbers are written as its words are.
QLocale cardLocale();

QString cardPercent(double fraction);  ///< "97.6 %"; "–" where negative (unknown)
QString cardNumber(double value, int decimals);
QString cardCount(qint64 count);       ///< grouped
QString cardDuration(double seconds);
/// "97.6 % (95.5 to 98.8 %)"; without the interval where it is unknown.
QString cardEstimate(double fraction, const std::optional<Interval> &interval);
/// "Test photos", "All photos": the heading of what was measured.
QString subsetTitle(const std::optional<Subset> &subset);

/// What it means that `runs` earlier runs measured the same test photos.
QString earlierTestsSentence(int runs);

} // namespace flower
