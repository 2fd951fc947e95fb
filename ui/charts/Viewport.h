// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

namespace flower {

/// Which part of a map is in sight in an area of pixels: zoom and pan without a window.
class Viewport
{
public:
    virtual ~Viewport() = default;

    /// Larger by `factor`; what is under `pixel` stays there as far as the edges allow.
    virtual void zoom(QPointF pixel, double factor) = 0;
    virtual void pan(QPointF pixels) = 0;
    virtual void fit() = 0; ///< all in sight
    [[nodiscard]] virtual bool isFitted() const = 0;
};

} // namespace flower
