// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"
#include "engine/core/Metrics.h"
#include "engine/core/Result.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <functional>
#include <optional>
#include <variant>

namespace flower {

/// The two phases of a run: feature extraction (the head learns) and fine-tuning (all chosen layers learn).
enum class Phase { Head, FineTune };

/// What a run is doing. Idle → Preparing → Training ⇄ Paused → Testing → Completed | Stopped | Failed.
enum class RunState { Idle, Preparing, Training, Paused, Testing, Completed, Stopped, Failed };

/// Whether a run in this state goes on no more.
constexpr bool isFinal(RunState state)
{
    return state == RunState::Completed || state == RunState::Stopped || state == RunState::Failed;
}

/// "preparing", "training", …: the words that files and the terminal use.
QString runStateKey(RunState state);
/// The state of such a word; Idle for any other.
RunState runStateFromKey(const QString &key);
/// "head" or "finetune".
QString phaseKey(Phase phase);

/// The run changed its state. Always sent.
struct StateChanged {
    RunState state = RunState::Idle;

    bool operator==(const StateChanged &) const = default;
};

/// One optimiser step, for the per-batch curves.
struct BatchPoint {
    double epoch = 0.0;        ///< position on the epoch axis: 2.5 is half-way through the third epoch
    double loss = 0.0;         ///< mean training loss of the batch
    double top1 = 0.0;         ///< fraction of the batch that was right
    double learningRate = 0.0;

    bool operator==(const BatchPoint &) const = default;
};

/// What the network is busy with inside a state.
enum class Activity { LoadingPhotos, ComputingFeatures, Learning, Validating, Testing };

/// Where the run stands. Throttled to one in 60 ms; `points` holds every batch since the last one, so no point of a
/// curve is lost.
struct Progress {
    Activity activity = Activity::Learning;
    Phase phase = Phase::Head;
    int epoch = 0;             ///< 1-based over both phases; 0 before the first
    int epochs = 0;            ///< of both phases together
    int batch = 0;             ///< of `batches`, in the current activity
    int batches = 0;
    double imagesPerSecond = 0.0;
    double secondsLeft = -1.0; ///< of the whole run, an estimate; negative where none can be made yet
    qint64 memoryBytes = 0;    ///< resident memory of the process
    QList<BatchPoint> points;

    bool operator==(const Progress &) const = default;
};

/// One epoch has been trained and validated. Always sent.
struct EpochResult {
    Phase phase = Phase::Head;
    int epoch = 0;             ///< 1-based over both phases
    double trainLoss = 0.0;
    double trainTop1 = 0.0;    ///< fraction of 1, on augmented photos
    double valLoss = 0.0;
    double valTop1 = 0.0;
    double valTop5 = 0.0;
    double learningRate = 0.0; ///< at the end of the epoch
    double seconds = 0.0;      ///< wall time with validation
    double imagesPerSecond = 0.0; ///< while learning, without validation
    bool isBest = false;       ///< best validation so far; its weights are kept

    bool operator==(const EpochResult &) const = default;
};

/// The split and what the photos turned into, sent once before the first epoch.
struct RunStarted {
    int classes = 0;
    int trainPhotos = 0;
    int valPhotos = 0;
    int testPhotos = 0;
    int headEpochs = 0;
    int fineTuneEpochs = 0;
    qint64 parameters = 0;
    qint64 multiplyAdds = 0;   ///< of one photo, forward
    QString device;            ///< "cpu", "cuda:0", …
    int threads = 0;

    bool operator==(const RunStarted &) const = default;
};

/// Photos that the run goes on without.
struct PhotosSkipped {
    QList<PhotoProblem> problems;

    bool operator==(const PhotosSkipped &) const = default;
};

/// A sentence that the user should see.
struct Notice {
    enum class Kind {
        Warning,     ///< needs a look (training from scratch, photos that are gone)
        Information, ///< what was meant to happen (an early stop, a run that goes on)
    };

    QString text;
    Kind kind = Kind::Warning;

    bool operator==(const Notice &) const = default;
};

/// How a run ended. The best weights are in `modelPath` whenever it is not empty.
struct TrainingSummary {
    RunState state = RunState::Completed; ///< Completed, Stopped or Failed
    QString runId;
    QString runFolder;
    QString modelPath;
    int bestEpoch = 0;
    int epochsDone = 0;
    double bestValTop1 = 0.0;
    double headValTop1 = 0.0;  ///< best of phase 1; 0 where there was none
    std::optional<Evaluation> validation; ///< of the best epoch
    std::optional<Evaluation> test;
    Calibration calibration;   ///< as saved with the model
    int skippedPhotos = 0;
    double seconds = 0.0;

    bool operator==(const TrainingSummary &) const = default;
};

/// The end of a run. Always sent, and always the last event.
struct RunFinished {
    TrainingSummary summary;
    std::optional<Error> error; ///< set when state is Failed

    bool operator==(const RunFinished &) const = default;
};

/// One item of the single ordered stream that a run sends.
struct TrainingEvent {
    QString runId;
    std::variant<StateChanged, RunStarted, Progress, EpochResult, PhotosSkipped, Notice, RunFinished> what;

    bool operator==(const TrainingEvent &) const = default;
};

/// Takes the events of a run, in order, in the thread that trains.
using TrainingEventSink = std::function<void(const TrainingEvent &)>;

} // namespace flower

Q_DECLARE_METATYPE(flower::TrainingEvent)
