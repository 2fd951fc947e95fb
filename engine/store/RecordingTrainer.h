// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <memory>

namespace flower {

struct RunBeginning;

/// A Trainer that lets another one train and writes down what happens: the files of the run folder, the line in the run book
/// and, at the end, the model card. What can't be written becomes a Notice; the training goes on. train() refuses a folder that holds
/// a model already, and both refuse one in which another program trains. What the photos are known by (size, SHA-256) is read beside
/// the training, and completes split.csv when it is known. Used in the thread that trains.
class RecordingTrainer : public Trainer
{
public:
    /// `bookFile` may be empty: run folder only. `libraries`: versions for run.json.
    RecordingTrainer(std::shared_ptr<Trainer> trainer, QString bookFile, QString libraries);
    TrainingSummary train(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override;
    /// The run keeps its time of start; its files are written anew as it goes on.
    TrainingSummary resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                           const TrainingEventSink &sink) override;

private:
    using Way = TrainingSummary (Trainer::*)(const TrainingConfig &, const Dataset &, const QString &, RunControl &,
                                             const TrainingEventSink &);
    TrainingSummary record(Way way, const TrainingConfig &config, const Dataset &dataset, const QString &runId,
                           const RunBeginning &beginning, RunControl &control, const TrainingEventSink &sink);

    std::shared_ptr<Trainer> m_trainer;
    QString m_bookFile;
    QString m_libraries;
};

} // namespace flower
