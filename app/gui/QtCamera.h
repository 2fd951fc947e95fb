// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/CameraSource.h"

#include <memory>

namespace flower {

/// The system's default camera. The first call loads what reaches cameras.
std::unique_ptr<CameraSource> makeQtCamera();

} // namespace flower
