// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/inference/PretrainedFeatures.h"

#include "engine/core/StoredFile.h"
#include "engine/ml/TensorMemory.h"
#include "engine/ml/inference/NetworkInput.h"
#include "engine/ml/models/FoldedBackbone.h"
#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <thread>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// The files that may be weights, the largest first: a wider network sees more.
QStringList filesIn(const QStringList &places)
{
    QFileInfoList files;
    for (const QString &place : places) {
        if (QFileInfo(place).isFile())
            files.append(QFileInfo(place));
        else if (!place.isEmpty())
            files += QDir(place).entryInfoList({QStringLiteral("*.safetensors"), QStringLiteral("*.pth")}, QDir::Files, QDir::Name);
    }
    std::stable_sort(files.begin(), files.end(), [](const QFileInfo &a, const QFileInfo &b) { return a.size() > b.size(); });
    QStringList paths;
    for (const QFileInfo &file : std::as_const(files))
        paths.append(file.absoluteFilePath());
    return paths;
}

/// LibTorch's number of threads while something is reckoned: it is one number for all threads that come after.
class ThreadsMeanwhile
{
public:
    explicit ThreadsMeanwhile(int threads) : m_before(at::get_num_threads()) { at::set_num_threads(threads); }
    ~ThreadsMeanwhile() { at::set_num_threads(m_before); }
    Q_DISABLE_COPY_MOVE(ThreadsMeanwhile)

private:
    int m_before;
};

Error gaveUp(const std::exception &exception)
{
    return {ErrorCode::Internal, tr("LibTorch gave up: %1").arg(QString::fromUtf8(exception.what()).section(QLatin1Char('\n'), 0, 0))};
}

Error noWeights()
{
    return {ErrorCode::NotFound, tr("There are no pretrained weights on this computer.")};
}

} // namespace

struct PretrainedFeatures::State {
    std::optional<WeightsFile> weights; ///< until the network is built
    Preprocessing preprocessing;
    MobileNetV2 network{nullptr};
    std::optional<FoldedBackbone> backbone;
};

PretrainedFeatures::PretrainedFeatures(QStringList places, int threads)
    : m_places(std::move(places)), m_threads(threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()))),
      m_state(std::make_unique<State>())
{
}

PretrainedFeatures::~PretrainedFeatures() = default;

Result<QByteArray> PretrainedFeatures::open()
{
    m_state = std::make_unique<State>();
    std::optional<Error> problem;
    try {
        for (const QString &path : filesIn(m_places)) {
            Result<WeightsFile> weights = readWeights(path);
            if (!weights)
                problem = weights.error();
            const bool isModel = weights && weights->info.hasHead && weights->info.architecture.classes != 1000;
            if (isModel)
                problem = Error{ErrorCode::InvalidArgument, tr("%1 is a trained model. Choose pretrained weights.").arg(QDir::toNativeSeparators(path))};
            if (!weights || isModel)
                continue;
            m_state->weights = std::move(weights).value();
            m_state->preprocessing = m_state->weights->info.preprocessing;
            return QByteArray::fromHex(fileHash(path).toLatin1());
        }
    } catch (const std::exception &exception) {
        return gaveUp(exception);
    }
    return problem && m_places.size() == 1 && QFileInfo(m_places.first()).isFile() ? *problem : noWeights();
}

Result<void> PretrainedFeatures::build()
{
    if (!m_state->weights)
        return noWeights();
    MobileNetV2Options options;
    options.width = m_state->weights->info.architecture.width;
    options.classes = 2; // nothing is answered
    options.padding = m_state->preprocessing.padding;
    options.batchNormEpsilon = m_state->preprocessing.batchNormEpsilon;
    {
        const std::lock_guard lock(sharedRandomNumbers());
        m_state->network = MobileNetV2(options);
    }
    if (const Result<void> copied = copyBackbone(*m_state->weights, m_state->network); !copied)
        return copied;
    m_state->weights.reset();
    m_state->network->eval();
    m_state->backbone.emplace(m_state->network, torch::kFloat32);
    return {};
}

Result<std::vector<std::vector<float>>> PretrainedFeatures::features(const QList<RgbImage> &pictures)
{
    constexpr int64_t kBatch = 16; // as for evaluations
    try {
        useTensorMemory();
        const ThreadsMeanwhile threads(m_threads);
        const torch::NoGradGuard noGrad;
        if (!m_state->backbone) {
            if (const Result<void> built = build(); !built)
                return built.error();
        }
        std::vector<std::vector<float>> rows;
        const auto count = static_cast<int64_t>(pictures.size());
        for (int64_t first = 0; first < count; first += kBatch) {
            const int64_t size = std::min(kBatch, count - first);
            QByteArray pixels;
            for (int64_t picture = first; picture < first + size; ++picture)
                pixels += pictures.at(picture).pixels;
            const torch::Tensor features =
                m_state->backbone
                    ->pooledFeatures(networkInput(reinterpret_cast<const uint8_t *>(pixels.constData()), size, kSide,
                                                  m_state->preprocessing, torch::kCPU))
                    .contiguous();
            const int64_t channels = features.size(1);
            const float *values = features.const_data_ptr<float>();
            for (int64_t row = 0; row < size; ++row)
                rows.emplace_back(values + row * channels, values + (row + 1) * channels);
        }
        return rows;
    } catch (const std::exception &exception) {
        return gaveUp(exception);
    }
}

void PretrainedFeatures::close()
{
    m_state = std::make_unique<State>();
    releaseUnusedTensorMemory();
}

} // namespace flower
