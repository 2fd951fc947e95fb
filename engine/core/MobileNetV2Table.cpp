// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/MobileNetV2Table.h"

#include <algorithm>

namespace flower {

int roundedChannels(double channels)
{
    const int rounded = std::max(8, static_cast<int>(channels + 4.0) / 8 * 8);
    return rounded < 0.9 * channels ? rounded + 8 : rounded;
}

int mobilenetv2::lastChannels(double width)
{
    return roundedChannels(1280 * std::max(1.0, width));
}

ArchitectureInfo describeMobileNetV2(double width, int classes, int inputSize)
{
    using namespace mobilenetv2;
    ArchitectureInfo info;
    info.name = QStringLiteral("MobileNet-V2");
    info.width = width;
    info.classes = classes;
    info.inputSize = inputSize;

    // A convolution with its BatchNorm; `side` is that of its output.
    const auto count = [&info](qint64 in, qint64 out, qint64 kernel, qint64 groups, qint64 side) {
        const qint64 weights = in / groups * out * kernel * kernel;
        info.parameters += weights + 2 * out;
        info.multiplyAdds += weights * side * side;
    };
    const auto halved = [](qint64 side) { return (side + 1) / 2; };

    qint64 side = halved(inputSize);
    qint64 in = roundedChannels(kStemChannels * width);
    count(3, in, 3, 1, side);
    for (const Stage &stage : kStages) {
        const qint64 out = roundedChannels(stage.channels * width);
        for (int block = 0; block < stage.blocks; ++block) {
            const qint64 hidden = in * stage.expansion;
            if (stage.expansion != 1)
                count(in, hidden, 1, 1, side);
            if (block == 0 && stage.stride == 2)
                side = halved(side);
            count(hidden, hidden, 3, hidden, side);
            count(hidden, out, 1, 1, side);
            in = out;
        }
    }
    const qint64 features = lastChannels(width);
    count(in, features, 1, 1, side);
    info.parameters += (features + 1) * classes;
    info.multiplyAdds += features * classes;
    return info;
}

} // namespace flower
