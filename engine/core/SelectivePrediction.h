// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <QList>

namespace flower {

/// A threshold from here on means that no answer is sure.
inline constexpr double kNeverSure = 1.0;

/// Answering only where the top probability reaches a threshold (selective classification: Geifman and El-Yaniv 2017).
struct OperatingPoint {
    double threshold = kNeverSure; ///< least top probability of an answer that counts
    double coverage = 0.0;         ///< fraction of the photos that get one
    double precision = 0.0;        ///< fraction of those that is right; 0 where there are none

    bool operator==(const OperatingPoint &) const = default;
};

/// What answering from `threshold` on reaches on these photos.
OperatingPoint operatingPoint(const QList<PhotoResult> &results, double threshold);

/// The point of largest coverage whose precision is at least `precision`. Photos of one probability are taken together.
/// Where none reaches it: coverage 0, and the threshold is kNeverSure.
OperatingPoint coverageAtPrecision(const QList<PhotoResult> &results, double precision);

} // namespace flower
