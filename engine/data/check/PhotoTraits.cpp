// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/PhotoTraits.h"

#include "engine/data/OpenCvImage.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace flower {

namespace {

constexpr int kSide = PhotoTraits::kGreySide;
constexpr int kCoarseSide = kSide / 2;
constexpr double kFlat = 4.0; // of 255, standard deviation, as for fingerprints
constexpr double kCoarseLoss = 0.12; // by which the coarse look may be below the fine one

/// Which parts of a picture are looked at.
enum class Parts {
    Square,   ///< cut alike at the sides and at top and bottom
    AlsoBands ///< or only at the sides, or only at top and bottom
};

/// The greatest correlation of `part`, scaled to each of some sizes in pixels of `whole`, with any place of it.
double bestPlace(const cv::Mat &whole, const cv::Mat &part, std::initializer_list<int> sides, Parts parts)
{
    double best = -1;
    cv::Mat scaled;
    cv::Mat likeness;
    const auto look = [&](int width, int height) {
        cv::resize(part, scaled, {width, height}, 0, 0, cv::INTER_AREA);
        cv::matchTemplate(whole, scaled, likeness, cv::TM_CCOEFF_NORMED);
        double most = -1;
        cv::minMaxLoc(likeness, nullptr, &most);
        best = std::max(best, most);
    };
    for (const int side : sides) {
        look(side, side);
        if (side != whole.cols && parts == Parts::AlsoBands) {
            look(side, whole.rows);
            look(whole.cols, side);
        }
    }
    return best;
}

bool isFlat(const cv::Mat &grey)
{
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey, mean, deviation);
    return deviation[0] < kFlat; // it would be like everything
}

cv::Mat coarse(const cv::Mat &grey)
{
    cv::Mat small;
    cv::resize(grey, small, {kCoarseSide, kCoarseSide}, 0, 0, cv::INTER_AREA);
    return small;
}

} // namespace

float lengthOf(const QByteArray &features)
{
    qint64 squares = 0;
    for (const char feature : features)
        squares += qint64{static_cast<quint8>(feature)} * static_cast<quint8>(feature);
    return static_cast<float>(std::sqrt(static_cast<double>(squares)));
}

PhotoTraits traitsOf(const std::vector<float> &features, const RgbImage &picture)
{
    PhotoTraits traits;
    const float most = features.empty() ? 0.0F : *std::max_element(features.begin(), features.end());
    traits.features.resize(static_cast<qsizetype>(features.size()));
    for (size_t index = 0; index < features.size(); ++index) {
        const auto value = most > 0 ? std::lround(std::clamp(features[index] / most, 0.0F, 1.0F) * 255) : 0;
        traits.features[static_cast<qsizetype>(index)] = static_cast<char>(value);
    }
    traits.length = lengthOf(traits.features);
    cv::Mat small;
    cv::resize(matView(picture), small, {kSide, kSide}, 0, 0, cv::INTER_AREA);
    traits.grey.resize(PhotoTraits::kGreyBytes);
    cv::cvtColor(small, cv::Mat(kSide, kSide, CV_8U, traits.grey.data()), cv::COLOR_RGB2GRAY);
    return traits;
}

double featureLikeness(const PhotoTraits &a, const PhotoTraits &b)
{
    const auto count = std::min(a.features.size(), b.features.size());
    const auto *left = reinterpret_cast<const quint8 *>(a.features.constData());
    const auto *right = reinterpret_cast<const quint8 *>(b.features.constData());
    qint32 products = 0; // of up to 33,000 dimensions; there are below 2,000
    for (qsizetype index = 0; index < count; ++index)
        products += left[index] * right[index];
    return a.length > 0 && b.length > 0 ? double(products) / (double(a.length) * double(b.length)) : 0.0;
}

double cropLikeness(const PhotoTraits &a, const PhotoTraits &b, bool mirrored, double least)
{
    static constexpr auto kCoarseSides = {16, 15, 14, 13, 12};
    static constexpr auto kSides = {32, 30, 29, 27, 26, 24, 22};
    const cv::Mat first(kSide, kSide, CV_8U, const_cast<char *>(a.grey.constData()));
    cv::Mat second(kSide, kSide, CV_8U, const_cast<char *>(b.grey.constData()));
    if (isFlat(first) || isFlat(second))
        return -1;
    if (mirrored) {
        cv::Mat turned;
        cv::flip(second, turned, 1);
        second = turned;
    }
    const cv::Mat coarseFirst = coarse(first);
    const cv::Mat coarseSecond = coarse(second);
    const double rough = std::max(bestPlace(coarseFirst, coarseSecond, kCoarseSides, Parts::Square),
                                  bestPlace(coarseSecond, coarseFirst, kCoarseSides, Parts::Square));
    if (rough < least - kCoarseLoss)
        return rough;
    return std::max(bestPlace(first, second, kSides, Parts::AlsoBands), bestPlace(second, first, kSides, Parts::AlsoBands));
}

} // namespace flower
