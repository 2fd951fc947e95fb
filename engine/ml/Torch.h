// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one way to LibTorch's headers (precompiled for flower_ml).
#include <torch/torch.h>
