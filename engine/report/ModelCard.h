// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace flower {

/// The photos that a card speaks of.
struct CardData {
    QString name;
    QString path;                 ///< empty for the drawn samples
    QStringList classNames;
    QList<int> trainPhotos;       ///< per class, beside classNames
    QList<int> valPhotos;
    QList<int> testPhotos;
    QList<PhotoProblem> leftOut;
    bool splitWasGiven = false;
    quint64 splitSeed = 0;        ///< where it wasn't
    QString splitHash;

    bool operator==(const CardData &) const = default;
};

/// What a data set holds, for a card.
CardData describeData(const Dataset &dataset);

/// What the model was measured on, and what came out. Labels are the model's class numbers.
struct CardMeasurement {
    std::optional<Subset> subset; ///< nothing: all photos of the data set
    Evaluation evaluation;        ///< with its results

    bool operator==(const CardMeasurement &) const = default;
};

/// What computed.
struct CardEnvironment {
    QString program;
    QString libraries;            ///< "LibTorch 2.13.0"
    QString qt;
    QString system;               ///< "Debian GNU/Linux 12 (bookworm), linux 6.1.0"
    QString processor;            ///< its architecture: Qt knows no more of it
    QString device;               ///< "cpu", "cuda:0"; empty where unknown
    int threads = 0;              ///< 0: unknown

    bool operator==(const CardEnvironment &) const = default;
};

/// This program on this machine.
CardEnvironment currentEnvironment(const QString &libraries, const QString &device = {}, int threads = 0);

/// How a model came about; only in the card of a run.
struct CardTraining {
    QString runId;
    RunState state = RunState::Completed;
    TrainingConfig settings;
    QList<EpochResult> epochs;
    int bestEpoch = 0;            ///< whose network the model is
    QDateTime startedAt;          ///< UTC
    double seconds = 0.0;

    bool operator==(const CardTraining &) const = default;
};

/// All that a model card says (Mitchell et al. 2019, "Model Cards for Model Reporting"): of a run, or of a model measured
/// on other photos. A plain value; the writers beside it turn it into HTML and JSON.
struct ModelCard {
    ModelInfo model;
    CardData data;                ///< of the training; of the measurement where there was no training
    std::optional<CardTraining> training;
    QList<CardMeasurement> measurements; ///< the one that counts first
    std::optional<int> earlierTests; ///< runs before this one that measured the same test photos; nothing: unknown
    QStringList unknownClasses;   ///< of the photos, but not of the model: their photos were left out
    QStringList unseenClasses;    ///< of the model, but without a photo here
    CardEnvironment environment;
    QDateTime writtenAt;          ///< UTC

    bool operator==(const ModelCard &) const = default;
};

/// The card of a model that was measured on `dataset`.
ModelCard evaluationCard(const ModelEvaluation &measured, const Dataset &dataset, const CardEnvironment &environment);

/// Writes model-card.html and model-card.json into `folder`, which is made; each beside its place and renamed. Returns the
/// place of the HTML file. Error: Unwritable.
Result<QString> writeModelCard(const QString &folder, const ModelCard &card);

} // namespace flower
