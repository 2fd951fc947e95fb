// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <span>

namespace flower {

/// The energy of a photo, −log Σ exp(logit), in nats (Liu et al. 2020, "Energy-based Out-of-distribution Detection"):
/// the higher, the less the photo looks like any class the network has learnt. Free of the temperature.
double outOfSetScore(std::span<const float> logits);

/// The least threshold that at least `fraction` of the scores do not exceed: of photos whose class is known.
/// `scores` must not be empty.
double outOfSetThreshold(QList<double> scores, double fraction);

/// Area under the receiver operating characteristic: the chance that a photo of an unknown class has a higher score than
/// one of a known class, ties counting half (the Mann–Whitney statistic). 0.5 where either list is empty.
double auroc(const QList<double> &known, const QList<double> &unknown);

} // namespace flower
