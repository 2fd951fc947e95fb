// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PthLayout.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

FLOWER_FUZZ_TARGET(pth)
{
    const Result<PthLayout> layout = readPthLayout(fuzz::asFile(bytes, "weights.pth"));
    if (!layout)
        return;
    for (const auto &[key, storage] : layout->storages)
        fuzz::check(storage.data && storage.data->size() == storage.count * bytesOf(storage.type));
    for (const PthTensor &tensor : layout->tensors) {
        const PthStorage &storage = layout->storages.at(tensor.storage);
        qint64 last = tensor.offset;
        qint64 count = 1;
        for (size_t side = 0; side < tensor.shape.size(); ++side) {
            count *= tensor.shape[side];
            last += tensor.shape[side] > 1 ? (tensor.shape[side] - 1) * tensor.strides[side] : 0;
        }
        fuzz::check(count == tensor.count);
        fuzz::check(count == 0 || (last >= 0 && last < storage.count));
    }
}
