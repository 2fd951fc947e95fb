// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/HammingIndex.h"

#include <utility>

namespace flower {

HammingIndex::HammingIndex(std::vector<quint64> words) : m_words(std::move(words))
{
    for (int quarter = 0; quarter < kQuarters; ++quarter) {
        Table &table = m_tables[static_cast<size_t>(quarter)];
        table.begins.assign(kKeys + 1, 0);
        for (const quint64 word : m_words)
            ++table.begins[size_t{quarterOf(word, quarter)} + 1];
        for (size_t key = 0; key < kKeys; ++key)
            table.begins[key + 1] += table.begins[key];
        std::vector<int> next(table.begins.begin(), table.begins.end() - 1);
        table.positions.resize(m_words.size());
        for (size_t position = 0; position < m_words.size(); ++position)
            table.positions[static_cast<size_t>(next[quarterOf(m_words[position], quarter)]++)] = static_cast<int>(position);
    }
}

const std::vector<quint16> &HammingIndex::changes(int radius)
{
    static const auto kChanges = [] {
        std::array<std::vector<quint16>, 3> all;
        for (int change = 0; change < kKeys; ++change) {
            const int bits = std::popcount(static_cast<unsigned>(change));
            for (int most = bits; most <= 2; ++most)
                all[static_cast<size_t>(most)].push_back(static_cast<quint16>(change));
        }
        return all;
    }();
    return kChanges[static_cast<size_t>(radius)];
}

} // namespace flower
