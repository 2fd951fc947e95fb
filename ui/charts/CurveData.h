// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <array>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace flower {

/// The points of a curve in the order of x, all of them, with the extremes of each 16, 256, … of them beside: a stretch
/// of a million points costs as little to look at as the screen has pixels. Values that are not finite are kept, and
/// count for no extreme.
class CurveData
{
public:
    struct Range {
        double low = 0.0;
        double high = 0.0;
    };

    void append(double x, double y); ///< x never smaller than the one before
    void assign(const QList<QPointF> &points);
    /// Another y for the points from `begin` up to `end`, in their order and where they lie: a million new points would be
    /// megabytes of new memory.
    void setValues(int begin, int end, const std::function<double(int)> &value);
    [[nodiscard]] const QList<QPointF> &points() const { return m_points; }
    /// The point whose x is nearest. Needs a point.
    [[nodiscard]] QPointF nearest(double x) const;
    /// The extremes of y where x is in [low, high]; only of positive values, for a logarithmic axis. Nothing where no
    /// point is.
    [[nodiscard]] std::optional<Range> range(double low, double high, bool positive) const;
    /// Points that draw in `columns` pixels from low to high as all do: in each column the first, the lowest, the highest
    /// and the last, and one beyond each end. All, where they are few.
    [[nodiscard]] QList<QPointF> sampled(double low, double high, int columns) const;

private:
    static constexpr int kLevels = 5;
    static constexpr int kBits = 4; ///< a block holds 16 of the level below

    /// Of a block of points: where the lowest and the highest are (-1: nowhere), and the lowest positive value.
    struct Extremes {
        int lowest = -1;
        int highest = -1;
        double positive = std::numeric_limits<double>::infinity();
    };
    void findExtremes(int begin, int end);
    [[nodiscard]] Extremes extremesOfBlock(int begin, int end) const;
    void take(Extremes &extremes, int index) const;
    void take(Extremes &extremes, const Extremes &block) const;
    [[nodiscard]] Extremes extremes(int begin, int end) const;
    [[nodiscard]] int firstFrom(double x, int begin = 0) const; ///< the first index from `begin` on with at least this x

    QList<QPointF> m_points;
    std::array<std::vector<Extremes>, kLevels> m_levels;
};

} // namespace flower
