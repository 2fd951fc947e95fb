// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/CurveData.h"

#include <algorithm>
#include <cmath>

namespace flower {

void CurveData::append(double x, double y)
{
    const int index = static_cast<int>(m_points.size());
    m_points.append({x, y});
    for (int level = 0; level < kLevels; ++level) {
        std::vector<Extremes> &blocks = m_levels[static_cast<size_t>(level)];
        const auto block = static_cast<size_t>(index >> (kBits * (level + 1)));
        if (block == blocks.size())
            blocks.emplace_back();
        take(blocks[block], index);
    }
}

void CurveData::assign(const QList<QPointF> &points)
{
    m_points = points;
    for (std::vector<Extremes> &blocks : m_levels)
        blocks.clear();
    findExtremes(0, static_cast<int>(points.size()));
}

void CurveData::setValues(int begin, int end, const std::function<double(int)> &value)
{
    QPointF *points = m_points.data();
    for (int index = begin; index < end; ++index)
        points[index].setY(value(index));
    findExtremes(begin, end);
}

/// Of the blocks, on all levels, that hold points from `begin` up to `end`.
void CurveData::findExtremes(int begin, int end)
{
    constexpr int kBlock = 1 << kBits;
    int below = static_cast<int>(m_points.size()); // what the blocks of a level are made of
    for (int level = 0; level < kLevels && begin < end; ++level) {
        std::vector<Extremes> &blocks = m_levels[static_cast<size_t>(level)];
        const std::vector<Extremes> *finer = level > 0 ? &m_levels[static_cast<size_t>(level - 1)] : nullptr;
        blocks.resize(static_cast<size_t>((below + kBlock - 1) / kBlock));
        begin /= kBlock;
        end = (end + kBlock - 1) / kBlock;
        for (int number = begin; number < end; ++number) {
            const int first = number * kBlock;
            const int last = std::min(below, first + kBlock);
            Extremes &block = blocks[static_cast<size_t>(number)];
            block = finer ? Extremes() : extremesOfBlock(first, last);
            for (int part = first; finer && part < last; ++part)
                take(block, (*finer)[static_cast<size_t>(part)]);
        }
        below = static_cast<int>(blocks.size());
    }
}

/// As take() of each of these points, but without reading the extremes so far again and again.
CurveData::Extremes CurveData::extremesOfBlock(int begin, int end) const
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    Extremes found;
    double lowest = kInfinity;
    double highest = -kInfinity;
    const QPointF *points = m_points.constData();
    for (int index = begin; index < end; ++index) {
        const double y = points[index].y();
        if (!std::isfinite(y))
            continue;
        if (y < lowest) {
            lowest = y;
            found.lowest = index;
        }
        if (y > highest) {
            highest = y;
            found.highest = index;
        }
        if (y > 0)
            found.positive = std::min(found.positive, y);
    }
    return found;
}

QPointF CurveData::nearest(double x) const
{
    const int after = std::min(firstFrom(x), static_cast<int>(m_points.size()) - 1);
    const int before = std::max(after - 1, 0);
    return x - m_points.at(before).x() <= m_points.at(after).x() - x ? m_points.at(before) : m_points.at(after);
}

std::optional<CurveData::Range> CurveData::range(double low, double high, bool positive) const
{
    const int begin = firstFrom(low);
    const int end = firstFrom(std::nextafter(high, std::numeric_limits<double>::infinity()), begin);
    const Extremes found = extremes(begin, end);
    if (found.lowest < 0 || (positive && std::isinf(found.positive)))
        return std::nullopt;
    return Range{positive ? found.positive : m_points.at(found.lowest).y(), m_points.at(found.highest).y()};
}

QList<QPointF> CurveData::sampled(double low, double high, int columns) const
{
    int begin = std::max(0, firstFrom(low) - 1);
    const int end = std::min(static_cast<int>(m_points.size()),
                             firstFrom(std::nextafter(high, std::numeric_limits<double>::infinity()), begin) + 1);
    if (end - begin <= 4 * columns)
        return m_points.mid(begin, end - begin);
    QList<QPointF> chosen;
    chosen.reserve(4 * columns + 2);
    chosen.append(m_points.at(begin++)); // the one beyond the left end
    for (int column = 1; column <= columns && begin < end; ++column) {
        const int next = column == columns ? end : std::min(end, firstFrom(low + (high - low) * column / columns, begin));
        if (next - begin <= 4) {
            chosen.append(m_points.mid(begin, next - begin));
        } else {
            const Extremes found = extremes(begin, next);
            const auto [first, second] = std::minmax(found.lowest, found.highest);
            chosen.append(m_points.at(begin));
            for (const int extreme : {first, second}) {
                if (extreme > begin && extreme < next - 1)
                    chosen.append(m_points.at(extreme));
            }
            chosen.append(m_points.at(next - 1));
        }
        begin = next;
    }
    return chosen;
}

void CurveData::take(Extremes &extremes, int index) const
{
    const double y = m_points.at(index).y();
    if (!std::isfinite(y))
        return;
    if (extremes.lowest < 0 || y < m_points.at(extremes.lowest).y())
        extremes.lowest = index;
    if (extremes.highest < 0 || y > m_points.at(extremes.highest).y())
        extremes.highest = index;
    if (y > 0)
        extremes.positive = std::min(extremes.positive, y);
}

void CurveData::take(Extremes &extremes, const Extremes &block) const
{
    if (block.lowest < 0)
        return;
    take(extremes, block.lowest);
    take(extremes, block.highest);
    extremes.positive = std::min(extremes.positive, block.positive);
}

CurveData::Extremes CurveData::extremes(int begin, int end) const
{
    Extremes found;
    while (begin < end) {
        // The largest block that begins here and ends in time.
        int level = 0;
        while (level < kLevels && begin % (1 << (kBits * (level + 1))) == 0 && end - begin >= 1 << (kBits * (level + 1)))
            ++level;
        if (level == 0)
            take(found, begin);
        else
            take(found, m_levels[static_cast<size_t>(level - 1)][static_cast<size_t>(begin >> (kBits * level))]);
        begin += 1 << (kBits * level);
    }
    return found;
}

int CurveData::firstFrom(double x, int begin) const
{
    const auto found = std::lower_bound(m_points.cbegin() + begin, m_points.cend(), x,
                                        [](const QPointF &point, double value) { return point.x() < value; });
    return static_cast<int>(found - m_points.cbegin());
}

} // namespace flower
