// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoAugmenter.h"

#include "engine/data/OpenCvImage.h"
#include "engine/data/PhotoDecoder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace flower {

namespace {

/// The crop of Szegedy et al. 2015: a share of the area and an aspect ratio from 3/4 to 4/3; ten tries, then the centre.
cv::Rect randomCrop(const cv::Mat &image, double minScale, SeededRandom &random)
{
    const double area = double(image.cols) * image.rows;
    for (int attempt = 0; attempt < 10; ++attempt) {
        const double target = area * random.uniform(minScale, 1.0);
        const double aspect = std::exp(random.uniform(std::log(3.0 / 4.0), std::log(4.0 / 3.0)));
        const int width = static_cast<int>(std::lround(std::sqrt(target * aspect)));
        const int height = static_cast<int>(std::lround(std::sqrt(target / aspect)));
        if (width < 1 || height < 1 || width > image.cols || height > image.rows)
            continue;
        return {static_cast<int>(random.below(static_cast<quint64>(image.cols - width + 1))),
                static_cast<int>(random.below(static_cast<quint64>(image.rows - height + 1))), width, height};
    }
    const int side = std::min(image.cols, image.rows);
    return {(image.cols - side) / 2, (image.rows - side) / 2, side, side};
}

/// Brightness, then contrast about the mean, then saturation, in one pass over the pixels.
void jitterColours(cv::Mat &image, const Augmentation &augmentation, SeededRandom &random)
{
    const auto factor = [&random](double strength) { return static_cast<float>(random.uniform(1 - strength, 1 + strength)); };
    const float brightness = factor(augmentation.brightness);
    const float contrast = factor(augmentation.contrast);
    const float saturation = factor(augmentation.saturation);
    const cv::Scalar mean = cv::mean(image);
    const float middle =
        std::min(255.0f, brightness * static_cast<float>(0.299 * mean[0] + 0.587 * mean[1] + 0.114 * mean[2]));
    for (int y = 0; y < image.rows; ++y) {
        uchar *row = image.ptr<uchar>(y);
        for (int x = 0; x < image.cols; ++x, row += 3) {
            float value[3];
            for (int channel = 0; channel < 3; ++channel)
                value[channel] = (std::min(255.0f, row[channel] * brightness) - middle) * contrast + middle;
            const float grey = 0.299f * value[0] + 0.587f * value[1] + 0.114f * value[2];
            for (int channel = 0; channel < 3; ++channel)
                row[channel] = static_cast<uchar>(std::clamp(grey + (value[channel] - grey) * saturation, 0.0f, 255.0f) + 0.5f);
        }
    }
}

} // namespace

RgbImage augmented(const RgbImage &photo, int size, const Augmentation &augmentation, SeededRandom random)
{
    if (!augmentation.enabled)
        return PhotoDecoder::centreCrop(photo, size);
    cv::Mat view;
    if (augmentation.randomResizedCrop) {
        const cv::Mat image = matView(photo);
        view = scaled(image(randomCrop(image, augmentation.cropMinScale, random)), size, size).clone();
    } else {
        view = matView(PhotoDecoder::centreCrop(photo, size)).clone();
    }
    if (augmentation.horizontalFlip && random.uniform() < 0.5)
        cv::flip(view, view, 1);
    if (augmentation.rotationDegrees > 0) {
        const double degrees = random.uniform(-augmentation.rotationDegrees, augmentation.rotationDegrees);
        const float centre = static_cast<float>(size - 1) / 2.0f;
        cv::Mat turned;
        cv::warpAffine(view, turned, cv::getRotationMatrix2D({centre, centre}, degrees, 1.0), view.size(), cv::INTER_LINEAR,
                       cv::BORDER_REFLECT_101);
        view = turned;
    }
    if (augmentation.brightness > 0 || augmentation.contrast > 0 || augmentation.saturation > 0)
        jitterColours(view, augmentation, random);
    return fromMat(view);
}

} // namespace flower
