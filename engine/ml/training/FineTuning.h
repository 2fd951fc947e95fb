// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/evaluation/StillOutputs.h"
#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/RunMaterials.h"

namespace flower {

/// Phase 2: the backbone, or its last blocks, learn with the head. Where the weights are averaged, the average is validated and
/// kept, and is the network when the phase ends.
class FineTuning
{
public:
    FineTuning(RunMaterials &run, BestEpoch &best) : m_run(run), m_best(best) {}

    /// Trains to the end of the phase, from the network as it is. Interrupted: the user asked to stop.
    Result<void> train();

private:
    Result<Evaluation> validate(StillOutputs &still);

    RunMaterials &m_run;
    BestEpoch &m_best;
};

} // namespace flower
