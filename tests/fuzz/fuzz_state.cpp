// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/CheckpointMetadata.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

/// Where an interrupted run stands, as its kept state says; the tensors beside it are read as those of any safetensors file.
FLOWER_FUZZ_TARGET(state)
{
    const Result<RunPosition> position = positionFrom({{QStringLiteral("checkpoint"), QString::fromUtf8(bytes)}});
    if (!position)
        return;
    fuzz::check(position->batch >= 0 && position->bestEpoch >= 0 && position->bestEpoch <= position->epochs.size());
    for (qsizetype index = 0; index < position->epochs.size(); ++index)
        fuzz::check(position->epochs.at(index).epoch == index + 1);
    const QMap<QString, QString> written = positionMetadata(*position);
    const Result<RunPosition> again = positionFrom(written);
    fuzz::check(again && positionMetadata(*again) == written);
}
