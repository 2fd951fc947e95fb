// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <opencv2/core.hpp>

// Internal to flower_data: names OpenCV.

namespace flower {

/// The pixels of `image` as a matrix of 8-bit RGB, without a copy.
cv::Mat matView(const RgbImage &image);
/// An 8-bit RGB picture of this size whose pixels are not set yet.
RgbImage emptyImage(cv::Size size);

/// Resized with antialiasing where it shrinks, into `target`, which has the size and the memory already.
/// OpenCV keeps to the calling thread here and afterwards: the photos are shared out among threads, not their rows.
void scaleInto(const cv::Mat &image, cv::Mat target);
/// The centre crop of `image` scaled to short side size · 256 / 224, into the square `target`.
void centreCropInto(const cv::Mat &image, cv::Mat target);

} // namespace flower
