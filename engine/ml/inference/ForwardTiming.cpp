// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/Engine.h"

#include "engine/ml/TensorMemory.h"
#include "engine/ml/models/FoldedBackbone.h"
#include "engine/ml/weights/ModelFile.h"

#include <QElapsedTimer>

#include <algorithm>
#include <thread>
#include <vector>

namespace flower {

Result<double> medianForwardSeconds(const QString &weightsPath, ForwardUse use, int photos, int threads, RunControl &control)
{
    constexpr int kClasses = 17;
    constexpr int kWarmUps = 5;
    constexpr int kRepeats = 40;
    try {
        useTensorMemory();
        at::set_num_threads(threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency())));
        MobileNetV2Options options;
        options.classes = kClasses;
        std::optional<WeightsFile> weights;
        if (!weightsPath.isEmpty()) {
            Result<WeightsFile> read = readWeights(weightsPath);
            if (!read)
                return read.error();
            weights = std::move(read).value();
            options.width = weights->info.architecture.width;
            options.padding = weights->info.preprocessing.padding;
            options.batchNormEpsilon = weights->info.preprocessing.batchNormEpsilon;
        }
        MobileNetV2 network(options);
        if (weights) {
            if (const Result<void> copied = copyBackbone(*weights, network); !copied)
                return copied.error();
        }
        network->eval();
        const bool features = use == ForwardUse::Features;
        FoldedBackbone backbone(network, features ? learningType(Precision::Auto) : torch::kFloat32);
        const torch::NoGradGuard noGrad;
        const torch::Tensor pixels =
            torch::randn({photos, 3, 224, 224}).to(backbone.type()).contiguous(torch::MemoryFormat::ChannelsLast);
        std::vector<double> seconds;
        for (int repeat = -kWarmUps; repeat < kRepeats; ++repeat) {
            if (!control.checkpoint())
                return Error{ErrorCode::Interrupted, QStringLiteral("Interrupted")};
            QElapsedTimer timer;
            timer.start();
            const torch::Tensor pooled = backbone.pooledFeatures(pixels);
            if (!features)
                torch::softmax(network->classify(pooled), 1);
            if (repeat >= 0)
                seconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
        }
        std::nth_element(seconds.begin(), seconds.begin() + kRepeats / 2, seconds.end());
        return seconds[kRepeats / 2];
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal, QString::fromUtf8(exception.what())};
    }
}

} // namespace flower
