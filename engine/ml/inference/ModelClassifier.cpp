// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/inference/ModelClassifier.h"

#include "engine/core/GroupPrediction.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/evaluation/OutOfSetScorer.h"
#include "engine/ml/inference/AnswerFeatures.h"
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

constexpr int kNarrowest = 50; ///< longer over shorter side, as for files

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
    for (const int index : order)
        prediction.top.append({index, info.classNames.value(index), probabilities.at(index)});
    applyVerdict(prediction, info.calibration);
    prediction.top = prediction.top.mid(0, std::max(1, top));
}

/// One number for each class.
std::span<const float> valuesOf(const torch::Tensor &row)
{
    return {row.const_data_ptr<float>(), static_cast<size_t>(row.numel())};
}
} // namespace

struct ModelClassifier::State {
    LoadedModel model;
    std::optional<FoldedBackbone> backbone; ///< nothing: no model is open
    std::optional<OutOfSetScorer> scorer;   ///< beside backbone

    /// What the network sees of the photo, 1 × 3 × S × S; an error says why it can't be read.
    [[nodiscard]] Result<torch::Tensor> see(const PhotoInput &photo) const
    {
        const int size = model.info.preprocessing.inputSize;
        const Result<RgbImage> crop = PhotoDecoder::loadCentreCrop(photo, size);
        if (!crop)
            return crop.error();
        return input(*crop);
    }
    /// The centre crop as the network takes it, 1 × 3 × S × S.
    [[nodiscard]] torch::Tensor input(const RgbImage &crop) const
    {
        return networkInput(reinterpret_cast<const uint8_t *>(crop.pixels.constData()), 1, crop.width,
                            model.info.preprocessing, torch::kCPU);
    }
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
        m_state->scorer.emplace(m_state->model.network, m_state->model.info.calibration.featureMean);
        return m_state->model.info;
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal, tr("The model couldn't be opened: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

template<typename See>
Prediction ModelClassifier::answered(const QString &path, int top, See see)
{
    QElapsedTimer timer;
    timer.start();
    Prediction prediction;
    prediction.path = path;
    if (!m_state->backbone) {
        prediction.error = tr("Open a trained model first.");
        return prediction;
    }
    try {
        const Result<torch::Tensor> input = see();
        if (!input) {
            prediction.error = input.error().message;
            return prediction;
        }
        const torch::NoGradGuard noGrad;
        const torch::Tensor features =
            answerFeatures(*input, m_state->model.info.preprocessing.testFlip,
                           [this](const torch::Tensor &pixels) { return m_state->backbone->pooledFeatures(pixels); });
        const torch::Tensor logits = m_state->model.network->classify(features).to(torch::kFloat32).contiguous();
        prediction.outOfSetScore = m_state->scorer->scores(features).item<double>();
        answer(valuesOf(logits), m_state->model.info, top, prediction);
    } catch (const std::exception &exception) {
        prediction.error = tr("The network couldn't answer: %1").arg(QString::fromUtf8(exception.what()));
    }
    prediction.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return prediction;
}

Prediction ModelClassifier::classify(const PhotoInput &photo, int top)
{
    return answered(photo.path, top, [&] { return m_state->see(photo); });
}

Prediction ModelClassifier::classifyPixels(const RgbImage &photo, int top)
{
    return answered({}, top, [&]() -> Result<torch::Tensor> {
        const int shorter = std::min(photo.width, photo.height);
        const int longer = std::max(photo.width, photo.height);
        if (shorter < 1 || longer > kNarrowest * shorter || photo.pixels.size() != 3 * qsizetype(photo.width) * photo.height)
            return Error{ErrorCode::InvalidArgument, tr("The picture is empty or a narrow strip.")};
        return m_state->input(PhotoDecoder::centreCrop(photo, m_state->model.info.preprocessing.inputSize));
    });
}

// With one linear layer behind an average over all places, the gradient of a class's logit is the same at each place: the
// layer's weights. So Grad-CAM (Selvaraju et al. 2017) is here what CAM (Zhou et al. 2016) reckons without a backward pass.
Result<Explanation> ModelClassifier::explain(const PhotoInput &photo, int index)
{
    if (!m_state->backbone)
        return Error{ErrorCode::InvalidArgument, tr("Open a trained model first.")};
    const ModelInfo &info = m_state->model.info;
    if (index >= info.classNames.size())
        return Error{ErrorCode::InvalidArgument, tr("The model has no class of that number.")};
    try {
        const Result<torch::Tensor> input = m_state->see(photo);
        if (!input)
            return input.error();
        const torch::NoGradGuard noGrad;
        MobileNetV2 &network = m_state->model.network;
        const torch::Tensor places = // 1 × C × H × W
            answerFeatures(*input, info.preprocessing.testFlip, [this](const torch::Tensor &pixels) {
                return m_state->backbone->run(pixels, 0, MobileNetV2Impl::kFeatureLayers);
            });
        const torch::Tensor logits = network->classify(places.mean({2, 3})).to(torch::kFloat32).contiguous();
        const int explained = index < 0 ? static_cast<int>(logits.argmax().item<int64_t>()) : index;
        const torch::Tensor weights = network->head()->weight[explained].view({-1, 1, 1});
        torch::Tensor heat = torch::relu((places[0] * weights).sum(0)).to(torch::kFloat32);
        if (const float highest = heat.max().item<float>(); highest > 0.0F)
            heat /= highest;
        heat = heat.contiguous();

        Explanation explanation;
        explanation.path = photo.path;
        explanation.explained = {explained, info.classNames.value(explained),
                                 softmax(valuesOf(logits), info.calibration.temperature).at(explained)};
        explanation.rows = static_cast<int>(heat.size(0));
        explanation.columns = static_cast<int>(heat.size(1));
        explanation.heat = QList<float>(heat.const_data_ptr<float>(), heat.const_data_ptr<float>() + heat.numel());
        explanation.seenFraction = PhotoDecoder::kCentreCropFraction;
        return explanation;
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal, tr("The network couldn't answer: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

} // namespace flower
