// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/inference/ModelClassifier.h"

#include "engine/data/PhotoDecoder.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/inference/NetworkInput.h"
#include "engine/ml/models/FoldedBackbone.h"
#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <optional>

namespace flower {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
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
        const torch::Tensor probabilities = torch::softmax(
            m_state->model.network->classify(m_state->backbone->pooledFeatures(input)).to(torch::kFloat64), 1);
        const int64_t kept = std::clamp<int64_t>(top, 1, probabilities.size(1));
        const auto [values, classes] = probabilities.topk(kept, 1);
        for (int64_t rank = 0; rank < kept; ++rank) {
            const int index = static_cast<int>(classes[0][rank].item<int64_t>());
            prediction.top.append({index, info.classNames.value(index), values[0][rank].item<double>()});
        }
    } catch (const std::exception &exception) {
        prediction.error = tr("The network couldn't answer: %1").arg(QString::fromUtf8(exception.what()));
    }
    prediction.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return prediction;
}

} // namespace flower
