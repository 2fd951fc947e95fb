// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

namespace flower {

/// What the wizard's pages hand on to each other.
struct TeachPlan {
    DatasetRequest request;
    Dataset dataset;
    TrainingConfig config;
};

} // namespace flower
