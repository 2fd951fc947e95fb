// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace flower {

// An out-of-set score says how far a photo is from every class that the network has learnt: the higher, the farther.
// engine/ml/evaluation/OutOfSetScorer reckons it; what follows from the scores of many photos is here.

/// The least threshold that at least `fraction` of the scores do not exceed: of photos whose class is known.
/// `scores` must not be empty.
double outOfSetThreshold(QList<double> scores, double fraction);

/// Area under the receiver operating characteristic: the chance that a photo of an unknown class has a higher score than
/// one of a known class, ties counting half (the Mann–Whitney statistic). 0.5 where either list is empty.
double auroc(const QList<double> &known, const QList<double> &unknown);

} // namespace flower
