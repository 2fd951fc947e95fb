// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/store/RunBook.h"

#include <QList>
#include <QString>

namespace flower {

/// All that a run folder tells: run.json, epochs.csv.
struct RunDetails {
    RunRecord record;
    TrainingConfig config;
    QString splitHash;
    QString modelPath;          ///< model.safetensors where it is there
    QList<EpochResult> epochs;
    TrainingSummary summary;    ///< evaluations come without per-photo results

    bool operator==(const RunDetails &) const = default;
};

/// Reads and writes the files of one run's folder. Every file is written beside its place and renamed.
class RunFolder
{
public:
    explicit RunFolder(QString path);

    Result<void> writeRun(const RunDetails &details, const Dataset &dataset);       ///< run.json
    Result<void> writeEpochs(const QList<EpochResult> &epochs);                     ///< epochs.csv
    Result<void> writePredictions(const Evaluation &evaluation, const QStringList &classNames); ///< predictions-val.csv, …-test.csv
    Result<RunDetails> read() const;

private:
    QString m_path;
};

/// A Trainer that lets another one train and writes down what happens: the run folder's files and the line in the run
/// book. Runs in the thread that trains.
class RecordingTrainer : public Trainer
{
public:
    /// `bookFile` may be empty: run folder only.
    RecordingTrainer(std::shared_ptr<Trainer> trainer, QString bookFile);
    TrainingSummary train(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override;

private:
    std::shared_ptr<Trainer> m_trainer;
    QString m_bookFile;
};

} // namespace flower
