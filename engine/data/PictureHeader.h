// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QByteArrayView>

#include <optional>

namespace flower {

/// Pictures of more pixels are refused before they are decoded: 268 million, as many as the largest WebP has. A few kilobytes
/// can claim any number.
constexpr qint64 kMostPixels = qint64(1) << 28;

/// Sides of a picture, in pixels, before turning.
struct PictureSize {
    qint64 width = 0;
    qint64 height = 0;

    bool operator==(const PictureSize &) const = default;
};

/// The size that a JPEG, PNG, WebP, BMP or TIFF claims in its header; nothing where `file` is none of these or names no size.
std::optional<PictureSize> pictureSize(QByteArrayView file);

/// Whether a decoder may be let at `file`: it is of one of the five forms, of at most kMostPixels, and a JPEG of at most 500
/// passes. Errors: Unreadable, Unsupported.
Result<void> checkPicture(QByteArrayView file);

} // namespace flower
