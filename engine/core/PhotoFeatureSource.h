// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <vector>

namespace flower {

/// What a pretrained network makes of pictures: features by which they can be compared for what they show, whatever it was trained on.
class PhotoFeatureSource
{
public:
    static constexpr int kSide = 224; ///< pixels of the pictures

    virtual ~PhotoFeatureSource() = default;
    /// Looks for pretrained weights and says which they are: 32 bytes, and equal ones give equal features. NotFound where none are at
    /// hand, with a sentence.
    virtual Result<QByteArray> open() = 0;
    /// The features of pictures of kSide × kSide pixels, one row of always the same length for each. Needs open(). Takes about a
    /// millisecond a picture; the network is read at the first call and kept until close().
    virtual Result<std::vector<std::vector<float>>> features(const QList<RgbImage> &pictures) = 0;
    /// Gives the network's memory back.
    virtual void close() = 0;
};

} // namespace flower
