// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/HeatMap.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace flower {

namespace {

using Rgb = std::array<double, 3>;

constexpr double kUnseenDimming = 0.6; ///< of the opacity, towards white

/// Steps of a scale whose lightness rises evenly (as in matplotlib's "inferno", Smith and van der Walt 2015).
constexpr std::array<Rgb, 6> kScale{{{22, 11, 57}, {87, 16, 110}, {158, 42, 99}, {221, 81, 58}, {252, 165, 10}, {252, 255, 164}}};

/// The map between its cells' centres, bilinear; x and y in [0, 1] over the square.
double heatAt(const Explanation &map, double x, double y)
{
    const double column = std::clamp(x * map.columns - 0.5, 0.0, map.columns - 1.0);
    const double row = std::clamp(y * map.rows - 0.5, 0.0, map.rows - 1.0);
    const int left = static_cast<int>(column);
    const int top = static_cast<int>(row);
    const int right = std::min(left + 1, map.columns - 1);
    const int bottom = std::min(top + 1, map.rows - 1);
    const auto cell = [&map](int atRow, int atColumn) { return map.heat.at(atRow * map.columns + atColumn); };
    return std::lerp(std::lerp(cell(top, left), cell(top, right), column - left),
                     std::lerp(cell(bottom, left), cell(bottom, right), column - left), row - top);
}

} // namespace

std::array<double, 3> heatColor(double heat)
{
    const double place = std::clamp(heat, 0.0, 1.0) * (kScale.size() - 1);
    const auto step = std::min(static_cast<size_t>(place), kScale.size() - 2);
    const double share = place - static_cast<double>(step);
    Rgb color{};
    for (size_t channel = 0; channel < 3; ++channel)
        color[channel] = std::lerp(kScale[step][channel], kScale[step + 1][channel], share);
    return color;
}

RgbImage heatOverlay(const RgbImage &photo, const Explanation &explanation, double opacity)
{
    if (explanation.heat.size() != qsizetype(explanation.rows) * explanation.columns || explanation.heat.isEmpty())
        return photo;
    RgbImage overlay = photo;
    const double side = explanation.seenFraction * std::min(photo.width, photo.height);
    const double left = (photo.width - side) / 2;
    const double top = (photo.height - side) / 2;
    auto *pixel = reinterpret_cast<unsigned char *>(overlay.pixels.data());
    for (int row = 0; row < photo.height; ++row) {
        for (int column = 0; column < photo.width; ++column, pixel += 3) {
            const double x = (column + 0.5 - left) / side;
            const double y = (row + 0.5 - top) / side;
            const bool seen = x >= 0 && x <= 1 && y >= 0 && y <= 1;
            const Rgb color = seen ? heatColor(heatAt(explanation, x, y)) : Rgb{255, 255, 255};
            const double share = seen ? opacity : opacity * kUnseenDimming;
            for (size_t channel = 0; channel < 3; ++channel)
                pixel[channel] = static_cast<unsigned char>(std::lround(std::lerp(double(pixel[channel]), color[channel], share)));
        }
    }
    return overlay;
}

} // namespace flower
