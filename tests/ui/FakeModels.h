// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ClassMatching.h"
#include "engine/core/Contracts.h"
#include "tests/ui/FakePhotos.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

// Stand-ins for trained models and what is done with them: quick, and the same each time.

namespace flower::testing {

class FakeClassifier : public Classifier
{
public:
    QStringList classNames = fakeDataset(6, 1).classNames; ///< six; to be set before the first call

    Result<ModelInfo> open(const QString &path) override
    {
        if (path.contains(QLatin1String("broken")))
            return Error{ErrorCode::Unreadable, QStringLiteral("This is no model.")};
        ModelInfo info;
        info.path = path;
        info.classNames = classNames;
        info.trainedOn = QStringLiteral("meadow");
        info.testTop1 = 0.961;
        info.calibration.notSureThreshold = 0.5;
        info.calibration.noneOfTheseThreshold = 1.0;
        return info;
    }
    Prediction classify(const PhotoInput &photo, int top) override
    {
        Prediction prediction;
        prediction.path = photo.path;
        if (photo.path.contains(QLatin1String("bad"))) {
            prediction.error = QStringLiteral("The file is damaged or no photo.");
            return prediction;
        }
        prediction.notSure = photo.path.contains(QLatin1String("unsure"));
        prediction.noneOfThese = photo.path.contains(QLatin1String("wall"));
        prediction.outOfSetScore = prediction.noneOfThese ? 2.0 : 0.0;
        double left = 1.0;
        for (int rank = 0; rank < top && rank < classNames.size(); ++rank) {
            const double probability = left * (prediction.notSure ? 0.4 : 0.7);
            left -= probability;
            const int index = static_cast<int>((qHash(photo.path) + static_cast<size_t>(rank)) % static_cast<size_t>(classNames.size()));
            prediction.top.append({index, classNames.at(index), probability});
        }
        if (prediction.notSure)
            prediction.candidates = prediction.top.mid(0, 2);
        return prediction;
    }
    /// All kinds, the third one first; the less so, the more of the middle row is covered.
    Prediction classifyPixels(const RgbImage &photo, int top) override
    {
        int grey = 0;
        const char *pixel = photo.pixels.constData() + 3 * (photo.height / 2) * photo.width;
        for (int column = 0; column < photo.width; ++column, pixel += 3)
            grey += pixel[0] == 124 && pixel[1] == 116 && pixel[2] == 104; // the mean of what the network knows
        const double probability = 0.9 - 0.8 * grey / photo.width;
        Prediction prediction;
        for (int index = 0; index < classNames.size(); ++index)
            prediction.top.append({index, classNames.at(index), index == 2 ? probability : (1 - probability) / 5});
        std::stable_sort(prediction.top.begin(), prediction.top.end(),
                         [](const ScoredClass &a, const ScoredClass &b) { return a.probability > b.probability; });
        prediction.top = prediction.top.mid(0, top);
        return prediction;
    }
    /// Warm in the upper left.
    Result<Explanation> explain(const PhotoInput &photo, int index) override
    {
        if (photo.path.contains(QLatin1String("bad")))
            return Error{ErrorCode::Unreadable, QStringLiteral("The file is damaged or no photo.")};
        const int explained = index < 0 ? classify(photo, 1).top.first().index : index;
        return Explanation{photo.path, {explained, classNames.at(explained), 0.7}, 2, 2, {1.0F, 0.4F, 0.3F, 0.0F}, 0.875};
    }
};

/// Knows half of the kinds: every tenth photo is answered wrongly.
class FakeEvaluator : public Evaluator
{
public:
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds until it is stopped or this goes off

    Result<ModelEvaluation> evaluate(const QString &modelPath, const Dataset &dataset, std::optional<Subset> subset, int,
                                     RunControl &control, const ProgressSink &progress) override
    {
        progress(1, 2);
        while (waitsInTheMiddle && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (control.isStopRequested())
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        ModelEvaluation measured;
        measured.model.path = modelPath;
        measured.model.classNames = dataset.classNames.mid(0, 3);
        measured.model.classNames.append(QStringLiteral("orchid"));
        measured.subset = subset;
        const MatchedPhotos photos = matchPhotos(dataset, subset, measured.model.classNames);
        QList<PhotoResult> results;
        for (const Sample &sample : photos.samples) {
            const int other = (sample.label + 1) % 3;
            const bool wrong = results.size() % 10 == 7;
            results.append({sample.path, sample.label, wrong ? QList<int>{other, sample.label} : QList<int>{sample.label, other},
                            {0.8, 0.2}, wrong ? 1.6 : 0.2});
        }
        measured.evaluation = summarize(subset.value_or(Subset::Test), results, photos.unknownPhotos);
        measured.unknownClasses = photos.unknownClasses;
        measured.unseenClasses = photos.unseenClasses;
        return measured;
    }
};

/// Places photos of a kind around a point of its own, a few of them beside the next kind's, and says so in two steps.
class FakeMapper : public PhotoMapper
{
public:
    std::atomic<bool> waitsInTheMiddle{false}; ///< holds before the last step until it is stopped or this goes off
    std::atomic<bool> fails{false};
    std::atomic<int> calls{0};

    Result<PhotoMap> map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink) override
    {
        if (request.onlyKept)
            return Error{ErrorCode::NotFound, QStringLiteral("There is no map yet.")};
        ++calls;
        if (fails)
            return Error{ErrorCode::NotFound, QStringLiteral("None of these photos can be read.")};
        progress(request.photos.size(), 2 * request.photos.size());
        PhotoMap map;
        map.method = request.method;
        map.steps = 750;
        map.photos = sampleForMap(request.photos, kMostTsnePhotos, request.seed);
        map.leftOut = static_cast<int>(request.photos.size() - map.photos.size());
        for (const double part : {0.5, 1.0}) {
            map.step = static_cast<int>(part * map.steps);
            map.places.clear();
            for (const int photo : std::as_const(map.photos)) {
                const Sample &sample = request.photos.at(photo);
                const int kind = photo % 23 == 11 ? sample.label + 1 : sample.label;
                const double angle = kind * 2.39996; // the golden angle: kinds lie apart, however many
                const double spread = 0.25 * std::sqrt(-2 * std::log((photo * 7919 % 997 + 1) / 998.0)); // Box and Muller
                const double turn = photo * 6037 % 1009 / 1009.0 * 6.2832;
                map.places.append(part * std::sqrt(kind + 0.5) * QPointF(std::cos(angle), std::sin(angle))
                                  + spread * QPointF(std::cos(turn), std::sin(turn)));
            }
            if (part < 1)
                sink(map);
            while (part < 1 && waitsInTheMiddle && !control.isStopRequested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (control.isStopRequested())
                return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        }
        return map;
    }
};

class FakeInspector : public ModelInspector
{
public:
    Result<ModelInfo> inspect(const QString &path) const override
    {
        ModelInfo info;
        info.path = path;
        info.architecture.width = path.contains(QLatin1String("0.35")) ? 0.35 : 1.0;
        return info;
    }
};

} // namespace flower::testing
