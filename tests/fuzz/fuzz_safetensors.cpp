// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/ModelMetadata.h"
#include "engine/ml/weights/SafetensorsHeader.h"
#include "tests/fuzz/FuzzTarget.h"

#include <QFile>

#include <cmath>

using namespace flower;

FLOWER_FUZZ_TARGET(safetensors)
{
    QFile file(fuzz::asFile(bytes, "weights.safetensors"));
    fuzz::check(file.open(QIODevice::ReadOnly));
    const Result<SafetensorsHeader> header = readSafetensorsHeader(file);
    if (!header)
        return;
    qint64 end = 8;
    for (const SafetensorsEntry &tensor : header->tensors) {
        qint64 count = 1;
        for (const int64_t side : tensor.shape)
            count *= side;
        fuzz::check(tensor.position >= end && count * bytesOf(tensor.type) == tensor.bytes);
        end = tensor.position + tensor.bytes;
    }
    fuzz::check(end <= bytes.size());

    ModelInfo info;
    if (!readModelMetadata(QStringLiteral("file"), header->metadata, info))
        return;
    for (const double deviation : info.preprocessing.std)
        fuzz::check(std::isfinite(1.0 / deviation));
    fuzz::check(info.preprocessing.inputSize >= 32 && info.preprocessing.inputSize <= 1024);
    fuzz::check(info.calibration.temperature > 0 && info.preprocessing.batchNormEpsilon > 0 && info.valTop1 <= 1);
}
