// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/Torch.h"
#include "engine/ml/weights/TensorType.h"

// Internal to flower_ml: names LibTorch.

namespace flower {

/// LibTorch's word for the numbers of a file's tensor.
inline torch::ScalarType scalarOf(TensorType type)
{
    switch (type) {
    case TensorType::Float64: return torch::kFloat64;
    case TensorType::Float32: return torch::kFloat32;
    case TensorType::Float16: return torch::kFloat16;
    case TensorType::BFloat16: return torch::kBFloat16;
    case TensorType::Int64: return torch::kInt64;
    case TensorType::Int32: return torch::kInt32;
    case TensorType::Int16: return torch::kInt16;
    case TensorType::Int8: return torch::kInt8;
    case TensorType::UInt8: return torch::kUInt8;
    }
    return torch::kFloat32;
}

} // namespace flower
