// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <QList>

#include <optional>
#include <span>

namespace flower {

/// What is fitted on the validation photos of a trained network and stored with it, so that its answers say how far they
/// can be trusted. A model without it has temperature 1 and no thresholds: it is always sure.
struct Calibration {
    double temperature = 1.0; ///< logits are divided by it before the softmax; over 1 makes answers less confident
    std::optional<double> notSureThreshold;     ///< answers of a lower probability are "not sure"; from 1 on: all are
    std::optional<double> noneOfTheseThreshold; ///< photos of a higher out-of-set score show none of the classes
    QList<float> featureMean{}; ///< pooled features, averaged over validation photos: where out-of-set scores are taken from

    bool operator==(const Calibration &) const = default;
};

/// How an answer is to be read.
enum class Verdict { Sure, NotSure, NoneOfThese };

/// The verdict on an answer of calibrated top probability `confidence` and out-of-set score `outOfSetScore`.
Verdict verdictOf(const Calibration &calibration, double confidence, double outOfSetScore);

/// Of answers that count as sure, this fraction is to be right: notSureThreshold is chosen so on validation photos.
inline constexpr double kSurePrecision = 0.95;
/// This fraction of the validation photos stays below noneOfTheseThreshold.
inline constexpr double kKnownFraction = 0.98;

/// softmax(logits / temperature), as fractions of 1.
QList<double> softmax(std::span<const float> logits, double temperature);

/// The temperature of least mean negative log-likelihood (Guo et al. 2017, "On Calibration of Modern Neural Networks"),
/// between 0.1 and 10. Results without logits are left out. 1 where no photo is left, or where all are right: then the
/// likelihood grows without end as the temperature falls, and the photos say nothing about it.
double fitTemperature(const QList<PhotoResult> &validation);

/// Temperature and notSureThreshold from results that carry logits; the default where there are none.
Calibration fitCalibration(const QList<PhotoResult> &validation);

/// The evaluation with probabilities and losses at `temperature`; the order of the classes stays. Results without logits
/// stay as they are.
Evaluation atTemperature(Evaluation evaluation, double temperature);

/// fitCalibration() on `validation`; both evaluations are then at the temperature that it returns.
Calibration calibrate(Evaluation &validation, std::optional<Evaluation> &test);

/// One bar of a reliability diagram: photos whose top probability lies in (low, high].
struct ReliabilityBin {
    double low = 0.0;
    double high = 0.0;
    int photos = 0;
    double confidence = 0.0; ///< mean top probability; 0 without photos
    double accuracy = 0.0;   ///< fraction that is right; 0 without photos

    bool operator==(const ReliabilityBin &) const = default;
};

inline constexpr int kReliabilityBins = 15;

/// Photos by top probability, in bins of equal width over [0, 1]; the first bin takes 0 too.
QList<ReliabilityBin> reliabilityDiagram(const QList<PhotoResult> &results, int bins = kReliabilityBins);
/// The same by the top probability at temperature 1. Empty where that of a photo is unknown, or without photos.
QList<ReliabilityBin> reliabilityDiagramBefore(const QList<PhotoResult> &results, int bins = kReliabilityBins);
/// The mean over the photos of |accuracy − confidence| of their bin (Naeini et al. 2015), a fraction of 1.
double expectedCalibrationError(const QList<ReliabilityBin> &diagram);

} // namespace flower
