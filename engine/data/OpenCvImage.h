// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <opencv2/core.hpp>

// Internal to flower_data: names OpenCV.

namespace flower {

/// The pixels of `image` as a matrix of 8-bit RGB, without a copy.
cv::Mat matView(const RgbImage &image);
/// A copy of an 8-bit RGB matrix.
RgbImage fromMat(const cv::Mat &mat);
/// Resized with antialiasing where it shrinks.
cv::Mat scaled(const cv::Mat &image, int width, int height);

} // namespace flower
