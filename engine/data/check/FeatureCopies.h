// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DataScan.h"
#include "engine/core/RunControl.h"
#include "engine/data/check/PhotoTraits.h"

#include <vector>

namespace flower {

/// How alike two photos' features are to be that their pictures are laid over each other, and how alike these are then to be that they
/// count as copies: the less the network sees of a likeness, the more the pictures must have. Measured on the Oxford and TensorFlow
/// flowers, see docs/data-check.md.
struct FeatureCopyLimits {
    struct Step {
        double features = 0; ///< cosine, at least
        double pictures = 0; ///< correlation, at least
    };
    Step steps[3] = {{0.90, 0.91}, {0.88, 0.93}, {0.78, 0.96}};
    Step mirrored = {0.85, 0.97};
};

/// Pairs of photos that show the same picture although their hashes are far apart: cut by a tenth or more, for instance. Each photo is
/// compared with the three that look most like it to the network. Positions in `traits`, a < b, sorted. Ends early where `control`
/// asks to stop; the answer is of no use then. 20,000 photos take some seconds of one core.
QList<NearCopy> findFeatureCopies(const std::vector<PhotoTraits> &traits, int threads, RunControl &control, const FeatureCopyLimits &limits = {});

} // namespace flower
