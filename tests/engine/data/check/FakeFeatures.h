// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoFeatureSource.h"
#include "engine/data/OpenCvImage.h"

#include <opencv2/imgproc.hpp>

#include <atomic>

namespace flower::testing {

/// Sees the colours of a picture and nothing else: the parts of it that have each of 64 of them.
class FakeFeatures : public PhotoFeatureSource
{
public:
    std::atomic<bool> hasWeights{true};
    std::atomic<bool> fails{false};
    std::atomic<int> pictures{0}; ///< looked at so far
    QByteArray weights{32, 'w'};

    Result<QByteArray> open() override
    {
        return hasWeights ? Result<QByteArray>(weights) : Error{ErrorCode::NotFound, QStringLiteral("There are no weights.")};
    }
    Result<std::vector<std::vector<float>>> features(const QList<RgbImage> &some) override
    {
        if (fails)
            return Error{ErrorCode::Internal, QStringLiteral("The network gave up.")};
        std::vector<std::vector<float>> rows;
        for (const RgbImage &picture : some) {
            Q_ASSERT(picture.width == kSide && picture.height == kSide);
            cv::Mat smooth;
            cv::resize(matView(picture), smooth, {32, 32}, 0, 0, cv::INTER_AREA);
            std::vector<float> row(64, 0.0F);
            for (int y = 0; y < smooth.rows; ++y) {
                for (int x = 0; x < smooth.cols; ++x) {
                    const auto color = smooth.at<cv::Vec3b>(y, x);
                    row[static_cast<size_t>(color[0] / 64 * 16 + color[1] / 64 * 4 + color[2] / 64)] += 1;
                }
            }
            rows.push_back(row);
            ++pictures;
        }
        return rows;
    }
    void close() override {}
};

} // namespace flower::testing
