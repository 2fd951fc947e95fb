// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/inference/ModelClassifier.h"

#include "engine/core/OutOfSetScore.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/inference/NetworkInput.h"
#include "engine/ml/models/FoldedBackbone.h"
#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

namespace flower {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// Fills in the classes with their calibrated probabilities and how the answer is to be read.
void answer(std::span<const float> logits, const ModelInfo &info, int top, Prediction &prediction)
{
    const QList<double> probabilities = softmax(logits, info.calibration.temperature);
    std::vector<int> order(logits.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&logits](int a, int b) {
        return logits[static_cast<size_t>(a)] > logits[static_cast<size_t>(b)];
    });
    const auto scored = [&](size_t rank) {
        return ScoredClass{order[rank], info.classNames.value(order[rank]), probabilities.at(order[rank])};
    };
    const size_t kept = std::min(order.size(), static_cast<size_t>(std::max(1, top)));
    for (size_t rank = 0; rank < kept; ++rank)
        prediction.top.append(scored(rank));
    prediction.outOfSetScore = outOfSetScore(logits);
    const Verdict verdict = verdictOf(info.calibration, probabilities.at(order.front()), prediction.outOfSetScore);
    prediction.noneOfThese = verdict == Verdict::NoneOfThese;
    prediction.notSure = verdict == Verdict::NotSure;
    for (size_t rank = 0; prediction.notSure && rank < std::min<size_t>(2, order.size()); ++rank)
        prediction.candidates.append(scored(rank));
}
} // namespace

struct ModelClassifier::State {
    LoadedModel model;
    std::optional<FoldedBackbone> backbone; ///< nothing: no model is open
};

ModelClassifier::ModelClassifier() : m_state(std::make_unique<State>()) {}
ModelClassifier::~ModelClassifier() = default;

Result<ModelInfo> ModelClassifier::open(const QString &modelPath)
{
    try {
        useTensorMemory();
        Result<LoadedModel> model = readModel(modelPath);
        if (!model)
            return model.error();
        m_state->model = std::move(model).value();
        m_state->model.network->eval();
        m_state->backbone.emplace(m_state->model.network, torch::kFloat32);
        return m_state->model.info;
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal, tr("The model couldn't be opened: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

Prediction ModelClassifier::classify(const PhotoInput &photo, int top)
{
    QElapsedTimer timer;
    timer.start();
    Prediction prediction;
    prediction.path = photo.path;
    if (!m_state->backbone) {
        prediction.error = tr("Open a trained model first.");
        return prediction;
    }
    try {
        const ModelInfo &info = m_state->model.info;
        const int size = info.preprocessing.inputSize;
        const Result<RgbImage> crop = PhotoDecoder::loadCentreCrop(photo, size);
        if (!crop) {
            prediction.error = crop.error().message;
            return prediction;
        }
        const torch::NoGradGuard noGrad;
        const torch::Tensor input = networkInput(reinterpret_cast<const uint8_t *>(crop->pixels.constData()), 1, size,
                                                 info.preprocessing, torch::kCPU);
        const torch::Tensor logits =
            m_state->model.network->classify(m_state->backbone->pooledFeatures(input)).to(torch::kFloat32).contiguous();
        answer({logits.const_data_ptr<float>(), static_cast<size_t>(logits.numel())}, info, top, prediction);
    } catch (const std::exception &exception) {
        prediction.error = tr("The network couldn't answer: %1").arg(QString::fromUtf8(exception.what()));
    }
    prediction.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return prediction;
}

} // namespace flower
