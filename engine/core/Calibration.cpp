// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Calibration.h"

#include "engine/core/SelectivePrediction.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace flower {

namespace {

constexpr double kLowestTemperature = 0.1;
constexpr double kHighestTemperature = 10.0;
constexpr double kLogTemperatureStep = 1e-7; // where the search ends

/// log Σ exp(logits / temperature)
double logSumExp(std::span<const float> logits, double temperature)
{
    const double highest = *std::max_element(logits.begin(), logits.end());
    double sum = 0.0;
    for (const float logit : logits)
        sum += std::exp((logit - highest) / temperature);
    return highest / temperature + std::log(sum);
}

double lossOf(const PhotoResult &result, double temperature)
{
    return logSumExp(result.logits, temperature) - result.logits.at(result.label) / temperature;
}

QList<PhotoResult> withLogits(const QList<PhotoResult> &results)
{
    QList<PhotoResult> usable;
    for (const PhotoResult &result : results) {
        if (result.label >= 0 && result.label < result.logits.size())
            usable.append(result);
    }
    return usable;
}

/// The reliability diagram by what `confidenceOf` says of a result.
template<typename Confidence>
QList<ReliabilityBin> binned(const QList<PhotoResult> &results, int bins, Confidence confidenceOf)
{
    QList<ReliabilityBin> diagram;
    for (int bin = 0; bin < bins; ++bin)
        diagram.append({double(bin) / bins, double(bin + 1) / bins, 0, 0.0, 0.0});
    for (const PhotoResult &result : results) {
        const double confidence = confidenceOf(result);
        const int place = static_cast<int>(std::ceil(confidence * bins)) - 1;
        ReliabilityBin &bin = diagram[std::clamp(place, 0, bins - 1)];
        ++bin.photos;
        bin.confidence += confidence;
        bin.accuracy += result.isRight() ? 1.0 : 0.0;
    }
    for (ReliabilityBin &bin : diagram) {
        if (bin.photos > 0) {
            bin.confidence /= bin.photos;
            bin.accuracy /= bin.photos;
        }
    }
    return diagram;
}

} // namespace

Verdict verdictOf(const Calibration &calibration, double confidence, double outOfSetScore)
{
    if (calibration.noneOfTheseThreshold && outOfSetScore > *calibration.noneOfTheseThreshold)
        return Verdict::NoneOfThese;
    const auto &threshold = calibration.notSureThreshold;
    return threshold && (confidence < *threshold || *threshold >= kNeverSure) ? Verdict::NotSure : Verdict::Sure;
}

QList<double> softmax(std::span<const float> logits, double temperature)
{
    QList<double> probabilities;
    if (logits.empty())
        return probabilities;
    probabilities.reserve(static_cast<qsizetype>(logits.size()));
    const double total = logSumExp(logits, temperature);
    for (const float logit : logits)
        probabilities.append(std::exp(logit / temperature - total));
    return probabilities;
}

double fitTemperature(const QList<PhotoResult> &validation)
{
    const QList<PhotoResult> usable = withLogits(validation);
    if (std::all_of(usable.begin(), usable.end(), [](const PhotoResult &result) { return result.isRight(); }))
        return 1.0;
    const auto loss = [&usable](double logTemperature) {
        double sum = 0.0;
        for (const PhotoResult &result : usable)
            sum += lossOf(result, std::exp(logTemperature));
        return sum;
    };

    // Golden-section search: the loss is convex in 1 / temperature and so has one valley in log temperature.
    constexpr double ratio = 1.0 / std::numbers::phi;
    double low = std::log(kLowestTemperature);
    double high = std::log(kHighestTemperature);
    double left = high - ratio * (high - low);
    double right = low + ratio * (high - low);
    double lossLeft = loss(left);
    double lossRight = loss(right);
    while (high - low > kLogTemperatureStep) {
        if (lossLeft < lossRight) {
            high = right;
            right = left;
            lossRight = lossLeft;
            left = high - ratio * (high - low);
            lossLeft = loss(left);
        } else {
            low = left;
            left = right;
            lossLeft = lossRight;
            right = low + ratio * (high - low);
            lossRight = loss(right);
        }
    }
    return std::exp((low + high) / 2);
}

Calibration fitCalibration(const QList<PhotoResult> &validation)
{
    Calibration calibration;
    Evaluation evaluation;
    evaluation.results = withLogits(validation);
    if (evaluation.results.isEmpty())
        return calibration;
    calibration.temperature = fitTemperature(evaluation.results);
    evaluation = atTemperature(std::move(evaluation), calibration.temperature);
    calibration.notSureThreshold = coverageAtPrecision(evaluation.results, kSurePrecision).threshold;
    return calibration;
}

Evaluation atTemperature(Evaluation evaluation, double temperature)
{
    for (PhotoResult &result : evaluation.results) {
        if (result.logits.isEmpty())
            continue;
        const QList<double> probabilities = softmax(result.logits, temperature);
        for (qsizetype rank = 0; rank < result.topClasses.size(); ++rank)
            result.topProbabilities[rank] = probabilities.at(result.topClasses.at(rank));
        result.loss = lossOf(result, temperature);
    }
    return summarize(evaluation.subset, std::move(evaluation.results), evaluation.skipped);
}

Calibration calibrate(Evaluation &validation, std::optional<Evaluation> &test)
{
    const Calibration calibration = fitCalibration(validation.results);
    validation = atTemperature(std::move(validation), calibration.temperature);
    if (test)
        test = atTemperature(*std::move(test), calibration.temperature);
    return calibration;
}

QList<ReliabilityBin> reliabilityDiagram(const QList<PhotoResult> &results, int bins)
{
    return binned(results, bins, [](const PhotoResult &result) { return result.confidence(); });
}

QList<ReliabilityBin> reliabilityDiagramBefore(const QList<PhotoResult> &results, int bins)
{
    const auto unknown = [](const PhotoResult &result) { return result.confidenceBefore < 0; };
    if (results.isEmpty() || std::any_of(results.begin(), results.end(), unknown))
        return {};
    return binned(results, bins, [](const PhotoResult &result) { return result.confidenceBefore; });
}

double expectedCalibrationError(const QList<ReliabilityBin> &diagram)
{
    double sum = 0.0;
    int photos = 0;
    for (const ReliabilityBin &bin : diagram) {
        sum += bin.photos * std::abs(bin.accuracy - bin.confidence);
        photos += bin.photos;
    }
    return photos > 0 ? sum / photos : 0.0;
}

} // namespace flower
