// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <bit>
#include <vector>

namespace flower {

/// Finds 64-bit words that differ in few bits, without comparing all with all: multi-index hashing (Norouzi, Punjani, Fleet,
/// "Fast Search in Hamming Space with Multi-Index Hashing", CVPR 2012). Words that differ in at most r bits differ in at most r / 4
/// bits of one of their four quarters, so that a few entries of four tables are all that is looked at.
class HammingIndex
{
public:
    static constexpr int kMostBits = 11; ///< that forEachNear() finds words at

    explicit HammingIndex(std::vector<quint64> words);

    /// Calls `found(position, distance)` once for each word at most `bits` away from `word`, of those before `end`; in no order.
    template<typename Found>
    void forEachNear(quint64 word, int bits, int end, Found &&found) const
    {
        const int radius = bits / kQuarters;
        for (int quarter = 0; quarter < kQuarters; ++quarter) {
            const quint16 part = quarterOf(word, quarter);
            const Table &table = m_tables[static_cast<size_t>(quarter)];
            for (const quint16 change : changes(radius)) {
                const auto key = static_cast<size_t>(part ^ change);
                for (int entry = table.begins[key]; entry < table.begins[key + 1]; ++entry) {
                    const int position = table.positions[static_cast<size_t>(entry)];
                    if (position >= end)
                        break; // they ascend
                    const quint64 difference = word ^ m_words[static_cast<size_t>(position)];
                    const int distance = std::popcount(difference);
                    if (distance <= bits && isFirst(difference, quarter, radius))
                        found(position, distance);
                }
            }
        }
    }

private:
    static constexpr int kQuarters = 4;
    static constexpr int kKeys = 1 << 16;
    struct Table {
        std::vector<int> begins;    ///< of each key's positions, and their end
        std::vector<int> positions;
    };

    static quint16 quarterOf(quint64 word, int quarter) { return static_cast<quint16>(word >> (16 * quarter)); }
    /// Whether no earlier quarter finds the same word.
    static bool isFirst(quint64 difference, int quarter, int radius)
    {
        for (int earlier = 0; earlier < quarter; ++earlier) {
            if (std::popcount(quarterOf(difference, earlier)) <= radius)
                return false;
        }
        return true;
    }
    /// All ways to change up to `radius` (0 to 2) of 16 bits.
    static const std::vector<quint16> &changes(int radius);

    std::vector<quint64> m_words;
    std::array<Table, kQuarters> m_tables;
};

} // namespace flower
