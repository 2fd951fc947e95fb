// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DataScan.h"
#include "engine/core/RunControl.h"
#include "engine/data/check/PhotoFingerprint.h"

#include <vector>

namespace flower {

/// How alike two photos are to be that count as near copies. Measured on the Oxford and TensorFlow flowers, see docs/data-check.md.
struct NearCopyLimits {
    int bits = 8;                ///< in which the hashes differ at most
    double likeness = 0.75;      ///< of the small pictures, at least
    int moreBits = 10;           ///< or more of them, where the small pictures are
    double moreLikeness = 0.88;  ///< this much alike
    double recolored = 0.95;     ///< likeness from which on colours don't count: the same photo, recoloured
    double colorDifference = 14; ///< below it, the colours differ by this at most
    int innerBits = 8;           ///< of one photo's inner part and another's whole: cropped, or framed
    double innerLikeness = 0.9;
    int mirroredBits = 6;        ///< flowers are nearly mirror images of themselves: more is asked for
    double mirroredLikeness = 0.9;
};

/// The pairs of near copies among photos, by their positions in `prints`, a < b. Flat ones are no copies of anything. Ends early where
/// `control` asks to stop; the answer is of no use then. 100,000 photos take about two seconds.
QList<NearCopy> findNearCopies(const std::vector<const PhotoFingerprint *> &prints, RunControl &control, const NearCopyLimits &limits = {});

} // namespace flower
