// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

// Stand-ins for what learns: quick, and the same each time.

namespace flower::testing {

/// Sends the events of a whole run, with curves that look like ones.
class FakeTrainer : public Trainer
{
public:
    std::atomic<int> batchesPerEpoch{20};
    std::atomic<int> resumed{0};               ///< how often resume() was called
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds before the last epoch until it is stopped or this goes off

    TrainingSummary resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                           const TrainingEventSink &sink) override
    {
        ++resumed;
        sink({runId, Notice{QStringLiteral("The run goes on after epoch 1."), Notice::Kind::Information}});
        return train(config, dataset, runId, control, sink);
    }
    TrainingSummary train(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override
    {
        QDir().mkpath(config.runFolder);
        sink({runId, StateChanged{RunState::Preparing}});
        const int epochs = config.head.epochs + config.fineTune.epochs;
        sink({runId, RunStarted{dataset.classCount(), dataset.count(Subset::Train), dataset.count(Subset::Validation),
                                dataset.count(Subset::Test), config.head.epochs, config.fineTune.epochs, 2245649, 299516032,
                                QStringLiteral("cpu"), 2}});
        sink({runId, StateChanged{RunState::Training}});
        RunFinished finished;
        TrainingSummary &summary = finished.summary;
        summary.runId = runId;
        summary.runFolder = config.runFolder;
        for (int number = 1; number <= epochs && summary.state == RunState::Completed; ++number) {
            const double quality = (number > config.head.epochs ? 0.97 : 0.9) - 0.6 * std::exp(-number / 4.0);
            Progress progress;
            progress.phase = number > config.head.epochs ? Phase::FineTune : Phase::Head;
            progress.epoch = number;
            progress.epochs = epochs;
            progress.batches = batchesPerEpoch;
            progress.batch = batchesPerEpoch;
            progress.imagesPerSecond = 41;
            progress.secondsLeft = 4.0 * (epochs - number);
            progress.memoryBytes = 900'000'000;
            for (int batch = 0; batch < batchesPerEpoch; ++batch) {
                const double wave = 0.08 * std::sin(batch * 2.3 + number);
                progress.points.append({number - 1 + (batch + 1.0) / batchesPerEpoch, 2 * (1 - quality) + wave + 0.1,
                                        std::min(1.0, quality + wave), 1e-3 * std::pow(0.5, number / 7)});
            }
            sink({runId, progress});
            while (waitsInTheMiddle && number == epochs && !control.isStopRequested()) {
                if (control.isPauseRequested())
                    sink({runId, StateChanged{RunState::Paused}});
                if (!control.checkpoint())
                    break;
                sink({runId, StateChanged{RunState::Training}});
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
            EpochResult epoch;
            epoch.phase = progress.phase;
            epoch.epoch = number;
            epoch.trainLoss = 2 * (1 - quality) + 0.1;
            epoch.valLoss = 2 * (1 - quality) + 0.15;
            epoch.trainTop1 = quality;
            epoch.valTop1 = quality - 0.02;
            epoch.valTop5 = 0.99;
            epoch.learningRate = 1e-3;
            epoch.seconds = 4;
            epoch.isBest = true;
            sink({runId, epoch});
            summary.epochsDone = summary.bestEpoch = number;
            summary.bestValTop1 = epoch.valTop1;
            if (control.isStopRequested())
                summary.state = RunState::Stopped;
        }
        summary.seconds = 200;
        summary.modelPath = config.runFolder + QStringLiteral("/model.safetensors");
        QFile model(summary.modelPath);
        model.open(QIODevice::WriteOnly);
        summary.validation = evaluate(Subset::Validation, dataset);
        summary.test = evaluate(Subset::Test, dataset);
        sink({runId, StateChanged{summary.state}});
        sink({runId, finished});
        return summary;
    }

private:
    static Evaluation evaluate(Subset subset, const Dataset &dataset)
    {
        QList<PhotoResult> results;
        for (const Sample &sample : dataset.subset(subset)) {
            const bool wrong = results.size() % 11 == 10;
            const int other = (sample.label + 1) % dataset.classCount();
            results.append({sample.path, sample.label, wrong ? QList<int>{other, sample.label} : QList<int>{sample.label, other},
                            {0.8, 0.2}, wrong ? 1.6 : 0.2});
        }
        return summarize(subset, results, 0);
    }
};

/// Sweeps over losses with the steepest fall at 1.2e-3 in phase 1 and 1.2e-4 in phase 2.
class FakeRateFinder : public LearningRateFinder
{
public:
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds half-way until it is stopped or this goes off
    std::atomic<bool> findsNothing{false};     ///< a flat curve
    std::atomic<int> lastBatchSize{0};         ///< of phase 1, in the last search

    Result<LearningRateCurve> find(const TrainingConfig &config, const Dataset &dataset, Phase phase, RunControl &control,
                                   const LearningRateSink &sink) override
    {
        lastBatchSize = config.head.batchSize;
        if (dataset.count(Subset::Train) == 0)
            return Error{ErrorCode::InvalidArgument, QStringLiteral("There are not enough photos.")};
        sink({Activity::LoadingPhotos, 1, 2, {}});
        sink({Activity::ComputingFeatures, 1, 2, {}});
        const double middle = phase == Phase::Head ? -2.92 : -3.92;
        LearningRateSweep sweep;
        for (int step = 0; step < LearningRateSweep::kSteps; ++step) {
            const double exponent = std::log10(LearningRateSweep::rateOf(step));
            const double end = std::max(0.0, exponent - middle - 1.3);
            const double fall = findsNothing ? 2.0 : 2.8 - 2.0 / (1 + std::exp(-4 * (exponent - middle))) + 12 * end * end;
            if (!sweep.add(fall + 0.05 * std::sin(step * 2.3)))
                break;
            sink({Activity::Learning, step + 1, LearningRateSweep::kSteps, sweep.points()});
            while (waitsInTheMiddle && step == 50 && !control.isStopRequested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (control.isStopRequested())
                return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        }
        return sweep.curve();
    }
};

} // namespace flower::testing
