// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// Internal to the reading of weights; names no library.

namespace flower {

/// The numbers that a tensor of a weights file is made of.
enum class TensorType { Float64, Float32, Float16, BFloat16, Int64, Int32, Int16, Int8, UInt8 };

/// Bytes of one number.
constexpr qint64 bytesOf(TensorType type)
{
    switch (type) {
    case TensorType::Float64:
    case TensorType::Int64: return 8;
    case TensorType::Float32:
    case TensorType::Int32: return 4;
    case TensorType::Float16:
    case TensorType::BFloat16:
    case TensorType::Int16: return 2;
    case TensorType::Int8:
    case TensorType::UInt8: return 1;
    }
    return 1;
}

/// A weights file of more bytes is refused before it is read; MobileNet-V2 of width 1.4 takes 25 MB.
constexpr qint64 kLargestWeightsFile = qint64(2) << 30;
constexpr qsizetype kMostDimensions = 8;

} // namespace flower
