// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"
#include "engine/store/RunFolder.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

// Finished runs to look at: mistakes between kinds that are alike, probabilities that are a little too sure.

namespace flower::testing {

inline QStringList flowerNames(int classes)
{
    const QStringList flowers{QStringLiteral("bluebell"), QStringLiteral("buttercup"), QStringLiteral("coltsfoot"),
                              QStringLiteral("cowslip"), QStringLiteral("crocus"), QStringLiteral("daffodil"),
                              QStringLiteral("daisy"), QStringLiteral("dandelion"), QStringLiteral("fritillary"),
                              QStringLiteral("iris"), QStringLiteral("lily-of-the-valley"), QStringLiteral("pansy"),
                              QStringLiteral("snowdrop"), QStringLiteral("sunflower"), QStringLiteral("tiger-lily"),
                              QStringLiteral("tulip"), QStringLiteral("windflower")};
    const QStringList places{QStringLiteral("alpine %1"), QStringLiteral("field %1"), QStringLiteral("garden %1"),
                             QStringLiteral("marsh %1"), QStringLiteral("meadow %1"), QStringLiteral("wood %1")};
    QStringList names;
    for (int label = 0; label < classes; ++label) {
        const QString &flower = flowers.at(label % flowers.size());
        names.append(classes <= flowers.size() ? flower : places.value(label / static_cast<int>(flowers.size()), QStringLiteral("%1")).arg(flower));
    }
    return names;
}

/// Answers with logits; each kind is taken for one other, mostly, and some kinds more than others.
inline QList<PhotoResult> fakeAnswers(int classes, int photos, unsigned seed, const QString &folder = QStringLiteral("/photos"))
{
    constexpr float kTooSure = 2.4F;
    const QStringList names = flowerNames(classes);
    std::mt19937 random(seed);
    std::normal_distribution<float> noise(0.0F, 1.0F);
    QList<PhotoResult> results;
    for (int number = 0; number < photos; ++number) {
        PhotoResult result;
        result.label = number % classes;
        result.path = QStringLiteral("%1/%2/image_%3.jpg").arg(folder, names.at(result.label)).arg(number, 4, 10, QLatin1Char('0'));
        const int alike = classes > 17 ? (result.label + 17) % classes : std::min(classes - 1, result.label ^ 1);
        const float ease = 3.0F + 3.0F * static_cast<float>((result.label * 7) % 10) / 10.0F;
        for (int answer = 0; answer < classes; ++answer)
            result.logits.append(kTooSure * (noise(random) + (answer == result.label ? ease : answer == alike ? 2.2F : 0.0F)));
        QList<int> order(classes);
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&](int a, int b) { return result.logits.at(a) > result.logits.at(b); });
        result.topClasses = order.mid(0, 5);
        result.topProbabilities.resize(result.topClasses.size());
        results.append(result);
    }
    return results;
}

/// Writes a finished run of `photos` test photos, and a third as many validation photos, into `folder`.
inline RunDetails writeFakeRun(const QString &folder, int classes, int photos, unsigned seed = 1)
{
    QDir().mkpath(folder);
    RunDetails details;
    details.classNames = flowerNames(classes);
    details.datasetPath = QStringLiteral("/photos");
    RunRecord &record = details.record;
    record.id = QStringLiteral("run-%1-%2").arg(classes).arg(seed);
    record.folder = folder;
    record.datasetName = QStringLiteral("oxford%1").arg(classes);
    record.classes = classes;
    record.photos = 2 * photos;
    record.startedAt = QDateTime(QDate(2026, 5, 1), QTime(12, static_cast<int>(seed) % 60), Qt::UTC);
    record.state = RunState::Completed;
    record.epochsDone = 30;
    record.seconds = 355;
    details.bestEpoch = 28;
    details.start.trainPhotos = photos * 2 / 3;
    details.start.valPhotos = photos / 3;
    details.start.testPhotos = photos;
    details.start.parameters = 2245649;
    details.config.head.epochs = 10;
    details.config.fineTune.epochs = 20;
    for (int number = 1; number <= record.epochsDone; ++number) {
        const double quality = (number > 10 ? 0.95 : 0.88) - 0.6 * std::exp(-number / 4.0);
        EpochResult epoch;
        epoch.phase = number > 10 ? Phase::FineTune : Phase::Head;
        epoch.epoch = number;
        epoch.trainLoss = 2 * (1 - quality) + 0.05;
        epoch.valLoss = 2 * (1 - quality) + 0.12;
        epoch.trainTop1 = quality + 0.02;
        epoch.valTop1 = quality - 0.02;
        details.epochs.append(epoch);
    }
    Evaluation validation = summarize(Subset::Validation, fakeAnswers(classes, photos / 3, seed + 1000), 0);
    std::optional<Evaluation> test = summarize(Subset::Test, fakeAnswers(classes, photos, seed), 0);
    calibrate(validation, test);
    RunFolder files(folder);
    const bool written = files.writePredictions(validation, details.classNames, details.datasetPath) && files.writePredictions(*test, details.classNames, details.datasetPath);
    validation.results.clear();
    test->results.clear();
    details.validation = validation;
    details.test = test;
    record.bestValTop1 = validation.top1;
    record.testTop1 = test->top1;
    details.modelPath = QDir(folder).filePath(QStringLiteral("model.safetensors"));
    QFile model(details.modelPath);
    if (!written || !model.open(QIODevice::WriteOnly) || !files.writeRun(details) || !files.writeEpochs(details.epochs))
        qFatal("the fake run can't be written");
    return details;
}

} // namespace flower::testing
