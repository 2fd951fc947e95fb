// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"
#include "engine/core/TrainingConfig.h"
#include "engine/store/RunBook.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace flower {

/// All that a run folder tells: run.json and epochs.csv.
struct RunDetails {
    RunRecord record;
    TrainingConfig config;
    QString datasetPath;        ///< what was read, absolute; empty for the drawn samples
    bool splitWasGiven = false;
    quint64 splitSeed = 0;
    QStringList classNames;
    RunStarted start;           ///< photos per subset, parameters, device, threads
    QString libraries;          ///< "LibTorch 2.13.0"
    QString modelPath;          ///< the model, where it is there
    int bestEpoch = 0;
    double headValTop1 = 0.0;   ///< best of phase 1
    int skippedPhotos = 0;
    Calibration calibration;    ///< as saved with the model
    std::optional<Evaluation> validation; ///< without per-photo results
    std::optional<Evaluation> test;       ///< without per-photo results
    QList<EpochResult> epochs;

    bool operator==(const RunDetails &) const = default;
};

/// Reads and writes the files of one run's folder: run.json (version 2), epochs.csv, predictions-val.csv and
/// predictions-test.csv. Every file is written beside its place and renamed.
class RunFolder
{
public:
    explicit RunFolder(QString path);

    /// Whether the folder holds a trained model, which a new run must not write over.
    [[nodiscard]] bool holdsModel() const;
    Result<void> writeRun(const RunDetails &details);
    Result<void> writeEpochs(const QList<EpochResult> &epochs);
    /// One line a photo: path (relative to the folder of the data set at `datasetPath`, absolute where it lies elsewhere), label, loss,
    /// up to five classes with their probabilities, and the first one's before the temperature.
    Result<void> writePredictions(const Evaluation &evaluation, const QStringList &classNames, const QString &datasetPath);
    /// Errors: NotFound where there is no run.json; Unreadable and Unsupported (a newer version) name the file.
    [[nodiscard]] Result<RunDetails> read() const;
    /// The per-photo results of one subset, with the classes of `classNames`; none is on another computer (pathFromStored()).
    /// Error as read().
    [[nodiscard]] Result<QList<PhotoResult>> readPredictions(Subset subset, const QStringList &classNames, const QString &datasetPath) const;

private:
    QString m_path;
};

/// The runs whose folders lie directly in `parent`, by the folders' names; what is no run is passed over.
[[nodiscard]] QList<RunDetails> readRunFolders(const QString &parent);

} // namespace flower
