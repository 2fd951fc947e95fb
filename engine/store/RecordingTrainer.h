// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <memory>

namespace flower {

/// A Trainer that lets another one train and writes down what happens: the files of the run folder, the line in the run book
/// and, at the end, the model card. What can't be written becomes a Notice; the training goes on. Refuses a folder that holds
/// a model already. Used in the thread that trains.
class RecordingTrainer : public Trainer
{
public:
    /// `bookFile` may be empty: run folder only. `libraries`: versions for run.json.
    RecordingTrainer(std::shared_ptr<Trainer> trainer, QString bookFile, QString libraries);
    TrainingSummary train(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override;

private:
    std::shared_ptr<Trainer> m_trainer;
    QString m_bookFile;
    QString m_libraries;
};

} // namespace flower
