// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PthFile.h"

#include "engine/ml/weights/PthLayout.h"
#include "engine/ml/weights/TensorScalars.h"

#include <cstring>

namespace flower {

Result<SafetensorsContent> readPth(const QString &path)
{
    Result<PthLayout> layout = readPthLayout(path);
    if (!layout)
        return layout.error();
    std::map<QByteArray, torch::Tensor> storages;
    for (auto &[key, storage] : layout->storages) {
        torch::Tensor numbers = torch::empty({storage.count}, scalarOf(storage.type));
        if (storage.data && !storage.data->isEmpty())
            std::memcpy(numbers.data_ptr(), storage.data->constData(), static_cast<size_t>(storage.data->size()));
        storages.emplace(key, numbers);
        storage.data.reset();
    }
    SafetensorsContent content;
    for (const PthTensor &view : layout->tensors) {
        const torch::Tensor &storage = storages.at(view.storage);
        const torch::Tensor tensor = view.count == 0 ? torch::empty(view.shape, storage.scalar_type())
                                                     : storage.as_strided(view.shape, view.strides, view.offset);
        content.tensors.emplace(view.name.toStdString(),
                                tensor.to(tensor.is_floating_point() ? torch::kFloat32 : torch::kInt64)
                                    .contiguous(torch::MemoryFormat::Contiguous));
    }
    return content;
}

} // namespace flower
