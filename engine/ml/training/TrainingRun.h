// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BestEpoch.h"
#include "engine/ml/training/RunMaterials.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// One run from photos to the saved model: prepare, phase 1, phase 2, test. Lives in the thread that trains and is used
/// once.
class TrainingRun
{
public:
    TrainingRun(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                const TrainingEventSink &sink);

    /// Trains to the end and sends all events but RunFinished. Throws what LibTorch throws.
    Result<TrainingSummary> run();
    /// The same from where an earlier start of this run was interrupted. Unreadable: all that it left is damaged.
    Result<TrainingSummary> resume();

private:
    /// Takes over the epochs that lie behind an interrupted run, and the best of them.
    Result<void> goOn();
    Result<std::optional<Evaluation>> keptValidation(int epoch);
    /// Both phases. Interrupted: the user asked to stop.
    Result<void> train();
    void restoreBest();
    /// What the photos never shown before say; nothing without them, or when stopped.
    std::optional<Evaluation> test(const QList<float> &featureMean);
    /// Fills in what out-of-set scores are taken from, and their threshold: from validation photos as the network that is
    /// saved sees them. Nothing without such photos.
    void learnOutOfSet(Calibration &calibration);
    /// Fits temperature and notSureThreshold on the validation results of the network that is saved, and brings the
    /// summary's results to that temperature; nothing where those results are of another epoch or there are none.
    void calibrateResults(Calibration &calibration);
    Result<QString> saveModel(const Calibration &calibration);

    RunMaterials m_materials;
    BestEpoch m_best;
    TrainingSummary m_summary;
};

} // namespace flower
