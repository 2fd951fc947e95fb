// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to flower_ml.

namespace flower {

/// Makes LibTorch take the memory of large CPU tensors from a cache of blocks, in huge pages where the system has them.
/// The sizes of a network's activations repeat from batch to batch; without this each batch hands them back to the system
/// and faults them in again, which costs up to two thirds of the time. Thread-safe; the first call decides.
void useTensorMemory();

/// Hands the cached blocks that no tensor uses back to the system: between phases, whose sizes differ.
void releaseUnusedTensorMemory();

} // namespace flower
