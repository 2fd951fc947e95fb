// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/PhotoFingerprint.h"

#include "engine/data/OpenCvImage.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

constexpr int kTransformed = 32; // pixels a side
constexpr int kFrequencies = 8;  // a side, from the first on
constexpr double kFlat = 4.0;    // of 255, standard deviation; the flattest photos of the Oxford and TensorFlow flowers have 11

quint64 hashOf(const std::array<float, size_t{kFrequencies} * kFrequencies> &frequencies)
{
    auto ordered = frequencies;
    const auto middle = ordered.begin() + ordered.size() / 2;
    std::nth_element(ordered.begin(), middle, ordered.end());
    const float upper = *middle;
    const float median = (upper + *std::max_element(ordered.begin(), middle)) / 2;
    quint64 hash = 0;
    for (size_t position = 0; position < frequencies.size(); ++position)
        hash |= quint64{frequencies[position] > median} << position;
    return hash;
}

/// `column(x)`: which column of `b` stands over column x of `a`.
template<typename Column>
double correlation(const PhotoFingerprint::Grey &a, const PhotoFingerprint::Grey &b, Column &&column)
{
    constexpr int side = PhotoFingerprint::kGreySide;
    qint64 sumA = 0;
    qint64 sumB = 0;
    qint64 squaresA = 0;
    qint64 squaresB = 0;
    qint64 products = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int valueA = a[static_cast<size_t>(y * side + x)];
            const int valueB = b[static_cast<size_t>(y * side + column(x))];
            sumA += valueA;
            sumB += valueB;
            squaresA += valueA * valueA;
            squaresB += valueB * valueB;
            products += valueA * valueB;
        }
    }
    constexpr double count = side * side;
    const double spreadA = double(squaresA) - double(sumA) * double(sumA) / count;
    const double spreadB = double(squaresB) - double(sumB) * double(sumB) / count;
    const double common = double(products) - double(sumA) * double(sumB) / count;
    return spreadA > 0 && spreadB > 0 ? common / std::sqrt(spreadA * spreadB) : 0.0;
}

/// What the shapes of a picture, or of a part of it, leave.
struct Shapes {
    quint64 hash = 0;
    quint64 mirrored = 0;
    PhotoFingerprint::Grey grey{};
    bool isFlat = false;
};

/// Of 8-bit RGB of kTransformed pixels a side.
Shapes shapesOf(const cv::Mat &small)
{
    constexpr int side = PhotoFingerprint::kGreySide;
    Shapes shapes;
    cv::Mat grey;
    cv::cvtColor(small, grey, cv::COLOR_RGB2GRAY);
    cv::resize(grey, cv::Mat(side, side, CV_8U, shapes.grey.data()), {side, side}, 0, 0, cv::INTER_AREA);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey, mean, deviation);
    shapes.isFlat = deviation[0] < kFlat;
    cv::Mat exact;
    grey.convertTo(exact, CV_32F);
    cv::Mat waves;
    cv::dct(exact, waves);
    std::array<float, size_t{kFrequencies} * kFrequencies> plain{};
    std::array<float, size_t{kFrequencies} * kFrequencies> mirrored{};
    for (int row = 0; row < kFrequencies; ++row) {
        for (int column = 0; column < kFrequencies; ++column) {
            const float wave = waves.at<float>(row + 1, column + 1);
            const auto position = static_cast<size_t>(row * kFrequencies + column);
            plain[position] = wave;
            mirrored[position] = column % 2 == 0 ? -wave : wave; // column 0 is the first frequency, an odd wave
        }
    }
    shapes.hash = hashOf(plain);
    shapes.mirrored = hashOf(mirrored);
    return shapes;
}

} // namespace

PhotoFingerprint fingerprintOf(const RgbImage &photo)
{
    const cv::Mat whole = matView(photo);
    cv::Mat small(kTransformed, kTransformed, CV_8UC3);
    scaleInto(whole, small);
    const Shapes shapes = shapesOf(small);
    PhotoFingerprint print;
    print.hash = print.inner = shapes.hash;
    print.mirrored = shapes.mirrored;
    print.grey = print.innerGrey = shapes.grey;
    print.isFlat = shapes.isFlat;

    cv::Mat colors;
    cv::resize(small, colors, {PhotoFingerprint::kColorSide, PhotoFingerprint::kColorSide}, 0, 0, cv::INTER_AREA);
    cv::cvtColor(colors, colors, cv::COLOR_RGB2YCrCb);
    const cv::Mat chroma(colors.size(), CV_8UC2, print.color.data());
    cv::mixChannels({colors}, {chroma}, {1, 0, 2, 1});

    const cv::Point corner(cvRound(whole.cols * PhotoFingerprint::kBorder), cvRound(whole.rows * PhotoFingerprint::kBorder));
    scaleInto(whole(cv::Rect(corner, cv::Size(whole.cols - 2 * corner.x, whole.rows - 2 * corner.y))), small);
    if (const Shapes inner = shapesOf(small); !inner.isFlat) { // a hash of nothing is like many
        print.inner = inner.hash;
        print.innerGrey = inner.grey;
    }
    return print;
}

double likeness(const PhotoFingerprint &a, const PhotoFingerprint &b)
{
    return correlation(a.grey, b.grey, [](int x) { return x; });
}

double mirroredLikeness(const PhotoFingerprint &a, const PhotoFingerprint &b)
{
    return correlation(a.grey, b.grey, [](int x) { return PhotoFingerprint::kGreySide - 1 - x; });
}

double innerLikeness(const PhotoFingerprint &a, const PhotoFingerprint &b)
{
    return correlation(a.innerGrey, b.grey, [](int x) { return x; });
}

double colorDifference(const PhotoFingerprint &a, const PhotoFingerprint &b)
{
    int squares = 0;
    for (size_t position = 0; position < a.color.size(); ++position) {
        const int difference = a.color[position] - b.color[position];
        squares += difference * difference;
    }
    return std::sqrt(double(squares) / double(a.color.size()));
}

} // namespace flower
