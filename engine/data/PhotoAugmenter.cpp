// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoAugmenter.h"

#include "engine/data/OpenCvImage.h"

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

/// Brightness, then contrast about the mean, then saturation: one table and one 3 × 4 matrix over each pixel.
void jitterColours(cv::Mat &image, const Augmentation &augmentation, SeededRandom &random)
{
    const auto factor = [&random](double strength) { return random.uniform(1 - strength, 1 + strength); };
    const double brightness = factor(augmentation.brightness);
    const double contrast = factor(augmentation.contrast);
    const double saturation = factor(augmentation.saturation);
    const double weights[3] = {0.299, 0.587, 0.114}; // ITU-R BT.601
    const cv::Scalar mean = cv::mean(image);
    const double middle = std::min(255.0, brightness * (weights[0] * mean[0] + weights[1] * mean[1] + weights[2] * mean[2]));
    double gain = contrast;
    if (brightness > 1)
        image.convertTo(image, -1, brightness); // what gets brighter than white is white
    else
        gain *= brightness;
    cv::Matx<float, 3, 4> matrix;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column)
            matrix(row, column) = static_cast<float>(gain * ((1 - saturation) * weights[column] + (row == column ? saturation : 0)));
        matrix(row, 3) = static_cast<float>((1 - contrast) * middle);
    }
    cv::transform(image, image, matrix);
}

} // namespace

void augmentInto(uint8_t *target, const RgbImage &photo, int size, const Augmentation &augmentation, SeededRandom random)
{
    const cv::Mat image = matView(photo);
    cv::Mat view(size, size, CV_8UC3, target);
    if (!augmentation.enabled || !augmentation.randomResizedCrop)
        centreCropInto(image, view);
    else
        scaleInto(image(randomCrop(image, augmentation.cropMinScale, random)), view);
    if (!augmentation.enabled)
        return;
    if (augmentation.horizontalFlip && random.uniform() < 0.5)
        cv::flip(view, view, 1);
    if (augmentation.rotationDegrees > 0) {
        const double degrees = random.uniform(-augmentation.rotationDegrees, augmentation.rotationDegrees);
        const float centre = static_cast<float>(size - 1) / 2.0f;
        cv::warpAffine(view.clone(), view, cv::getRotationMatrix2D({centre, centre}, degrees, 1.0), view.size(), cv::INTER_LINEAR,
                       cv::BORDER_REFLECT_101);
    }
    if (augmentation.brightness > 0 || augmentation.contrast > 0 || augmentation.saturation > 0)
        jitterColours(view, augmentation, random);
}

} // namespace flower
